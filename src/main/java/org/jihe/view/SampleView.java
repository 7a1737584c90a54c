package org.jihe.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.statistic.sampling.Candidate;
import org.jihe.statistic.sampling.Rereview;
import org.jihe.statistic.sampling.Rereviewed;
import org.jihe.statistic.sampling.Sample;
import org.jihe.statistic.sampling.Stratum;
import org.jihe.view.TextTable.Column;
import org.jspecify.annotations.Nullable;

/** A sample of forms for a second review, and what came of that. */
public final class SampleView {

  private static final int SHOWN = 20;
  private static final int LEAST_NAME = 12;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Messages messages;
  private final int width;
  private final Figures figures;

  /**
   * @param messages with the bundle {@code sample}
   * @param width columns of the terminal
   */
  public SampleView(Messages messages, int width) {
    this.messages = messages;
    this.width = width;
    this.figures = new Figures(messages.language());
  }

  /**
   * The strata and the forms, ending with a line feed.
   *
   * @param forms of how many they were drawn
   * @param cancelled how many were left out
   */
  public String render(Sample sample, int forms, int cancelled) {
    List<String> text = new ArrayList<>();
    say(
        text,
        "sample.heading",
        Map.of("drawn", Figures.count(sample.drawn().size()), "forms", Figures.count(forms)));
    if (cancelled > 0) {
      say(text, "sample.cancelled", Map.of("count", Figures.count(cancelled)));
    }
    TextTable strata =
        new TextTable(
            List.of(
                Column.text(messages.text("sample.reason"), LEAST_NAME),
                Column.fixed(messages.text("sample.size")),
                Column.number(messages.text("sample.forms")),
                Column.number(messages.text("sample.drawn"))));
    for (Stratum one : sample.strata()) {
      strata.row(
          messages.text("sample.risk." + one.risk().key()),
          messages.text("sample.size." + one.sizeClass()),
          Figures.count(one.forms()),
          Figures.count(one.drawn()));
    }
    text.addAll(strata.lines(width));
    text.add("");
    TextTable drawn =
        new TextTable(
            List.of(
                Column.text(messages.text("sample.column.department"), LEAST_NAME),
                Column.fixed(messages.text("sample.column.year")),
                Column.text(messages.text("sample.column.project"), LEAST_NAME),
                Column.number(messages.text("sample.column.score")),
                Column.text(messages.text("sample.column.reason"), LEAST_NAME)));
    for (Candidate one : sample.drawn().subList(0, Math.min(SHOWN, sample.drawn().size()))) {
      drawn.row(
          name(one.department()),
          one.year() == null ? "" : String.valueOf(one.year()),
          name(one.project()),
          figures.decimals(one.score()),
          messages.text("sample.risk." + one.risk().key()));
    }
    text.addAll(drawn.lines(width));
    if (sample.drawn().size() > SHOWN) {
      say(text, "sample.more", Map.of("count", Figures.count(sample.drawn().size() - SHOWN)));
    }
    return String.join("\n", text) + "\n";
  }

  /**
   * What came of the second review, ending with a line feed.
   *
   * @param unknown forms that are not in the workspace, with their lines
   * @param blank lines without a score
   */
  public String render(Rereview review, Map<String, Integer> unknown, int blank) {
    List<String> text = new ArrayList<>();
    int forms = review.departments().stream().mapToInt(Rereview.Department::forms).sum();
    say(text, "sample.reviewed", Map.of("count", Figures.count(forms)));
    if (blank > 0) {
      say(text, "sample.blank", Map.of("count", Figures.count(blank)));
    }
    unknown.forEach(
        (form, line) ->
            say(
                text,
                "sample.unknown",
                Map.of("form", Visible.line(form), "line", String.valueOf(line))));
    if (forms == 0) {
      return String.join("\n", text) + "\n";
    }
    TextTable departments =
        new TextTable(
            List.of(
                Column.text(messages.text("sample.column.department"), LEAST_NAME),
                Column.number(messages.text("sample.forms")),
                Column.number(messages.text("sample.deviation")),
                Column.number(messages.text("sample.over")),
                Column.fixed("")));
    for (Rereview.Department one : review.departments()) {
      departments.row(
          name(one.department()),
          Figures.count(one.forms()),
          percent(one.deviation()),
          Figures.count(one.named()),
          one.isNamed() ? messages.text("sample.named") : "");
    }
    text.addAll(departments.lines(width));
    for (Rereviewed one : review.named()) {
      say(
          text,
          "sample.form",
          Map.of(
              "department", name(one.department()),
              "year", String.valueOf(one.year()),
              "project", name(one.project()),
              "score", figures.decimals(one.score()),
              "review", figures.decimals(one.review()),
              "deviation", percent(one.deviation())));
    }
    return String.join("\n", text) + "\n";
  }

  private String name(@Nullable String name) {
    return name == null || name.isBlank() ? messages.text("sample.nameless") : Visible.line(name);
  }

  private String percent(@Nullable BigDecimal share) {
    return share == null
        ? messages.text("sample.notJudged")
        : figures.decimals(share.multiply(HUNDRED)) + "%";
  }

  private void say(List<String> text, String key, Map<String, ?> arguments) {
    text.addAll(TextWidth.wrap(messages.text(key, arguments), width));
  }
}
