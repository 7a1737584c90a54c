package org.jihe.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jihe.Cells;
import org.jihe.SampleForms;
import org.jihe.form.Extra;
import org.jihe.form.Guess;
import org.jihe.form.Reading;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.template.Sheet.Line;
import org.jihe.template.Sheet.Part;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;

/** Tables whose columns can be trusted: the head above a cell says what it is. */
class ExactReadingTest {

  private static final Recogniser RECOGNISER = Recogniser.standard();

  private static SelfEvaluation read(Document document) {
    Recognition read = RECOGNISER.recognise(document);
    assertThat(read.quarantined()).isEmpty();
    assertThat(read.forms()).hasSize(1);
    return read.forms().get(0);
  }

  private static SelfEvaluation read(String grid) {
    return read(GridText.merged(grid));
  }

  private static void assertExact(ObjectNode expected, SelfEvaluation form) {
    assertThat(Cells.differences(expected, Transcripts.toJson(form)))
        .as("form %s", expected.get("form"))
        .isEmpty();
  }

  /** The sheet as a table; with merged cells, labels cover the rows that they are meant for. */
  private static List<List<Cell>> table(Sheet sheet, int page, int firstRow, boolean merged) {
    List<List<Cell>> rows = new ArrayList<>();
    int row = firstRow;
    for (Line line : sheet.lines) {
      List<Cell> cells = new ArrayList<>();
      for (int column = 0; column < Sheet.WIDTH; column++) {
        boolean label = column == Sheet.CATEGORY || column == Sheet.ASPECT;
        boolean covered = line.part == Part.INDICATOR && label && !line.has(column);
        if (!merged || !covered) {
          int span =
              merged && line.part == Part.INDICATOR && label ? extent(sheet, line, column) : 1;
          Position place = new Position("a.xlsx", page, "表1", row, column + 1);
          cells.add(new Cell(line.cell(column), place, span, 1));
        }
      }
      rows.add(cells);
      row++;
    }
    return rows;
  }

  private static int extent(Sheet sheet, Line line, int column) {
    return sheet.groups(column).stream()
        .filter(group -> group.first() == line.index)
        .mapToInt(Sheet.Group::size)
        .findFirst()
        .orElse(1);
  }

  private static Document document(List<List<Cell>> rows) {
    return new Document("a.xlsx", "test", "", List.of(new Grid(rows, Grid.Columns.FIXED)));
  }

  @Test
  void everySampleFormWithMergedCells() {
    for (ObjectNode transcript : SampleForms.transcripts()) {
      Sheet sheet = new Sheet(transcript);
      Document document = document(table(sheet, 0, 1, true));
      SelfEvaluation form = read(document);
      assertExact(sheet.expected, form);
      assertThat(TemplateFormsTest.misplaced(form, document)).isEmpty();
      assertThat(form.recovery().guesses())
          .allMatch(guess -> guess.reason() == Guess.Reason.ARITHMETIC_OPEN);
    }
  }

  @Test
  void labelsWithoutMergedCellsReachDownToTheNext() {
    for (ObjectNode transcript : SampleForms.transcripts()) {
      Sheet sheet = new Sheet(transcript);
      SelfEvaluation form = read(document(table(sheet, 0, 1, false)));
      assertExact(sheet.expected, form);
      assertThat(form.indicators().get(0).category().reading()).isEqualTo(Reading.AS_PRINTED);
    }
  }

  @Test
  void allFormsOfADepartmentInOneSheet() {
    List<List<Cell>> rows = new ArrayList<>();
    for (ObjectNode transcript : SampleForms.transcripts()) {
      rows.addAll(table(new Sheet(transcript), 0, rows.size() + 1, true));
    }
    Recognition read = RECOGNISER.recognise(document(rows));
    assertThat(read.quarantined()).isEmpty();
    assertThat(read.forms()).hasSameSizeAs(SampleForms.transcripts());
    for (int i = 0; i < read.forms().size(); i++) {
      assertExact(new Sheet(SampleForms.transcripts().get(i)).expected, read.forms().get(i));
    }
  }

