package org.jihe.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.view.FindingChange.Department;
import org.jihe.view.FindingChange.Line;
import org.jihe.view.TextTable.Column;
import org.jspecify.annotations.Nullable;

/** What became of findings, for the terminal: form by form what is resolved and what is new. */
public final class FindingChangeView {

  /** So many findings of a kind are named on a form. */
  private static final int NAMED = 12;

  private final Messages messages;
  private final Palette palette;
  private final int width;
  private final org.jihe.view.Figures figures;

  /**
   * @param messages with the bundles {@code list} and {@code summary}
   * @param width columns of the terminal
   */
  public FindingChangeView(Messages messages, Palette palette, int width) {
    this.messages = messages;
    this.palette = palette;
    this.width = width;
    this.figures = new org.jihe.view.Figures(messages.language());
  }

  /** A department: its figures side by side, then its forms. */
  public List<String> render(Department department) {
    List<String> lines = new ArrayList<>();
    String name = department.department() == null ? "—" : Visible.line(department.department());
    String year = department.year() == null ? "—" : String.valueOf(department.year());
    lines.add(palette.heading(name + " · " + year));
    lines.add(
        "  "
            + messages.text(
                "change.counts",
                Map.of(
                    "resolved", department.resolved(),
                    "added", department.added(),
                    "waived", department.waived(),
                    "remaining", department.remaining())));
    table(lines, department.before(), department.after());
    department.forms().forEach(form -> lines.addAll(render(form)));
    return lines;
  }

  private void table(
      List<String> lines,
      FindingChange.@Nullable Figures before,
      FindingChange.@Nullable Figures after) {
    TextTable table =
        new TextTable(
            List.of(
                Column.fixed(""),
                Column.number(messages.text("change.before")),
                Column.number(messages.text("change.after"))));
    List<String> then = values(before);
    List<String> now = values(after);
    List<String> labels =
        List.of("forms", "budget", "spent", "rate", "mean", "errors", "doubts", "notes");
    for (int i = 0; i < labels.size(); i++) {
      table.row(messages.text("change." + labels.get(i)), then.get(i), now.get(i));
    }
    table.lines(width - 2).forEach(line -> lines.add("  " + line));
  }

  private List<String> values(FindingChange.@Nullable Figures side) {
    if (side == null) {
      return java.util.Collections.nCopies(8, "—");
    }
    return List.of(
        org.jihe.view.Figures.count(side.forms()),
        figures.money(side.finalBudget()),
        figures.money(side.expenditure()),
        orNone(figures.percent(side.executionRate())),
        orNone(figures.decimals(side.scoreMean())),
        org.jihe.view.Figures.count(side.errors()),
        org.jihe.view.Figures.count(side.doubts()),
        org.jihe.view.Figures.count(side.notes()));
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "—" : text;
  }

  /** A form: its figures where they changed, then what is resolved, new and accepted. */
  public List<String> render(FindingChange change) {
    List<String> lines = new ArrayList<>();
    String project = change.project();
    String name =
        change.formId().isEmpty()
            ? messages.text("change.noForm")
            : project == null ? "—" : Visible.line(project);
    lines.add(
        "  "
            + palette.heading(name)
            + "  "
            + messages.text(
                "change.counts",
                Map.of(
                    "resolved", change.resolved().size(),
                    "added", change.added().size(),
                    "waived", change.waived().size(),
                    "remaining", change.remaining())));
    sides(lines, change);
    part(lines, "resolved", change.resolved());
    part(lines, "added", change.added());
    part(lines, "waived", change.waived());
    return lines;
  }

  private void sides(List<String> lines, FindingChange change) {
    FindingChange.Sides then = change.before();
    FindingChange.Sides now = change.after();
    if (now == null && then != null) {
      lines.add("    " + messages.text("change.gone", Map.of("place", then.place())));
    } else if (now != null && then == null) {
      lines.add("    " + messages.text("change.fresh", Map.of("place", now.place())));
    } else if (now != null && then != null) {
      lines.add("    " + palette.faint(now.place()));
      List<String> changed = new ArrayList<>();
      side(changed, "budget", figures.money(then.finalBudget()), figures.money(now.finalBudget()));
      side(changed, "spent", figures.money(then.expenditure()), figures.money(now.expenditure()));
      side(changed, "score", plain(then.score()), plain(now.score()));
      if (!changed.isEmpty()) {
        lines.add("    " + String.join(messages.text("summary.comma"), changed));
      }
    }
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  private void side(List<String> changed, String label, String then, String now) {
    if (!then.equals(now)) {
      changed.add(messages.text("change." + label) + " " + orNone(then) + " → " + orNone(now));
    }
  }

  private void part(List<String> lines, String kind, List<Line> all) {
    if (all.isEmpty()) {
      return;
    }
    String mark = messages.text("change.mark." + kind);
    for (Line line : all.subList(0, Math.min(NAMED, all.size()))) {
      String severity =
          messages.text("summary.severity." + line.severity().name().toLowerCase(Locale.ROOT));
      String lead = "    " + mark + " " + severity + " ";
      String text = Visible.line(line.text());
      String shown =
          kind.equals("resolved") ? palette.good(mark) : palette.of(line.severity(), mark);
      boolean first = true;
      for (String part : TextWidth.wrap(text, Math.max(20, width - TextWidth.of(lead)))) {
        lines.add(
            first
                ? "    " + shown + " " + severity + " " + part
                : " ".repeat(TextWidth.of(lead)) + part);
        first = false;
      }
    }
    if (all.size() > NAMED) {
      lines.add("    " + messages.text("change.more", Map.of("count", all.size() - NAMED)));
    }
  }
}
