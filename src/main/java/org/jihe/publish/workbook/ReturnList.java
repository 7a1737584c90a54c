package org.jihe.publish.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jihe.finding.Reply;
import org.jihe.finding.Severity;
import org.jihe.publish.list.DepartmentList;
import org.jihe.publish.list.FileNames;
import org.jihe.publish.list.Item;
import org.jihe.publish.list.ListColumn;
import org.jspecify.annotations.Nullable;

/** Writes the lists that go back to the departments, a workbook each. */
public final class ReturnList {

  private static final int EXTRA_WIDTH = 14;

  private final Path folder;
  private final String due;
  private final FileNames names = new FileNames();

  /**
   * Lists in a folder.
   *
   * @param folder a folder that exists
   * @param due until when answers are wanted, in words
   */
  public ReturnList(Path folder, String due) {
    this.folder = folder;
    this.due = due;
  }

  /** The name that a department's list has, without its ending. */
  public static String name(DepartmentList list) {
    return ListColumn.FILE + FileNames.safe(list.department()) + "-" + list.yearText();
  }

  /**
   * Writes a department's list.
   *
   * @return the name of its file; null where nothing is to be said to it
   */
  public @Nullable String write(DepartmentList list) throws IOException {
    if (list.items().isEmpty() && list.notes().isEmpty()) {
      return null;
    }
    String file = names.free(name(list), ".xlsx");
    try (Book book = new Book(folder.resolve(file), heading(list), Book.Texts.SHARED)) {
      items(book, list);
      if (!list.notes().isEmpty()) {
        notes(book, list);
      }
      explanation(book);
    }
    return file;
  }

  private static String heading(DepartmentList list) {
    return list.department() + " " + list.yearText() + "项目支出绩效自评退回修改清单";
  }

  private void items(Book book, DepartmentList list) {
    List<String> extras = list.extras();
    List<Column> columns = new ArrayList<>();
    for (ListColumn column : ListColumn.values()) {
      columns.add(new Column(column.head(), column.width(), kind(column)));
    }
    extras.forEach(head -> columns.add(new Column(head, EXTRA_WIDTH, Column.Kind.ANSWER)));
    List<String> states = Stream.of(Reply.State.values()).map(Reply.State::label).toList();
    SheetWriter sheet =
        book.sheet(ListColumn.SHEET, columns)
            .frozenColumns(ListColumn.PROJECT.place() + 1)
            .choice(ListColumn.STATE.place(), states)
            .colour(ListColumn.SEVERITY.place(), label(Severity.ERROR), Shades.RED)
            .colour(ListColumn.SEVERITY.place(), label(Severity.DOUBT), Shades.YELLOW);
    for (Reply.State state : Reply.State.values()) {
      sheet.colour(ListColumn.STATE.place(), state.label(), Shades.of(state));
    }
    sheet.title(heading(list)).note(summary(list), 18).head();
    int number = 1;
    for (Item item : list.items()) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (ListColumn column : ListColumn.values()) {
        cells.add(cell(column, item, number));
      }
      extras.forEach(head -> cells.add(item.answer().extras().get(head)));
      sheet.row(cells.toArray());
      number++;
    }
  }

  private String summary(DepartmentList list) {
    StringBuilder text = new StringBuilder();
    text.append("共 ").append(list.items().size()).append(" 项");
    text.append("：错误 ").append(list.count(Severity.ERROR)).append(" 项");
    text.append("，疑点 ").append(list.count(Severity.DOUBT)).append(" 项");
    counted(text, "，其中缺少自评表 ", list.count(Item.Kind.MISSING_FORM));
    counted(text, "，文件无法读取 ", list.count(Item.Kind.UNREADABLE));
    text.append("。请填写浅黄色各列，整改期限：").append(due).append("。填写方法见“填写说明”。");
    return text.toString();
  }

  private static void counted(StringBuilder text, String what, long count) {
    if (count > 0) {
      text.append(what).append(count).append(" 项");
    }
  }

  private static Column.Kind kind(ListColumn column) {
    return switch (column) {
      case KEY -> Column.Kind.HIDDEN;
      case NUMBER, SEVERITY, DUE -> Column.Kind.CENTRED;
      case REPLY -> Column.Kind.ANSWER;
      case BY, STATE -> Column.Kind.CHOICE;
      default -> Column.Kind.TEXT;
    };
  }

  private Object cell(ListColumn column, Item item, int number) {
    return switch (column) {
      case KEY -> item.key();
      case NUMBER -> number;
      case SEVERITY -> label(item.severity());
      case PROJECT -> item.project();
      case AGENCY -> item.agency();
      case PLACE -> item.place();
      case REPORTED -> item.reported();
      case PROBLEM -> item.rule() + "：" + item.problem();
      case BASIS -> item.basis();
      case ADVICE -> item.advice();
      case DUE -> due;
      case REPLY -> item.answer().text();
      case BY -> item.answer().by();
      case STATE -> item.answer().state().label();
      case OPINION -> item.answer().opinion();
    };
  }

  static String label(Severity severity) {
    return switch (severity) {
      case ERROR -> "错误";
      case DOUBT -> "疑点";
      case NOTE -> "提示";
    };
  }

  private static void notes(Book book, DepartmentList list) {
    SheetWriter sheet =
        book.sheet(
                "提示",
                List.of(
                    Column.centred("序号", 6),
                    Column.text("项目", 26),
                    Column.text("实施单位", 20),
                    Column.text("位置", 24),
                    Column.text("填报内容", 24),
                    Column.text("提示", 52),
                    Column.text("建议", 34)))
            .title(list.department() + " " + list.yearText() + "提示")
            .note("以下各项供参考，不需要逐项反馈；修改自评表时请一并考虑。", 18)
            .head();
    int number = 1;
    for (Item item : list.notes()) {
      sheet.row(
          number++,
          item.project(),
          item.agency(),
          item.place(),
          item.reported(),
          item.rule() + "：" + item.problem(),
          item.advice());
    }
  }

  private void explanation(Book book) {
    SheetWriter sheet =
        book.sheet("填写说明", List.of(Column.centred("事项", 16), Column.text("说明", 84)))
            .portrait()
            .title("填写说明")
            .head();
    sheet.row("级别", "错误：数据、计算或填报不符合要求，应当改正。疑点：可能有误或依据不足，请核实后改正或说明理由。");
    sheet.row("位置", "自评表中的单元格名称、所在工作表和单元格地址（或行、列）以及文件名。");
    sheet.row("单位反馈", "写明如何改正，或者为什么不需要改正。修改后的自评表请随本清单一并报送。");
    sheet.row("反馈人", "填写本项的人员姓名。");
    sheet.row("状态", "从下拉列表中选择：待反馈（尚未答复）、已整改（已经改正）、说明理由（不改，理由写在“单位反馈”里）。" + "“不予采纳”和“已销号”由财政部门填写。");
    sheet.row("复核意见", "由财政部门填写。");
    sheet.row("整改期限", due);
    sheet.row("请不要改动", "请不要改动或删除隐藏的第一列和各列的名称。可以排序、筛选，也可以在最后增加本单位自用的列，下次退回时会保留。");
  }
}