  @Test
  void aFormOverSeveralPagesWithItsHeadsAndTitleRepeated() {
    for (ObjectNode transcript : SampleForms.transcripts()) {
      Sheet sheet = new Sheet(transcript);
      List<List<Cell>> rows = table(sheet, 1, 1, true);
      int breakAt = sheet.lines.indexOf(sheet.indicator(sheet.indicators().size() / 2));
      List<List<Cell>> first = new ArrayList<>(rows.subList(0, breakAt));
      first.add(List.of(Cell.of("第 1 页 共 2 页", place(1, breakAt + 1, 4))));
      List<List<Cell>> second = new ArrayList<>();
      second.add(List.of(Cell.of(sheet.lines.get(0).cell(0), place(2, 1, 1))));
      second.add(onPage(sheet.first(Part.HEAD).cells, 2));
      for (int i = breakAt; i < rows.size(); i++) {
        second.add(onPage(sheet.lines.get(i).cells, second.size() + 1));
      }
      Document document =
          new Document(
              "a.pdf",
              "test",
              "",
              List.of(new Grid(first, Grid.Columns.FIXED), new Grid(second, Grid.Columns.FIXED)));
      assertExact(sheet.expected, read(document));
    }
  }

  private static Position place(int page, int row, int column) {
    return new Position("a.pdf", page, null, row, column);
  }

