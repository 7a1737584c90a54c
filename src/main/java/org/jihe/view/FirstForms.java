package org.jihe.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jihe.finding.Attention;
import org.jihe.finding.Attention.Term;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.view.ReviewSummary.FormLine;
import org.jihe.view.TextTable.Column;
import org.jspecify.annotations.Nullable;

/** The forms to look at first, each with the rules that make it one of them. */
final class FirstForms {

  private static final int MOST_FORMS = 10;
  private static final int MOST_TERMS = 4;
  private static final int LEAST_NAME = 12;
  private static final String INDENT = "    ";

  private final Messages messages;
  private final Palette palette;
  private final int width;
  private final Figures figures;

  FirstForms(Messages messages, Palette palette, int width) {
    this.messages = messages;
    this.palette = palette;
    this.width = width;
    this.figures = new Figures(messages.language());
  }

  /**
   * The section with its heading; no line where no rule found anything.
   *
   * @param forms the first to look at first
   */
  List<String> lines(List<FormLine> forms) {
    List<FormLine> first =
        forms.stream().filter(form -> form.priority().signum() > 0).limit(MOST_FORMS).toList();
    if (first.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(""));
    Map<String, Integer> counts = Map.of("count", first.size(), "all", forms.size());
    lines.add(palette.heading(text("heading.worst", counts)));
    List<List<String>> blocks = table(first).blocks(width - 2);
    blocks.get(0).forEach(line -> lines.add("  " + palette.faint(line)));
    for (int i = 0; i < first.size(); i++) {
      blocks.get(i + 1).forEach(line -> lines.add("  " + line));
      Attention why = first.get(i).attention();
      if (why != null) {
        TextWidth.wrap(why(why), width - INDENT.length())
            .forEach(line -> lines.add(INDENT + palette.faint(line)));
      }
    }
    TextWidth.wrap(text("first.note"), width - 2)
        .forEach(line -> lines.add("  " + palette.faint(line)));
    return lines;
  }

  private TextTable table(List<FormLine> first) {
    TextTable table =
        new TextTable(
            List.of(
                Column.text(text("column.project"), LEAST_NAME),
                Column.number(text("column.priority")),
                Column.number(text("column.budget")),
                Column.number(text("column.rate")),
                Column.number(text("column.score")),
                Column.text(text("column.place"), 13)));
    for (FormLine form : first) {
      String project = form.projectName();
      table.row(
          project == null || project.isEmpty() ? text("none") : Visible.line(project),
          figures.decimals(form.priority()),
          figures.amount(form.finalBudget()),
          figures.rate(form.actualExpenditure(), form.finalBudget()),
          figures.decimals(form.score()),
          Visible.name(form.place().substring(form.place().lastIndexOf('/') + 1)));
    }
    return table;
  }

  /** The greatest terms, what all come to, and the money. */
  private String why(Attention why) {
    List<Term> terms = why.terms();
    List<String> parts = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal rest = BigDecimal.ZERO;
    for (Term term : terms) {
      sum = sum.add(term.points());
      if (parts.size() < MOST_TERMS) {
        parts.add(text("first.term", Map.of("rule", title(term), "points", plain(term.points()))));
      } else {
        rest = rest.add(term.points());
      }
    }
    if (terms.size() > MOST_TERMS) {
      String count = Figures.count(terms.size() - MOST_TERMS);
      parts.add(text("first.more", Map.of("count", count, "points", plain(rest))));
    }
    boolean cut = why.points().compareTo(sum) < 0;
    return text(
        cut ? "first.cut" : "first.sum",
        Map.of(
            "terms",
            String.join(" + ", parts),
            "sum",
            plain(sum),
            "points",
            plain(why.points()),
            "money",
            money(why.money())));
  }

  private String title(Term term) {
    @Nullable String title = messages.find(term.ruleId() + ".title");
    return title == null ? term.ruleId() : title;
  }

  private String money(Attention.Money money) {
    if (money.amount() == null) {
      return text("first.noMoney");
    }
    String amount = figures.money(money.amount());
    return money.isMedian() ? text("first.median", Map.of("money", amount)) : amount;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private String text(String key) {
    return messages.text("summary." + key);
  }

  private String text(String key, Map<String, ?> arguments) {
    return messages.text("summary." + key, arguments);
  }
}
