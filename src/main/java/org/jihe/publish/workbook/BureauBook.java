package org.jihe.publish.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jihe.finding.Reply;
import org.jihe.finding.Severity;
import org.jihe.publish.list.DepartmentList;
import org.jihe.publish.list.FormLine;
import org.jihe.publish.list.Item;
import org.jihe.publish.list.Kinds;
import org.jihe.publish.list.LedgerLine;
import org.jihe.publish.list.Totals;
import org.jihe.publish.workbook.Column.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The bureau's own workbook: all departments, forms and findings, each leading to the others. It
 * takes a department at a time and keeps no more of it than its figures.
 */
public final class BureauBook implements Closeable {

  /** Its file's name. */
  public static final String FILE = "绩效自评审核.xlsx";

  private static final String TITLE = "项目支出绩效自评审核";

  private static final int NUMBER_WIDTH = 13;
  private static final int TEXT_WIDTH = 24;

  /** So many missing projects are named. */
  private static final int MOST_MISSING = 50;

  /** So many kinds of problems stand on the first sheet. */
  private static final int MAIN_KINDS = 25;

  private final Book book;
  private final SheetWriter overview;
  private final SheetWriter departments;
  private final SheetWriter forms;
  private final SheetWriter findings;
  private final SheetWriter audits;
  private final SheetWriter ledger;
  private final SheetWriter coverage;
  private final List<SheetWriter> tables = new ArrayList<>();
  private final List<Item> unread = new ArrayList<>();
  private final List<String> owners = new ArrayList<>();
  private final Totals totals = new Totals();
  private final Kinds kinds = new Kinds();
  private int number;
  private int formNumber;

  /**
   * Begins the workbook.
   *
   * @param folder a folder that exists
   */
  public BureauBook(Path folder) {
    this.book = new Book(folder.resolve(FILE), TITLE, Book.Texts.INLINE);
    this.overview =
        book.sheet(
                "总览",
                List.of(
                    Column.text("", 30),
                    Column.count(""),
                    Column.count(""),
                    Column.money(""),
                    Column.text("", 70)))
            .title(TITLE + "总览");
    this.departments = departments();
    this.forms = forms();
    this.findings = findings();
    this.audits = audits();
    this.ledger = ledger();
    this.coverage = coverage();
  }

  private SheetWriter departments() {
    List<Column> columns =
        List.of(
            Column.text("主管部门", 30),
            Column.centred("年度", 9),
            Column.count("自评表"),
            Column.money("年初预算数（元）"),
            Column.money("全年预算数（元）"),
            Column.money("全年执行数（元）"),
            Column.rate("执行率"),
            Column.count("错误"),
            Column.count("疑点"),
            Column.count("提示"),
            Column.count("缺少自评表"),
            Column.count("无法读取"),
            Column.count("得分依据不足的表"),
            Column.score("多得分数"),
            Column.count("待反馈"),
            Column.count("已整改"),
            Column.count("说明理由"),
            Column.count("不予采纳"),
            Column.count("已销号"),
            Column.text("退回修改清单", 36));
    return book.sheet("部门", columns)
        .frozenColumns(2)
        .bars(7, Shades.RED)
        .bars(8, Shades.YELLOW)
        .colourWhere(6, "<0.8", Shades.YELLOW)
        .colourWhere(6, ">1", Shades.RED)
        .colourWhere(14, ">0", Shades.YELLOW)
        .title("各部门")
        .head();
  }

  private SheetWriter forms() {
    List<Column> columns =
        List.of(
            Column.centred("序号", 6),
            Column.text("主管部门", 22),
            Column.centred("年度", 9),
            Column.text("项目", 30),
            Column.text("实施单位", 20),
            Column.money("年初预算数（元）"),
            Column.money("全年预算数（元）"),
            Column.money("全年执行数（元）"),
            Column.rate("执行率"),
            Column.score("总分"),
            Column.centred("等级", 7),
            Column.score("多得分数"),
            Column.count("错误"),
            Column.count("疑点"),
            Column.count("提示"),
            Column.centred("问题", 8),
            Column.text("来源", 34));
    return book.sheet("自评表", columns)
        .frozenColumns(4)
        .colourWhere(8, "<0.8", Shades.YELLOW)
        .colourWhere(8, ">1", Shades.RED)
        .colourWhere(11, ">0", Shades.RED)
        .colourWhere(12, ">0", Shades.RED)
        .colourWhere(13, ">0", Shades.YELLOW)
        .title("自评表")
        .head();
  }