  private static List<Cell> onPage(List<String> texts, int row) {
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < texts.size(); column++) {
      cells.add(Cell.of(texts.get(column), place(2, row, column + 1)));
    }
    return cells;
  }

  @Test
  void columnsInAnyOrder() {
    Random random = new Random(7);
    for (String name : TemplateForms.names()) {
      String text = GridText.read(name);
      SelfEvaluation usual = read(text);
      for (int i = 0; i < 5; i++) {
        SelfEvaluation form = read(permuted(text, random));
        assertThat(form.indicators().stream().map(ExactReadingTest::printed).toList())
            .as(name)
            .isEqualTo(usual.indicators().stream().map(ExactReadingTest::printed).toList());
      }
    }
  }

  private static List<String> printed(org.jihe.form.Indicator row) {
    return java.util.stream.Stream.of(
            row.category(),
            row.aspect(),
            row.name(),
            row.target(),
            row.actual(),
            row.maxScore(),
            row.score(),
            row.varianceExplanation())
        .map(field -> String.valueOf(field.printed()))
        .toList();
  }

  /** The indicator rows with the columns behind the names in another order. */
  private static String permuted(String text, Random random) {
    List<String> lines = text.lines().toList();
    int head = 0;
    while (!lines.get(head).contains("三级指标")) {
      head++;
    }
    List<String> heads = List.of(lines.get(head).split("\\|", -1));
    boolean twoRows = lines.get(head).contains("^");
    int from = 0;
    while (!heads.get(from).contains("三级指标")) {
      from++;
    }
    from++;
    int begin = twoRows ? head - 1 : head;
    List<Integer> order = new ArrayList<>();
    for (int i = from; i < heads.size(); i++) {
      if (!heads.get(i).strip().equals("<")) {
        order.add(i);
      }
    }
    if (!twoRows) {
      Collections.shuffle(order, random);
    }
    List<String> out = new ArrayList<>(lines.subList(0, begin));
    for (int i = begin; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\\|", -1);
      boolean row =
          i >= head && !cells[cells.length - 1].strip().equals("<") && cells.length > from;
      if (!row || lines.get(i).startsWith("总分") || lines.get(i).startsWith("合计") || twoRows) {
        out.add(lines.get(i));
        continue;
      }
      List<String> kept = new ArrayList<>(List.of(cells).subList(0, from));
      if (i > head && lines.get(i).contains("年初预算")) {
        out.addAll(lines.subList(i, lines.size()));
        break;
      }
      order.forEach(column -> kept.add(cells[column]));
      out.add(String.join("|", kept));
    }
    return String.join("\n", out);
  }

  private static final String SMALL =
      """
      项目支出绩效自评表 | < | < | < | < | < | < | <
      项目名称 | 桥梁检测 | < | < | < | < | 年度 | 2022
      主管部门 | 甲市交通局 | < | < | 实施单位 | 甲市公路中心 | < | <
      项目资金（元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
      年度资金总额 | 100 | 100 | 100 | 10 | 100% | 10 |
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 佐证材料
      产出指标 | 数量指标 | 检测桥梁数 | 12座 | 12座 | 50 | 50 | 检测报告
      管理指标 | 制度指标 | 检测制度 | 健全 | 健全 | 30 | 30 |
      满意度指标 | < | 公众满意度 | 90% | 92% | 10 | 10 |
      总分 | < | < | < | < | 100 | 100 | 优
      """;

  @Test
  void whatTheModelHasNoPlaceForIsKept() {
    SelfEvaluation form = read(SMALL);
    assertThat(form.extras())
        .extracting(Extra::subject, Extra::label, extra -> extra.value().printed())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("indicators[0]", "佐证材料", "检测报告"));
    assertThat(form.extras().get(0).value().position().address()).isEqualTo("H7");
    assertThat(form.total().grade().printed()).isEqualTo("优");
  }

  @Test
  void anUnknownLabelStaysAsPrinted() {
    SelfEvaluation form = read(SMALL);
    assertThat(form.indicators().get(1).category().printed()).isEqualTo("管理指标");
    assertThat(form.indicators().get(1).aspect().printed()).isEqualTo("制度指标");
    assertThat(form.indicators().get(1).category().position().address()).isEqualTo("A8");
    assertThat(form.indicators().get(2).category().printed()).isEqualTo("满意度指标");
    assertThat(form.indicators().get(2).aspect().printed()).isNull();
  }

  @Test
  void aColumnThatTheFormLacksIsBlank() {
    String without =
        SMALL
            .lines()
            .map(
                line ->
                    line.replaceFirst(
                        " \\| 实际完成值| \\| 12座 \\| 12座", line.contains("12座") ? " | 12座" : ""))
            .map(line -> line.replace("| 健全 | 健全", "| 健全").replace("| 90% | 92%", "| 90%"))
            .collect(Collectors.joining("\n"));
    SelfEvaluation form = read(without);
    assertThat(form.indicators()).hasSize(3);
    assertThat(form.indicators()).allMatch(row -> row.actual().printed() == null);
    assertThat(form.indicators().get(0).maxScore().printed()).isEqualTo("50");
  }

  @Test
  void aRowThatAPageBreakHasTornIsOneIndicator() {
    String torn =
        SMALL.replace(
            "检测桥梁数 | 12座 | 12座 | 50 | 50 | 检测报告",
            "检测桥 | 12座 | 12座 | 50 | 50 | 检测\n\n | | 梁数 | | | | | 报告");
    SelfEvaluation form = read(torn);
    assertThat(form.indicators()).hasSize(3);
    assertThat(form.indicators().get(0).name().printed()).isEqualTo("检测桥梁数");
    assertThat(form.indicators().get(0).name().reading()).isEqualTo(Reading.JOINED);
    assertThat(form.extras().get(0).value().printed()).isEqualTo("检测报告");
    assertThat(form.addsUp()).isTrue();
  }

  @Test
  void whollyEmptyRowsAreNoIndicators() {
    SelfEvaluation form =
        read(SMALL.replace("总分", "效益指标 | 生态效益指标 | | | | | |\n效益指标 | 社会效益指标 | …… | | | | |\n总分"));
    assertThat(form.indicators()).hasSize(4);
    assertThat(form.indicators().get(3).name().printed()).isEqualTo("……");
    assertThat(form.recovery().needsPerson()).isFalse();
  }

  @Test
  void misprintedSumsStayAndAreNoGuess() {
    SelfEvaluation form = read(SMALL.replace("| 30 | 30 |", "| 35 | 30 |"));
    assertThat(form.indicators().get(1).maxScore().printed()).isEqualTo("35");
    assertThat(form.addsUpButForBlanks()).isFalse();
    assertThat(form.recovery().guesses()).isEmpty();
  }

  @Test
  void aFormWithoutItsEndIsRefused() {
    String cut = SMALL.substring(0, SMALL.indexOf("满意度指标"));
    Recognition read = RECOGNISER.recognise(GridText.merged(cut));
    assertThat(read.forms()).isEmpty();
    assertThat(read.quarantined()).hasSize(1);
  }

  @Test
  void thePartsOfAFormInAnotherOrder() {
    String text = GridText.read("funding-reason-1");
    List<String> lines = text.lines().toList();
    List<String> moved = new ArrayList<>(lines.subList(0, 4));
    moved.addAll(lines.subList(9, 11));
    moved.addAll(lines.subList(4, 9));
    moved.addAll(lines.subList(11, lines.size()));
    SelfEvaluation form = read(String.join("\n", moved));
    assertThat(Transcripts.toJson(form).get("annualObjective"))
        .isEqualTo(Transcripts.toJson(read(text)).get("annualObjective"));
    assertThat(Transcripts.toJson(form).get("funding"))
        .isEqualTo(Transcripts.toJson(read(text)).get("funding"));
  }

  @Test
  void aTornTextKeepsWhatTheModelHasNoPlaceFor() {
    Sheet sheet = new Sheet(SampleForms.transcripts().get(0));
    String text =
        sheet
                .print()
                .replaceFirst("(主管部门\t)", "项目负责人\t王芳\t\t联系电话\t64880001\n$1")
                .replaceFirst("(\t上年结转资金\t)", "\t财政专户管理资金\t5\t6\t7\n$1")
            + "备注\t以上数据已核对\n";
    Recognition read = Trial.recognise(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(read.forms().get(0).extras())
        .extracting(Extra::subject, Extra::label, extra -> extra.value().printed())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("head", "项目负责人", "王芳"),
            org.assertj.core.groups.Tuple.tuple("head", "联系电话", "64880001"),
            org.assertj.core.groups.Tuple.tuple("funding[财政专户管理资金]", "年初预算数", "5"),
            org.assertj.core.groups.Tuple.tuple("funding[财政专户管理资金]", "全年预算数", "6"),
            org.assertj.core.groups.Tuple.tuple("funding[财政专户管理资金]", "全年执行数", "7"),
            org.assertj.core.groups.Tuple.tuple("closing", "备注", "以上数据已核对"));
    ObjectNode transcript = Transcripts.toJson(read.forms().get(0));
    transcript.remove("extras");
    assertThat(Cells.differences(sheet.expected, transcript)).isEmpty();
  }

  @Test
  void aLabelThatAPageBreakHasTornIsOneLabel() {
    SelfEvaluation form =
        read(
            SMALL.replace(
                "产出指标 | 数量指标 | 检测桥梁数 | 12座 | 12座 | 50 | 50 | 检测报告",
                "产出 | 数量 | 检测桥 | 12座 | | | |\n\n指标 | 指标 | 梁数 | | 12座 | 50 | 50 | 检测报告"));
    assertThat(form.indicators()).hasSize(3);
    assertThat(form.indicators().get(0).category().printed()).isEqualTo("产出指标");
    assertThat(form.indicators().get(0).aspect().printed()).isEqualTo("数量指标");
    assertThat(form.indicators().get(0).name().printed()).isEqualTo("检测桥梁数");
    assertThat(form.indicators().get(0).score().printed()).isEqualTo("50");
  }

  @Test
  void aLineAboveTheTableSaysSeveralThings() {
    SelfEvaluation form =
        read(
            "部门：甲市交通局　　2021年度　　公开14表 | < | < | < | < | < | < | <\n"
                + SMALL.replace("| 年度 | 2022", "| |"));
    assertThat(form.year().printed()).isEqualTo("2021");
    assertThat(form.extras()).extracting(extra -> extra.value().printed()).contains("公开14表");
  }

  @Test
  void aLabelOnTheSecondHalfOfATornRowIsTheRows() {
    SelfEvaluation form =
        read(
            SMALL.replace(
                "产出指标 | 数量指标 | 检测桥梁数 | 12座 | 12座 | 50 | 50 | 检测报告",
                " | | 检测桥 | 12座 | | | |\n\n产出指标 | 数量指标 | 梁数 | | 12座 | 50 | 50 |"));
    assertThat(form.indicators()).hasSize(3);
    assertThat(form.indicators().get(0).category().printed()).isEqualTo("产出指标");
    assertThat(form.indicators().get(0).aspect().printed()).isEqualTo("数量指标");
  }
}
