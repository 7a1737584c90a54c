package org.jihe.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jihe.csv.CsvRecords;
import org.jihe.csv.CsvRecords.Marks;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.form.SelfEvaluation;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.rule.authoring.RuleCases;
import org.jihe.rule.authoring.RuleLint;
import org.jihe.rule.catalogue.RuleCatalogue;
import org.jihe.rule.catalogue.RuleDocument;
import org.jihe.rule.compiled.RuleCache;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.sheet.CellValue;
import org.jihe.rule.sheet.SheetRule;
import org.jihe.rule.sheet.SheetRules;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that are rows of a rule table: what they find, and what is said of a wrong row. */
final class RuleTableTest {

  private static final String HEAD = "规则,单元格,一级指标,二级指标,指标名称包含,比较,值,级别,消息,英文消息,依据,说明\n";

  @TempDir Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectories(folder.resolve("local"));
  }

  private Path table(String rows) throws IOException {
    return Files.writeString(folder.resolve("local/own.csv"), HEAD + rows);
  }

  private RuleSet open() throws RuleException {
    return RuleSet.open(folder, null, new RuleCache(folder.resolve("cache")));
  }

  private Evaluation evaluate(String form) throws Exception {
    return RuleEngine.of(open()).evaluate(form, form(form));
  }

  private static SelfEvaluation form(String number) throws IOException {
    return Transcripts.read(
        number, Files.readString(RuleFolders.TRANSCRIPTS.resolve(number + ".json")));
  }

  private static List<Finding> of(Evaluation evaluation, String rule) {
    return evaluation.findings().stream().filter(each -> each.ruleId().equals(rule)).toList();
  }

  private static Outcome outcome(Evaluation evaluation, String rule) {
    return evaluation.outcomes().stream()
        .filter(each -> each.ruleId().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private List<Problem> problems() {
    try {
      open();
      return List.of();
    } catch (RuleException e) {
      return e.problems();
    }
  }

  private void assertWrong(String row, String place, String key) throws IOException {
    table(row);
    assertThat(problems())
        .as(row)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).endsWith("local/own.csv");
              assertThat(problem.line()).isEqualTo(2);
              assertThat(problem.phrase()).isNotNull();
              assertThat(problem.phrase().key()).isEqualTo("table." + key);
              assertThat(problem.text(Language.ZH)).startsWith(place + "：").endsWith("。");
              assertThat(problem.text(Language.EN)).startsWith(place + ": ").doesNotContain("{}");
            });
  }

  @Test
  void rowsAddToTheRulesOfTheProgram() throws Exception {
    table("高分,总分,,,,大于,90分,提示,总分 {reported} 高于 {value}。,Total {reported} above {value}.,,\n");

    RuleSet set = open();

    assertThat(set.rules()).hasSize(RuleSet.open(null, null).rules().size() + 1);
    assertThat(set.fingerprint()).isNotEqualTo(RuleSet.open(null, null).fingerprint());
    assertThat(set.messages(Language.EN)).containsEntry("高分", "Total {reported} above {value}.");
    Finding finding = of(evaluate("01"), "高分").get(0);
    assertThat(finding.subject()).isEqualTo("total.score");
    assertThat(finding.severity().name()).isEqualTo("NOTE");
    assertThat(finding.expected()).isEqualTo("≤ 90分");
    assertThat(Messages.fill(set.messages(Language.ZH).get("高分"), finding.arguments()))
        .isEqualTo("总分 " + finding.reported() + " 高于 90分。");
  }

  @Test
  void onlyTheChosenIndicatorsAreLookedAt() throws Exception {
    table("产出满分,得分,产出,,,不小于,1,提示,{indicator} 得 {reported},,,\n");
    SelfEvaluation form = form("01");

    List<Finding> found = of(evaluate("01"), "产出满分");

    assertThat(found)
        .hasSize(
            (int)
                form.indicators().stream()
                    .filter(row -> String.valueOf(row.category().printed()).contains("产出"))
                    .count())
        .allSatisfy(finding -> assertThat(finding.arguments()).containsKey("indicator"));
    assertThat(found.size()).isBetween(1, form.indicators().size() - 1);
  }

  @Test
  void aRowIsNotEvaluatedWhereItsCellIsBlankOrCannotBeRead() throws Exception {
    table(
        """
        无等级,等级,,,,等于,优,提示,等级 {reported},,,
        有等级,等级,,,,为空,,提示,没有等级,,,
        目标,年度指标值,,,,小于,5个,提示,{reported},,,
        没有这类,得分,没有这一类,,,大于,1,提示,{reported},,,
        """);
    Evaluation evaluation =
        RuleEngine.of(open()).evaluate("clean", RuleCases.cleanForm(RuleFolder.builtIn()));

    assertThat(List.of("无等级", "有等级", "目标", "没有这类"))
        .extracting(rule -> outcome(evaluation, rule))
        .extracting(Outcome::kind, Outcome::reason)
        .containsExactly(
            tuple(Outcome.Kind.NOT_EVALUATED, "total.grade: blank"),
            tuple(Outcome.Kind.FIRED, ""),
            tuple(Outcome.Kind.NOT_EVALUATED, "indicators[0].target: unreadable"),
            tuple(Outcome.Kind.NOT_APPLICABLE, "indicators: none"));
  }

  @Test
  void everyComparisonHoldsOnTheRightSide() throws Exception {
    String cleanScore = "98.86";
    table(
        """
        a1,总分,,,,等于,98.86,提示,m,,,
        a2,总分,,,,不等于,98.86,提示,m,,,
        a3,总分,,,,大于,98.86,提示,m,,,
        a4,总分,,,,大于,98.85,提示,m,,,
        a5,总分,,,,不小于,98.86,提示,m,,,
        a6,总分,,,,小于,98.86,提示,m,,,
        a7,总分,,,,小于,98.87,提示,m,,,
        a8,总分,,,,≤,98.86分,提示,m,,,
        b1,年度资金总额·全年预算数,,,,等于,100万元,提示,m,,,
        b2,执行率,,,,不大于,100%,提示,m,,,
        b3,主管部门,,,,包含,局,提示,m,,,
        b4,主管部门,,,,不包含,局,提示,m,,,
        b5,金额单位,,,,属于,元、万元,提示,m,,,
        b6,金额单位,,,,不属于,元、万元,提示,m,,,
        b7,金额单位,,,,不为空,,提示,m,,,
        """);
    SelfEvaluation form = RuleCases.cleanForm(RuleFolder.builtIn());
    assertThat(form.total().score().printed()).isEqualTo(cleanScore);

    Evaluation evaluation = RuleEngine.of(open()).evaluate("clean", form);

    assertThat(evaluation.findings())
        .extracting(Finding::ruleId)
        .containsExactly("a1", "a4", "a5", "a7", "a8", "b1", "b2", "b3", "b5", "b7");
  }

  @Test
  void aWrongCellIsNamedWithWhatToDo() throws Exception {
    assertWrong("A,总金额,,,,大于,1,错误,m,,,\n", "B2", "cell");
    assertWrong("A,,,,,大于,1,错误,m,,,\n", "B2", "cellMissing");
    assertWrong("A,总分,,,,高过,1,错误,m,,,\n", "F2", "comparison");
    assertWrong("A,总分,,,,,1,错误,m,,,\n", "F2", "comparisonMissing");
    assertWrong("A,总分,,,,大于,九十,错误,m,,,\n", "G2", "number");
    assertWrong("A,总分,,,,大于,,错误,m,,,\n", "G2", "valueMissing");
    assertWrong("A,总分,,,,大于,1,,m,,,\n", "H2", "severityMissing");
    assertWrong("A,总分,,,,大于,1,严重,m,,,\n", "H2", "severity");
    assertWrong("A,总分,,,,大于,1,错误,,,,\n", "I2", "messageMissing");
    assertWrong("A,总分,,,,大于,1,错误,{score},,,\n", "I2", "placeholder");
    assertWrong("A,总分,,,,大于,1,错误,m,{valeu},,\n", "J2", "placeholder");
    assertWrong(",总分,,,,大于,1,错误,m,,,\n", "A2", "nameMissing");
    assertWrong("A B,总分,,,,大于,1,错误,m,,,\n", "A2", "name");
    assertWrong("A,全年预算数,,,,大于,500,错误,m,,,\n", "G2", "amount");
    assertWrong("A,执行率,,,,大于,0.8,错误,m,,,\n", "G2", "percent");
    assertWrong("A,主管部门,,,,大于,5,错误,m,,,\n", "F2", "notNumeric");
    assertWrong("A,总分,,,,包含,5,错误,m,,,\n", "F2", "notText");
    assertWrong("A,等级,,,,属于,优,错误,m,,,\n", "G2", "oneValue");
    assertWrong("A,等级,,,,为空,优,错误,m,,,\n", "G2", "valueTooMuch");
    assertWrong("A,总分,产出,,,大于,1,错误,m,,,\n", "C2", "choice");
    assertWrong("LowExecution,总分,,,,大于,1,错误,m,,,\n", "A2", "clash");
  }

  @Test
  void aNameMayBeUsedOnce() throws Exception {
    table("A,总分,,,,大于,1,错误,m,,,\nA,总分,,,,大于,2,错误,m,,,\n");

    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.text(Language.ZH)).startsWith("A3：规则名“A”").contains("own.csv:2");
            });
  }

  @Test
  void everyMistakeOfATableIsToldAtOnce() throws Exception {
    table("A,总金额,,,,高过,1,严重,m,,,\nB,总分,,,,大于,x,错误,m,,,\n");

    assertThat(problems()).extracting(Problem::line).containsExactly(2, 2, 2, 3);
  }

  @Test
  void aCellMayHaveSeveralLines() throws Exception {
    table("A,总分,,,,大于,1,提示,\"上行\n下行，\"\"x\"\"\",,,\nB,总分,,,,大于,x,错误,m,,,\n");
    assertThat(problems()).extracting(Problem::line).containsExactly(4);

    table("A,总分,,,,大于,1,提示,\"上行\n下行，\"\"x\"\"\",,,\n");
    assertThat(of(evaluate("01"), "A"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(open().messages(Language.ZH).get(finding.ruleId()))
                    .isEqualTo("上行\n下行，\"x\""));
  }

  @Test
  void aHeadThatIsWrong() throws Exception {
    Path file = folder.resolve("local/own.csv");
    Files.writeString(file, "规则,单元格,比较,值,级别,信息\nA,总分,大于,1,错误,m\n");
    assertThat(problems())
        .extracting(problem -> problem.text(Language.ZH))
        .containsExactly("F1：不认识列名“信息”。请改正；自用的列请以“备注”开头。", "A1：表头缺少“消息”一列。请补上。");

    Files.writeString(file, "甲,乙\n1,2\n");
    assertThat(problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.text(Language.EN)).contains("规则 单元格 比较 值 级别 消息"));
  }

  @Test
  void encodingsOfSpreadsheetPrograms() throws Exception {
    String text = HEAD + "高分,总分,,,,大于,1分,提示,总分,,,\n";
    Path file = folder.resolve("local/own.csv");
    for (byte[] bytes :
        List.of(
            text.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
            text.replace("\n", "\r\n").getBytes(Charset.forName("GB18030")),
            text.getBytes(StandardCharsets.UTF_16))) {
      Files.write(file, bytes);
      assertThat(SheetRules.of(RuleFolder.at(folder)).rules())
          .extracting(SheetRule::name)
          .containsExactly("高分");
    }
    Files.write(file, new byte[] {'a', (byte) 0xFF, (byte) 0xFF, 'b'});
    assertThatThrownBy(() -> SheetRules.of(RuleFolder.at(folder)))
        .isInstanceOfSatisfying(
            RuleException.class,
            e -> assertThat(e.problems().get(0).text(Language.ZH)).contains("编码"));
  }

  @Test
  void aWorkbookIsReadAsItLooks() throws Exception {
    workbook(
        List.of("本单位规则", "", "", "", "", ""),
        List.of("规则", "单元格", "比较", "值", "级别", "消息"),
        List.of("高分", "总分", "大于", 90, "提示", "总分 {reported}...", "", "备注以外的格子不读"),
        List.of("执行", "执行率", "小于", "80%", "疑点", "太低"));

    List<SheetRule> rules = SheetRules.of(RuleFolder.at(folder)).rules();

    assertThat(rules)
        .extracting(
            SheetRule::name,
            rule -> rule.place().row(),
            rule -> rule.condition().value(),
            rule -> rule.wording().message())
        .containsExactly(tuple("高分", 3, "90", "总分 {reported}..."), tuple("执行", 4, "80", "太低"));
    assertThat(rules.get(0).place().sheet()).isEqualTo("规则表");
  }

  /** A spreadsheet keeps 0.7 and shows 70%. */
  @Test
  void theExampleSavedAsAWorkbook() throws Exception {
    String csv = Files.readString(Path.of("rules/examples/own-rules.csv")).replace("\uFEFF", "");
    Files.writeString(folder.resolve("local/own.csv"), csv);
    List<SheetRule> fromText = SheetRules.of(RuleFolder.at(folder)).rules();
    Files.delete(folder.resolve("local/own.csv"));
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(folder.resolve("local/own.xlsx"))) {
      var percent = book.createCellStyle();
      percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
      var sheet = book.createSheet("Sheet1");
      CsvRecords records = new CsvRecords(csv, Marks.TOLERANT);
      for (int row = 0; records.hasNext(); row++) {
        List<CsvRecords.Field> fields = records.next();
        Row line = sheet.createRow(row);
        for (int column = 0; column < fields.size(); column++) {
          String text = fields.get(column).text();
          Cell cell = line.createCell(column);
          if (text.matches("\\d+%")) {
            cell.setCellValue(Integer.parseInt(text.replace("%", "")) / 100.0);
            cell.setCellStyle(percent);
          } else {
            cell.setCellValue(text);
          }
        }
      }
      book.write(out);
    }

    List<SheetRule> fromWorkbook = SheetRules.of(RuleFolder.at(folder)).rules();
    assertThat(fromWorkbook).extracting(SheetRule::name).hasSize(6);
    assertThat(fromWorkbook)
        .extracting(SheetRule::name, SheetRule::condition, SheetRule::wording)
        .containsExactlyElementsOf(
            fromText.stream()
                .map(one -> tuple(one.name(), one.condition(), one.wording()))
                .toList());
    assertThat(problems()).isEmpty();
  }

  @Test
  void aMistakeInAWorkbookNamesItsSheet() throws Exception {
    workbook(List.of("规则", "单元格", "比较", "值", "级别", "消息"), List.of("高分", "总分", "大于", 90, "", "总分"));

    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).endsWith("local/own.xlsx");
              assertThat(problem.text(Language.ZH)).startsWith("规则表!E2：没有写级别");
            });
  }

  private void workbook(List<?>... rows) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(folder.resolve("local/own.xlsx"))) {
      book.createSheet("填写说明").createRow(0).createCell(0).setCellValue("怎么填");
      var sheet = book.createSheet("规则表");
      for (int i = 0; i < rows.length; i++) {
        Row row = sheet.createRow(i);
        for (int j = 0; j < rows[i].size(); j++) {
          Cell cell = row.createCell(j);
          if (rows[i].get(j) instanceof Integer number) {
            cell.setCellValue(number);
          } else {
            cell.setCellValue((String) rows[i].get(j));
          }
        }
      }
      book.write(out);
    }
  }

  @Test
  void aFileThatIsNoWorkbook() throws Exception {
    Files.writeString(folder.resolve("local/own.xlsx"), "no workbook");

    assertThat(problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.text(Language.ZH)).contains("打不开"));
  }

  @Test
  void theCatalogueShowsRows() throws Exception {
    table("高分,总分,,,,大于,90分,提示,总分 {reported} 高于 {value}。,,财绩〔2024〕1号,分数偏高\n");

    RuleCatalogue catalogue = RuleCatalogue.open(folder);

    assertThat(catalogue.list())
        .filteredOn(entry -> entry.info().family().equals("local"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.info().id()).isEqualTo("高分");
              assertThat(entry.title()).isEqualTo("高分");
              assertThat(entry.summary()).contains("总分 大于 90分");
            });
    String document = String.valueOf(catalogue.show("高分"));
    assertThat(document).contains("财绩〔2024〕1号", "分数偏高", "own.csv，第 2 行");
    assertThat(RuleDocument.parse(document).headings()).isEqualTo(RuleDocument.HEADINGS);
  }

  @Test
  void rowsStandBesideAWholeFolderOfRules() throws Exception {
    RuleFolders.withOneRule(folder, RuleFolders.ownRule());
    table("高分,总分,,,,大于,90分,提示,总分,,,\n");

    assertThat(open().rules()).extracting(RuleInfo::id).containsExactly("Own", "高分");
  }

  @Test
  void theExampleFindsWhatItSays() throws Exception {
    Files.copy(Path.of("rules/examples/own-rules.csv"), folder.resolve("local/own.csv"));
    RuleSet set = open();
    RuleEngine engine = RuleEngine.of(set);
    Map<String, Integer> counts = new TreeMap<>();
    for (SelfEvaluation form : RuleFolders.forms()) {
      for (Finding finding : engine.evaluate("form", form).findings()) {
        for (Language language : Language.values()) {
          String pattern = set.messages(language).get(finding.ruleId());
          assertThat(Messages.fill(pattern, finding.arguments())).doesNotContain("{", "}", "null");
        }
        counts.merge(finding.ruleId(), 1, Integer::sum);
      }
    }

    assertThat(RuleLint.run(folder)).isEmpty();
    assertThat(counts).containsEntry("没有填等级", 20).doesNotContainKey("单位不是万元");
    assertThat(counts.get("大额项目"))
        .isEqualTo(
            (int)
                RuleFolders.forms().stream()
                    .map(form -> form.funding().total().finalBudget().value())
                    .filter(
                        budget ->
                            budget != null && budget.compareTo(new BigDecimal("5000000")) >= 0)
                    .count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "20 | 20 | ''",
        "20个 | 20 | 个",
        "1,234.5元 | 1234.5 | 元",
        "２０ 个 | 20 | 个",
        "95% | 95 | %",
        "500万元 | 5000000 | 元",
        "1.2亿元 | 120000000 | 元",
        "≥20个 | - | -",
        "18-20个 | - | -",
        "20个左右，其中3个新增 | - | -",
        "约20 | - | -",
        "20以上 | - | -",
        "两次 | - | -",
      })
  void aNumberIsReadWhereTheWholeTextIsOne(String text, String number, String unit) {
    CellValue value = CellValue.parse(text);

    if (number == null) {
      assertThat(value).isNull();
    } else {
      assertThat(value).isNotNull();
      assertThat(value.number()).isEqualByComparingTo(number);
      assertThat(value.unit()).isEqualTo(unit);
    }
  }
}