  private SheetWriter findings() {
    List<Column> columns =
        List.of(
            Column.centred("序号", 7),
            Column.text("主管部门", 20),
            Column.centred("年度", 9),
            Column.text("项目", 26),
            Column.text("实施单位", 18),
            Column.centred("自评表", 8),
            Column.centred("级别", 7),
            Column.text("规则", 18),
            Column.text("位置", 24),
            Column.text("填报内容", 22),
            Column.text("应为", 18),
            Column.text("问题", 54),
            Column.centred("状态", 10),
            Column.text("单位反馈", 24),
            Column.centred("反馈人", 10),
            Column.text("复核意见", 18));
    SheetWriter sheet =
        book.sheet("问题", columns)
            .frozenColumns(4)
            .colour(6, "错误", Shades.RED)
            .colour(6, "疑点", Shades.YELLOW)
            .colour(6, "提示", Shades.GREY);
    for (Reply.State state : Reply.State.values()) {
      sheet.colour(12, state.label(), Shades.of(state));
    }
    return sheet.title("问题").head();
  }

  private SheetWriter audits() {
    List<Column> columns =
        List.of(
            Column.text("主管部门", 22),
            Column.centred("年度", 9),
            Column.text("项目", 32),
            Column.centred("自评表", 8),
            Column.score("填报总分"),
            Column.centred("等级", 7),
            Column.score("有依据的下限"),
            Column.score("有依据的上限"),
            Column.score("多得分数"),
            Column.text("算式", 60));
    return book.sheet("得分核算", columns)
        .frozenColumns(3)
        .colourWhere(8, ">0", Shades.RED)
        .title("得分核算")
        .head();
  }

  private SheetWriter coverage() {
    List<Column> columns =
        List.of(
            Column.text("主管部门", 34),
            Column.centred("年度", 9),
            Column.count("已有自评表"),
            Column.count("缺少自评表"),
            Column.count("无法读取"),
            Column.rate("覆盖率"),
            Column.money("已有自评表的全年预算数（元）"),
            Column.text("缺少的项目", 70));
    return book.sheet("覆盖", columns)
        .frozenColumns(2)
        .colourWhere(3, ">0", Shades.RED)
        .colourWhere(4, ">0", Shades.YELLOW)
        .title("覆盖")
        .note("覆盖率 = 已有自评表 ÷（已有自评表 + 缺少自评表）。没有给出项目清单时不知道缺少哪些，不表示都已报送。", 18)
        .head();
  }

  private void cover(DepartmentList list, Totals own) {
    long due = own.forms() + own.missing();
    List<String> missing =
        list.items().stream()
            .filter(item -> item.kind() == Item.Kind.MISSING_FORM)
            .map(Item::project)
            .limit(MOST_MISSING)
            .toList();
    String more = own.missing() > MOST_MISSING ? "…… 等" + own.missing() + "个" : "";
    coverage.row(
        list.department(),
        year(list),
        own.forms(),
        own.missing(),
        own.unreadable(),
        due == 0 ? null : (double) own.forms() / due,
        own.finalBudget(),
        String.join("、", missing) + more);
  }

  private SheetWriter ledger() {
    List<Column> columns =
        List.of(
            Column.text("主管部门", 22),
            Column.centred("年度", 10),
            Column.text("项目", 26),
            Column.centred("级别", 7),
            Column.text("位置", 24),
            Column.text("问题", 46),
            Column.centred("状态", 10),
            Column.centred("复查结果", 9),
            Column.text("单位反馈", 30),
            Column.centred("反馈人", 10),
            Column.centred("反馈时间", 17),
            Column.text("复核意见", 24),
            Column.centred("复核人", 10),
            Column.centred("复核时间", 17));
    SheetWriter sheet =
        book.sheet("整改台账", columns)
            .frozenColumns(3)
            .colour(7, "已消除", Shades.GREEN)
            .colour(7, "仍存在", Shades.YELLOW);
    for (Reply.State state : Reply.State.values()) {
      sheet.colour(6, state.label(), Shades.of(state));
    }
    return sheet.title("整改台账").note("已有反馈或复核意见的各项；尚未反馈的见“问题”。复查结果是最近一次审核的结果。", 18).head();
  }

