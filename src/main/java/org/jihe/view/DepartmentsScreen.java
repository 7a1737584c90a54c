package org.jihe.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.view.ReviewSummary.FormLine;
import org.jihe.view.TextTable.Column;
import org.jspecify.annotations.Nullable;

/**
 * A review of several departments on one screen, whatever their number: those that stand out first,
 * the forms to look at first, and where to go on.
 */
public final class DepartmentsScreen {

  /** Lines of a screen, that of the shell's prompt not counted. */
  private static final int HEIGHT = 39;

  private static final int NAME = 22;
  private static final int PROJECT = 24;
  private static final int FORMS = 8;

  private final Messages messages;
  private final Palette palette;
  private final int width;
  private final Figures figures;

  /** Whose form it is; null where it is not known. */
  @FunctionalInterface
  public interface Owners extends Function<String, @Nullable String> {}

  /**
   * @param messages with the bundle {@code comparison}
   * @param width columns of the terminal
   */
  public DepartmentsScreen(Messages messages, Palette palette, int width) {
    this.messages = messages;
    this.palette = palette;
    this.width = width;
    this.figures = new Figures(messages.language());
  }

  /**
   * The lines below what was counted.
   *
   * @param above how many lines stand above
   */
  List<String> lines(
      int above, List<DepartmentTotal> departments, List<FormLine> forms, Owners owners) {
    List<String> below = new ArrayList<>(first(forms, owners));
    below.add("");
    for (String way : List.of("screen.full", "screen.department", "screen.funnel")) {
      below.add(TextWidth.cut(messages.text(way), width));
    }
    int room = Math.max(3, HEIGHT - above - below.size() - 4);
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        palette.heading(
            messages.text("screen.heading", Map.of("count", Figures.count(departments.size())))));
    lines.addAll(table(departments, room));
    lines.addAll(below);
    return lines;
  }

  private List<String> table(List<DepartmentTotal> departments, int room) {
    List<DepartmentTotal> all = new ArrayList<>(departments);
    all.sort(
        Comparator.comparingInt((DepartmentTotal one) -> -one.verdicts().size())
            .thenComparingDouble(one -> -one.errorsPerForm())
            .thenComparing(DepartmentTotal::department)
            .thenComparingInt(DepartmentTotal::year));
    TextTable table =
        new TextTable(
            List.of(
                Column.fixed(messages.text("funnel.department")),
                Column.number(messages.text("screen.forms")),
                Column.number(messages.text("screen.money")),
                Column.number(messages.text("screen.rate")),
                Column.number(messages.text("screen.score")),
                Column.number(messages.text("screen.errors")),
                Column.number(messages.text("screen.overclaimed")),
                Column.fixed(messages.text("funnel.verdict"))));
    int shown = all.size() <= room ? all.size() : room - 1;
    for (DepartmentTotal one : all.subList(0, shown)) {
      table.row(
          one.year() + " " + TextWidth.cut(name(one.department()), NAME),
          Figures.count(one.forms()),
          figures.amount(one.finalBudget()),
          FunnelView.figure("execution", one.executionRate()),
          FunnelView.figure("score", one.score()),
          Decimal.of(one.errorsPerForm(), 1),
          Figures.count(one.overclaimed()),
          verdict(one));
    }
    List<String> lines = new ArrayList<>();
    table.lines(width).forEach(line -> lines.add(TextWidth.cut(line, width)));
    if (shown < all.size()) {
      Map<String, String> more = Map.of("count", Figures.count(all.size() - shown));
      lines.add(palette.faint(messages.text("screen.more", more)));
    }
    return lines;
  }

  private String name(String department) {
    return department.isBlank() ? messages.text("department.none") : Visible.line(department);
  }

  private String verdict(DepartmentTotal one) {
    if (!one.compared()) {
      return messages.text("verdict.notJudged");
    }
    if (one.verdicts().isEmpty()) {
      return messages.text("verdict.within");
    }
    return messages.text("screen.stands", Map.of("count", one.verdicts().size()));
  }

  private List<String> first(List<FormLine> forms, Owners owners) {
    List<String> lines = new ArrayList<>();
    int shown = Math.min(FORMS, forms.size());
    lines.add("");
    lines.add(
        palette.heading(
            messages.text(
                "screen.first", Map.of("shown", shown, "count", Figures.count(forms.size())))));
    TextTable table =
        new TextTable(
            List.of(
                Column.fixed(messages.text("funnel.department")),
                Column.fixed(messages.text("screen.project")),
                Column.number(messages.text("screen.errorCount")),
                Column.number(messages.text("screen.score"))));
    for (FormLine form : forms.subList(0, shown)) {
      String owner = owners.apply(form.formId());
      String project = form.projectName();
      table.row(
          owner == null ? "" : TextWidth.cut(Visible.line(owner), NAME + 5),
          TextWidth.cut(project == null ? form.place() : Visible.line(project), PROJECT),
          Figures.count(form.errors()),
          figures.decimals(form.score()));
    }
    table.lines(width).forEach(line -> lines.add(TextWidth.cut(line, width)));
    return lines;
  }
}
