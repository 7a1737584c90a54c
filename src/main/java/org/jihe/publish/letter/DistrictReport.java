package org.jihe.publish.letter;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jihe.finding.Reply;
import org.jihe.finding.Severity;
import org.jihe.publish.list.DepartmentList;
import org.jihe.publish.list.Kinds;
import org.jihe.publish.list.Totals;

/**
 * The report on all departments to those who lead: what there is, what to look at first, how the
 * departments compare, which problems concern how much money, and how the years compare. It takes a
 * department at a time and keeps its figures.
 */
public final class DistrictReport {

  /** Its file's name. */
  public static final String FILE = "绩效自评审核情况报告.docx";

  private static final int FIRST_THINGS = 5;
  private static final int CHARTED = 12;
  private static final int MAIN_KINDS = 12;
  private static final int TABLED = 60;
  private static final double LOW_RATE = 0.8;

  private static final List<Integer> DEPARTMENT_WIDTHS = List.of(10, 46, 16, 24, 18, 14, 14, 18);
  private static final List<Integer> KIND_WIDTHS = List.of(10, 14, 58, 16, 20, 32);
  private static final List<Integer> YEAR_WIDTHS = List.of(24, 20, 30, 22, 20, 20, 24);
  private static final List<Integer> STATE_WIDTHS = List.of(40, 30, 60);

  private final Totals totals = new Totals();
  private final Kinds kinds = new Kinds();
  private final Map<String, Totals> years = new TreeMap<>();
  private final List<Line> lines = new ArrayList<>();

  /** What a department comes to. */
  private record Line(String department, String year, Totals totals) {

    /** Items a form; all of them where there is no form. */
    double perForm() {
      return (double) totals.items() / Math.max(1, totals.forms());
    }

    double rate() {
      BigDecimal rate = totals.executionRate();
      return rate == null ? 0 : rate.doubleValue();
    }
  }

  /**
   * What departments and projects held against each other come to, in sentences.
   *
   * @param departments one for each department that stands out
   * @param projects those that stand out the farthest
   * @param all how many stand out
   */
  public record Remarks(List<String> departments, List<String> projects, int all) {

    public Remarks {
      departments = List.copyOf(departments);
      projects = List.copyOf(projects);
    }
  }

  /** Takes a department. */
  public void add(DepartmentList list) {
    totals.add(list);
    kinds.add(list);
    years.computeIfAbsent(list.yearText(), year -> new Totals()).add(list);
    lines.add(new Line(list.department(), list.yearText(), Totals.of(list)));
  }

  /** Writes the report. */
  public void write(Path folder, Sender sender, long nobodys, Remarks remarks) throws IOException {
    lines.sort(
        Comparator.comparingDouble(Line::perForm).reversed().thenComparing(Line::department));
    try (Docx docx = new Docx(folder.resolve(FILE))) {
      String span =
          years.size() == 1
              ? years.keySet().iterator().next()
              : years.keySet().stream().collect(Collectors.joining("、"));
      docx.paragraph(Docx.Style.TITLE, span + "\n项目支出绩效自评审核情况报告");
      whole(docx, nobodys);
      first(docx, nobodys);
      departments(docx);
      remarks(docx, remarks);
      kinds(docx);
      progress(docx);
      if (years.size() > 1) {
        years(docx);
      }
      docx.gap();
      docx.paragraph(Docx.Style.RIGHT, sender.name());
      docx.paragraph(Docx.Style.RIGHT, sender.date());
    }
  }

  private void whole(Docx docx, long nobodys) throws IOException {
    docx.paragraph(Docx.Style.FIRST, "一、总体情况");
    long departments = lines.stream().map(Line::department).distinct().count();
    docx.paragraph(
        Docx.Style.BODY,
        "本次审核"
            + Numbers.count(departments)
            + "个部门的自评表"
            + Numbers.count(totals.forms())
            + "份，涉及年初预算数"
            + Numbers.money(totals.originalBudget())
            + "、全年预算数"
            + Numbers.money(totals.finalBudget())
            + "、全年执行数"
            + Numbers.money(totals.expenditure())
            + "，执行率"
            + Numbers.percent(totals.executionRate())
            + "。发现错误"
            + Numbers.count(totals.count(Severity.ERROR))
            + "项、疑点"
            + Numbers.count(totals.count(Severity.DOUBT))
            + "项、提示"
            + Numbers.count(totals.count(Severity.NOTE))
            + "项，平均每份自评表有需要答复的问题"
            + perForm(totals)
            + "项。");
    long unread = totals.unreadable() + nobodys;
    docx.paragraph(
        Docx.Style.BODY,
        "覆盖情况：项目清单上没有自评表的项目"
            + Numbers.count(totals.missing())
            + "个，无法读取的文件或表格"
            + Numbers.count(unread)
            + "处。得分高于其依据的自评表"
            + Numbers.count(totals.overClaiming())
            + "份，合计多得"
            + Numbers.points(totals.overClaimed())
            + "分。");
  }