  /**
   * Takes a department.
   *
   * @param file name of its own list; null where it has none
   */
  public void add(DepartmentList list, @Nullable String file) {
    Totals own = Totals.of(list);
    int first = forms.nextRow();
    String formSheet = forms.name();
    departments.row(
        list.forms().isEmpty()
            ? list.department()
            : new Link(SheetWriter.shown(list.department()), formSheet, first),
        year(list),
        own.forms(),
        own.originalBudget(),
        own.finalBudget(),
        own.expenditure(),
        own.executionRate(),
        own.count(Severity.ERROR),
        own.count(Severity.DOUBT),
        own.count(Severity.NOTE),
        own.missing(),
        own.unreadable(),
        own.overClaiming(),
        own.overClaimed(),
        own.count(Reply.State.AWAITED),
        own.count(Reply.State.RECTIFIED),
        own.count(Reply.State.EXPLAINED),
        own.count(Reply.State.NOT_ACCEPTED),
        own.count(Reply.State.CLOSED),
        file);
    Map<String, Integer> rows = new HashMap<>();
    for (FormLine form : list.forms()) {
      rows.put(form.formId(), first + rows.size());
    }
    Map<String, Counts> counts = findings(list, rows, formSheet);
    list.forms().forEach(form -> form(list, form, counts.getOrDefault(form.formId(), Counts.NONE)));
    list.forms().forEach(form -> audit(list, form, rows.getOrDefault(form.formId(), 1), formSheet));
    list.items().stream()
        .filter(item -> item.kind() == Item.Kind.UNREADABLE)
        .forEach(item -> unread(item, list.department() + " " + year(list)));
    cover(list, own);
    totals.add(list);
    kinds.add(list);
  }

  /** Takes a line of the ledger; only what has been answered stands on a sheet of its own. */
  public void addToLedger(LedgerLine line) {
    if (line.isAnswered()) {
      ledger.row(
          line.department(),
          line.year(),
          line.project(),
          line.severity(),
          line.place(),
          line.problem(),
          line.state(),
          line.found(),
          line.text(),
          line.by(),
          line.replied(),
          line.opinion(),
          line.decidedBy(),
          line.decided());
    }
  }

  /** Takes a table of figures, which gets a sheet of its own. */
  public void add(TableSheet table) {
    List<Column> columns = new ArrayList<>();
    for (TableSheet.Head head : table.heads()) {
      columns.add(
          head.isNumber()
              ? new Column(head.text(), NUMBER_WIDTH, Kind.NUMBER)
              : Column.text(head.text(), TEXT_WIDTH));
    }
    SheetWriter sheet =
        book.sheet(table.name(), columns).frozenColumns(1).title(table.name()).head();
    table.rows().forEach(row -> sheet.row(row.toArray()));
    tables.add(sheet);
  }

  /** Takes what could not be read and is no department's, as far as can be told. */
  public void addNobodys(List<Item> items) {
    items.forEach(item -> unread(item, "未能确定"));
  }

  private void unread(Item item, String owner) {
    unread.add(item);
    owners.add(owner);
  }

  /**
   * The findings of a form.
   *
   * @param sheet where they are
   * @param row the first of them
   */
  private record Counts(long errors, long doubts, long notes, String sheet, int row) {

    static final Counts NONE = new Counts(0, 0, 0, "", 0);

    Counts and(Severity severity) {
      return new Counts(
          errors + (severity == Severity.ERROR ? 1 : 0),
          doubts + (severity == Severity.DOUBT ? 1 : 0),
          notes + (severity == Severity.NOTE ? 1 : 0),
          sheet,
          row);
    }

    long all() {
      return errors + doubts + notes;
    }
  }

  private Map<String, Counts> findings(
      DepartmentList list, Map<String, Integer> rows, String formSheet) {
    List<Item> all = new ArrayList<>(list.items());
    all.addAll(list.notes());
    all.sort(Comparator.comparing(item -> rows.getOrDefault(item.formId(), 0)));
    Map<String, Counts> counts = new HashMap<>();
    for (Item item : all) {
      Integer row = rows.get(item.formId());
      Counts before =
          counts.getOrDefault(
              item.formId(), new Counts(0, 0, 0, findings.name(), findings.nextRow()));
      counts.put(item.formId(), before.and(item.severity()));
      boolean wantsAnswer = item.severity() != Severity.NOTE;
      number++;
      findings.row(
          number,
          list.department(),
          year(list),
          item.project(),
          item.agency(),
          row == null ? null : new Link("查看", formSheet, row),
          ReturnList.label(item.severity()),
          item.rule(),
          item.place(),
          item.reported(),
          item.expected(),
          item.problem(),
          wantsAnswer ? item.answer().state().label() : null,
          item.answer().text(),
          item.answer().by(),
          item.answer().opinion());
    }
    return counts;
  }

  private void form(DepartmentList list, FormLine form, Counts counts) {
    formNumber++;
    forms.row(
        formNumber,
        list.department(),
        year(list),
        form.project(),
        form.agency(),
        form.originalBudget(),
        form.finalBudget(),
        form.expenditure(),
        form.executionRate(),
        form.score(),
        form.grade(),
        form.overClaimed(),
        counts.errors,
        counts.doubts,
        counts.notes,
        counts.all() == 0 ? null : new Link(counts.all() + " 项", counts.sheet, counts.row),
        form.place());
  }

