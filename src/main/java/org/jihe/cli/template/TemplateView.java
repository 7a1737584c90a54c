package org.jihe.cli.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jihe.cli.console.Console;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FundingRow;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.message.Visible;
import org.jihe.reading.TemplateTrial;
import org.jihe.template.Explanation;
import org.jihe.template.TemplateScore;
import org.jihe.view.QuarantineView;
import org.jihe.view.TextWidth;
import org.jspecify.annotations.Nullable;

/** Tells step by step how the forms of a file were recognised. */
final class TemplateView {

  private static final int NAMES = 24;

  private final Console console;

  TemplateView(Console console) {
    this.console = console;
  }

  void print(TemplateTrial trial) {
    String encoding = trial.encoding().isEmpty() ? "" : " " + trial.encoding();
    heading(text("file", Map.of("file", trial.file(), "format", trial.format() + encoding)));
    Quarantined refusal = trial.refusal();
    if (refusal != null) {
      refused(refusal);
    } else if (trial.forms().isEmpty()) {
      line(text("none", Map.of()));
    }
    int number = 0;
    for (Explanation form : trial.forms()) {
      print(form, ++number);
    }
  }

  private void print(Explanation explanation, int number) {
    console.out().println();
    heading(
        text(
            "form",
            Map.of(
                "number", number, "place", at(explanation.origin()), "rows", explanation.rows())));
    scores(explanation);
    line(text("way." + explanation.way().name().toLowerCase(Locale.ROOT), Map.of()));
    if (explanation.way() != Explanation.Way.TRANSCRIPT) {
      columns("funding", explanation.funding());
      columns("indicators", explanation.indicators());
    }
    SelfEvaluation form = explanation.form();
    if (form != null) {
      form(form);
    }
    Quarantined refusal = explanation.refusal();
    if (refusal != null) {
      refused(refusal);
    }
  }

  private void scores(Explanation explanation) {
    line(text("chosen", Map.of("template", explanation.template())));
    boolean first = true;
    for (TemplateScore score : explanation.scores()) {
      line(
          "  "
              + TextWidth.padRight(score.template(), NAMES)
              + text(
                  "score",
                  Map.of(
                      "score", String.format(Locale.ROOT, "%.2f", score.score()),
                      "hits", score.hits().size(),
                      "missing", score.missing().size(),
                      "strange", score.strange().size())));
      boolean shown = score.template().equals(explanation.template()) || first;
      if (shown) {
        for (TemplateScore.Hit hit : score.hits()) {
          String label = Visible.line(hit.label());
          line("      " + hit.path() + " ← " + label + "  " + at(hit.position()));
        }
        names("missing", score.missing());
        names("strange", score.strange());
      }
      first = false;
    }
  }

  private void names(String key, List<String> names) {
    if (!names.isEmpty()) {
      line("      " + text(key, Map.of("names", String.join("  ", names))));
    }
  }

  private void columns(String table, List<Explanation.Column> columns) {
    if (columns.isEmpty()) {
      line(text("noTable." + table, Map.of()));
      return;
    }
    line(text("columns." + table, Map.of()));
    for (Explanation.Column column : columns) {
      String name = column.name().isEmpty() ? text("extraColumn", Map.of()) : column.name();
      String label = Visible.line(column.label());
      line("    " + name + " ← " + label + "  " + at(column.position()));
    }
  }

  private void form(SelfEvaluation form) {
    line(text("head", Map.of()));
    field("title", form.title());
    field("year", form.year());
    field("projectName", form.projectName());
    field("supervisingDepartment", form.supervisingDepartment());
    field("implementingAgency", form.implementingAgency());
    field("currencyUnit", form.currencyUnit());
    line(text("fundingRows", Map.of()));
    for (FundingRow row : form.funding().rows()) {
      line(
          "    "
              + row.kind().key()
              + "  "
              + cells(row.originalBudget(), row.finalBudget(), row.actualExpenditure())
              + place(row.finalBudget().position()));
    }
    line(text("indicatorRows", Map.of("count", form.indicators().size())));
    int number = 0;
    for (Indicator row : form.indicators()) {
      line(
          "    "
              + ++number
              + "  "
              + cells(
                  row.category(),
                  row.aspect(),
                  row.name(),
                  row.target(),
                  row.actual(),
                  row.maxScore(),
                  row.score(),
                  row.varianceExplanation())
              + place(row.name().position()));
    }
    line(
        text("total", Map.of())
            + "  "
            + cells(form.total().maxScore(), form.total().score(), form.total().grade())
            + place(form.total().maxScore().position()));
    line(text("extras", Map.of("count", form.extras().size())));
    for (Extra extra : form.extras()) {
      String label = extra.label().isEmpty() ? "" : Visible.line(extra.label()) + "：";
      line(
          "    "
              + extra.subject()
              + "  "
              + label
              + printed(extra.value())
              + place(extra.value().position()));
    }
    line(text("guesses", Map.of("count", form.recovery().guesses().size())));
    for (Guess guess : form.recovery().guesses()) {
      String reason = "guess." + guess.reason().name().toLowerCase(Locale.ROOT);
      line("    " + guess.subject() + "  " + console.messages().text(reason));
    }
  }

  private void field(String name, Field<?> field) {
    line("    " + name + "  " + printed(field) + (field.isBlank() ? "" : place(field.position())));
  }

  private static String cells(Field<?>... fields) {
    return List.of(fields).stream().map(TemplateView::printed).collect(Collectors.joining(" | "));
  }

  private static String printed(Field<?> field) {
    String printed = field.printed();
    return printed == null ? "—" : Visible.line(printed);
  }

  private static String place(@Nullable Position position) {
    return position == null ? "" : "  " + at(position);
  }

  /** Sheet or page and the cell: line and field of a text, the address in a table. */
  private static String at(Position position) {
    String sheet = position.sheet();
    if (sheet != null) {
      return Visible.name(sheet) + "!" + position.address();
    }
    String cell = position.row() + ":" + position.column();
    return position.page() > 0 ? "p" + position.page() + " " + cell : cell;
  }

  private void refused(Quarantined refusal) {
    new QuarantineView(console.messages(), console.palette(), console.width())
        .render(List.of(refusal))
        .forEach(console.out()::println);
  }

  private void heading(String text) {
    console.out().println(console.palette().heading(text));
  }

  private void line(String text) {
    console.out().println("  " + text.stripTrailing());
  }

  private String text(String key, Map<String, ?> facts) {
    return console.messages().text("template.try." + key, facts);
  }
}