  private static String perForm(Totals totals) {
    return totals.forms() == 0
        ? "—"
        : BigDecimal.valueOf(totals.items())
            .divide(BigDecimal.valueOf(totals.forms()), 1, RoundingMode.HALF_UP)
            .toPlainString();
  }

  private void first(Docx docx, long nobodys) throws IOException {
    docx.paragraph(Docx.Style.FIRST, "二、需要先处理的事项");
    List<String> things = new ArrayList<>();
    if (totals.missing() > 0) {
      things.add(
          "催报缺少的自评表"
              + Numbers.count(totals.missing())
              + "份，较多的是"
              + named(Comparator.comparingLong(line -> line.totals.missing()))
              + "。");
    }
    if (totals.unreadable() + nobodys > 0) {
      things.add("请报送单位重新报送无法读取的文件或表格" + Numbers.count(totals.unreadable() + nobodys) + "处。");
    }
    if (totals.count(Severity.ERROR) > 0) {
      things.add(
          "督促错误较多的部门改正："
              + named(Comparator.comparingLong(line -> line.totals.count(Severity.ERROR)))
              + "。");
    }
    if (totals.overClaiming() > 0) {
      things.add(
          "复核得分高于依据的自评表"
              + Numbers.count(totals.overClaiming())
              + "份，较多的是"
              + named(Comparator.comparingLong(line -> line.totals.overClaiming()))
              + "。");
    }
    List<Line> slow =
        lines.stream()
            .filter(line -> line.totals.executionRate() != null && line.rate() < LOW_RATE)
            .sorted(Comparator.comparingDouble(Line::rate))
            .limit(FIRST_THINGS)
            .toList();
    if (!slow.isEmpty()) {
      things.add(
          "执行率低于80%的部门，请说明结余资金的处理："
              + slow.stream()
                  .map(
                      line -> name(line) + "（" + Numbers.percent(line.totals.executionRate()) + "）")
                  .collect(Collectors.joining("、"))
              + "。");
    }
    if (things.isEmpty()) {
      docx.paragraph(Docx.Style.BODY, "没有需要先处理的事项。");
    }
    int number = 1;
    for (String thing : things) {
      docx.paragraph(Docx.Style.BODY, "（" + Numbers.chinese(number++) + "）" + thing);
    }
  }

  private String named(Comparator<Line> by) {
    Line none = new Line("", "", new Totals());
    return lines.stream()
        .filter(line -> by.compare(line, none) > 0)
        .sorted(by.reversed())
        .limit(FIRST_THINGS)
        .map(this::name)
        .collect(Collectors.joining("、"));
  }

  private String name(Line line) {
    return years.size() == 1 ? line.department : line.department + line.year;
  }

  private void departments(Docx docx) throws IOException {
    docx.paragraph(Docx.Style.FIRST, "三、部门比较");
    List<Line> charted = lines.subList(0, Math.min(CHARTED, lines.size()));
    if (lines.size() > 1) {
      picture(
          docx,
          "每份自评表需要答复的问题数" + (lines.size() > CHARTED ? "（最多的" + CHARTED + "个）" : ""),
          charted.stream()
              .map(
                  line ->
                      new Chart.Bar(
                          name(line),
                          line.perForm(),
                          perForm(line.totals),
                          line.perForm() > average() * 1.5))
              .toList());
      List<Line> rated =
          lines.stream()
              .filter(line -> line.totals.executionRate() != null)
              .sorted(Comparator.comparingDouble(Line::rate))
              .limit(CHARTED)
              .toList();
      picture(
          docx,
          "预算执行率" + (lines.size() > CHARTED ? "（最低的" + CHARTED + "个）" : ""),
          rated.stream()
              .map(
                  line ->
                      new Chart.Bar(
                          name(line),
                          line.rate(),
                          Numbers.percent(line.totals.executionRate()),
                          line.rate() < LOW_RATE || line.rate() > 1))
              .toList());
    }
    docx.paragraph(Docx.Style.CAPTION, "各部门情况（按每份自评表的问题数排列）");
    docx.table(
        DEPARTMENT_WIDTHS, List.of("序号", "部门", "自评表", "全年预算数（万元）", "执行率", "错误", "疑点", "每表问题"));
    int number = 1;
    for (Line line : lines.subList(0, Math.min(TABLED, lines.size()))) {
      docx.row(
          DEPARTMENT_WIDTHS,
          List.of(
              String.valueOf(number++),
              name(line),
              Numbers.count(line.totals.forms()),
              Numbers.tenThousands(line.totals.finalBudget()),
              Numbers.percent(line.totals.executionRate()),
              Numbers.count(line.totals.count(Severity.ERROR)),
              Numbers.count(line.totals.count(Severity.DOUBT)),
              perForm(line.totals)));
    }
    docx.endTable();
    if (lines.size() > TABLED) {
      docx.paragraph(
          Docx.Style.NOTE, "另有" + (lines.size() - TABLED) + "个部门（年度），见工作簿“绩效自评审核”的“部门”表。");
    }
  }