  private void audit(DepartmentList list, FormLine form, int row, String formSheet) {
    if (form.low() == null && form.high() == null) {
      return;
    }
    audits.row(
        list.department(),
        year(list),
        form.project(),
        new Link("查看", formSheet, row),
        form.score(),
        form.grade(),
        form.low(),
        form.high(),
        form.overClaimed(),
        form.arithmetic());
  }

  private static String year(DepartmentList list) {
    return list.year() == null ? "未填" : String.valueOf(list.year());
  }

  /** Writes the first sheet and the file. */
  @Override
  public void close() throws IOException {
    unread();
    overview();
    book.close();
  }

  /** Gives up: nothing is written. */
  public void discard() throws IOException {
    book.discard();
  }

  private void unread() {
    SheetWriter sheet =
        book.sheet(
                "无法读取",
                List.of(
                    Column.text("主管部门", 30),
                    Column.centred("级别", 8),
                    Column.text("文件", 34),
                    Column.text("位置", 26),
                    Column.text("原因", 60),
                    Column.text("开头", 40),
                    Column.text("处理", 44)))
            .title("无法读取的文件和表格")
            .head();
    for (int i = 0; i < unread.size(); i++) {
      Item item = unread.get(i);
      sheet.row(
          owners.get(i),
          ReturnList.label(item.severity()),
          item.project(),
          item.place(),
          item.problem(),
          item.reported(),
          item.remedy());
    }
  }

  private void overview() {
    overview.section("主要数字");
    figure("部门（年度）", totals.lists(), "");
    figure("自评表", totals.forms(), "");
    money("年初预算数（元）", totals.originalBudget());
    money("全年预算数（元）", totals.finalBudget());
    money("全年执行数（元）", totals.expenditure());
    overview.figure("执行率", Kind.RATE, totals.executionRate(), "全年执行数合计 ÷ 全年预算数合计");
    figure("错误", totals.count(Severity.ERROR), "应当改正");
    figure("疑点", totals.count(Severity.DOUBT), "请核实后改正或说明理由");
    figure("提示", totals.count(Severity.NOTE), "供参考，不需要反馈");
    figure("缺少自评表的项目", totals.missing(), "在项目清单上而没有自评表");
    figure("无法读取", unread.size(), "见“无法读取”");
    figure("得分依据不足的自评表", totals.overClaiming(), "算式见“得分核算”");
    overview.figure("多得的分数合计", Kind.SCORE, totals.overClaimed(), "填报得分高于其依据所能支持的部分");
    overview.gap();
    overview.section("整改进度");
    for (Reply.State state : Reply.State.values()) {
      figure(state.label(), totals.count(state), progress(state));
    }
    overview.gap();
    overview.section("主要问题类型");
    overview.head(List.of("问题", "项数", "自评表", "涉及全年预算数（元）", "举例"));
    List<Kinds.Kind> all = kinds.all();
    for (Kinds.Kind kind : all.subList(0, Math.min(MAIN_KINDS, all.size()))) {
      overview.rowOf(
          List.of(Kind.TEXT, Kind.COUNT, Kind.COUNT, Kind.MONEY, Kind.TEXT),
          ReturnList.label(kind.severity()) + " · " + kind.rule(),
          kind.items(),
          kind.forms(),
          kind.money(),
          kind.example());
    }
    overview.gap();
    overview.section("各表");
    page(departments, "每个部门一行：金额、问题数和整改进度");
    page(forms, "每份自评表一行");
    page(findings, "每个问题一行，可按部门、级别、规则、状态筛选");
    page(audits, "得分与其依据");
    page(ledger, "已有反馈的各项，以及已经消除的问题");
    page(coverage, "每个部门已有和缺少的自评表");
    tables.forEach(table -> page(table, "统计表"));
  }

  private static String progress(Reply.State state) {
    return switch (state) {
      case AWAITED -> "部门尚未答复";
      case RECTIFIED -> "部门称已经改正";
      case EXPLAINED -> "部门说明了理由，不改";
      case NOT_ACCEPTED -> "财政部门不采纳部门的答复";
      case CLOSED -> "财政部门已经销号";
    };
  }

  private void page(SheetWriter sheet, String about) {
    overview.figure(sheet.name(), Kind.CENTRED, new Link("查看", sheet.name(), 1), about);
  }

  private void figure(String label, long count, String about) {
    overview.figure(label, Kind.COUNT, count, about);
  }

  private void money(String label, BigDecimal amount) {
    overview.figure(label, Kind.MONEY, amount, "");
  }
}