  /** Chance and what departments differ in anyway are allowed for, so most stand out nowhere. */
  private static void remarks(Docx docx, Remarks remarks) throws IOException {
    docx.paragraph(Docx.Style.SECOND, "（一）与其他部门明显不同的部门");
    if (remarks.departments().isEmpty()) {
      docx.paragraph(Docx.Style.BODY, "考虑偶然因素和部门间本来的差异，没有明显偏高或偏低的部门。");
    }
    for (String one : remarks.departments().subList(0, shown(remarks.departments()))) {
      docx.paragraph(Docx.Style.BODY, one);
    }
    if (remarks.departments().size() > CHARTED) {
      docx.paragraph(
          Docx.Style.NOTE,
          "另有" + (remarks.departments().size() - CHARTED) + "个部门（年度），见工作簿“绩效自评审核”的“比较”表。");
    }
    docx.paragraph(Docx.Style.SECOND, "（二）与同类明显不同的项目");
    if (remarks.projects().isEmpty()) {
      docx.paragraph(Docx.Style.BODY, "没有与同类明显不同的项目或部门。");
    }
    for (String one : remarks.projects()) {
      docx.paragraph(Docx.Style.BODY, one);
    }
    if (remarks.all() > remarks.projects().size()) {
      docx.paragraph(
          Docx.Style.NOTE,
          "另有" + (remarks.all() - remarks.projects().size()) + "个，见工作簿“绩效自评审核”的“离群”表。");
    }
  }

  private static int shown(List<String> lines) {
    return Math.min(CHARTED, lines.size());
  }

  private double average() {
    return totals.forms() == 0 ? 0 : (double) totals.items() / totals.forms();
  }

  private static void picture(Docx docx, String caption, List<Chart.Bar> bars) throws IOException {
    if (bars.isEmpty()) {
      return;
    }
    docx.paragraph(Docx.Style.CAPTION, caption);
    docx.picture(Chart.png(bars), Chart.WIDTH, Chart.height(bars), caption);
  }

  private void kinds(Docx docx) throws IOException {
    docx.paragraph(Docx.Style.FIRST, "四、主要问题类型和涉及的资金");
    List<Kinds.Kind> main =
        kinds.all().stream()
            .filter(kind -> kind.severity() != Severity.NOTE)
            .limit(MAIN_KINDS)
            .toList();
    if (main.isEmpty()) {
      docx.paragraph(Docx.Style.BODY, "没有发现需要答复的问题。");
      return;
    }
    picture(
        docx,
        "主要问题涉及的全年预算数（万元）",
        main.stream()
            .sorted(Comparator.comparing(Kinds.Kind::money).reversed())
            .map(
                kind ->
                    new Chart.Bar(
                        kind.rule(),
                        kind.money().doubleValue(),
                        Numbers.tenThousands(kind.money()),
                        kind.severity() == Severity.ERROR))
            .toList());
    docx.table(KIND_WIDTHS, List.of("序号", "级别", "问题", "项数", "自评表", "涉及全年预算数（万元）"));
    int number = 1;
    for (Kinds.Kind kind : main) {
      docx.row(
          KIND_WIDTHS,
          List.of(
              String.valueOf(number++),
              kind.severity() == Severity.ERROR ? "错误" : "疑点",
              kind.rule(),
              Numbers.count(kind.items()),
              Numbers.count(kind.forms()),
              Numbers.tenThousands(kind.money())));
    }
    docx.endTable();
    docx.paragraph(Docx.Style.NOTE, "同一份自评表可能有几类问题，涉及的预算数不能相加。红色的是错误，蓝色的是疑点。");
    for (LetterText.Paragraph each : LetterText.mainKinds(kinds, FIRST_THINGS)) {
      docx.paragraph(Docx.Style.SECOND, each.heading());
      docx.paragraph(Docx.Style.BODY, each.text());
    }
  }

  private void progress(Docx docx) throws IOException {
    docx.paragraph(Docx.Style.FIRST, "五、整改进度");
    docx.table(STATE_WIDTHS, List.of("状态", "项数", "占需要答复的问题"));
    for (Reply.State state : Reply.State.values()) {
      long count = totals.count(state);
      docx.row(
          STATE_WIDTHS,
          List.of(
              state.label(),
              Numbers.count(count),
              totals.items() == 0
                  ? "—"
                  : Numbers.percent(
                      BigDecimal.valueOf(count)
                          .divide(BigDecimal.valueOf(totals.items()), 4, RoundingMode.HALF_UP))));
    }
    docx.endTable();
  }

  private void years(Docx docx) throws IOException {
    docx.paragraph(Docx.Style.FIRST, "六、年度比较");
    docx.table(YEAR_WIDTHS, List.of("年度", "自评表", "全年预算数（万元）", "执行率", "错误", "疑点", "每表问题"));
    for (Map.Entry<String, Totals> year : years.entrySet()) {
      Totals of = year.getValue();
      docx.row(
          YEAR_WIDTHS,
          List.of(
              year.getKey(),
              Numbers.count(of.forms()),
              Numbers.tenThousands(of.finalBudget()),
              Numbers.percent(of.executionRate()),
              Numbers.count(of.count(Severity.ERROR)),
              Numbers.count(of.count(Severity.DOUBT)),
              perForm(of)));
    }
    docx.endTable();
  }
}
