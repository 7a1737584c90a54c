package org.jihe.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.finding.Severity;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FormBlock;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.FundingRow;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.form.Reading;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Position;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.table.Decimals;
import org.jihe.view.TextTable.Column;
import org.jspecify.annotations.Nullable;

/**
 * One form for the terminal: every value as printed, blank cells blank, and under each row what the
 * rules found there and what the reader had to guess.
 */
public final class FormView {

  private static final String INDENT = "  ";
  private static final int TEXT_LEAST = 8;
  private static final List<FormColumn<SelfEvaluation, ?>> HEADER =
      List.of(
          FormFields.SUPERVISING_DEPARTMENT,
          FormFields.IMPLEMENTING_AGENCY,
          FormFields.YEAR,
          FormFields.CURRENCY_UNIT);

  private final Messages messages;
  private final Palette palette;
  private final int width;

  /**
   * @param messages with the bundles {@code summary} and {@code reasons}, and the rules' messages
   *     under their ids
   * @param width columns of the terminal
   */
  public FormView(Messages messages, Palette palette, int width) {
    this.messages = messages;
    this.palette = palette;
    this.width = width;
  }

  /** The form with its findings and its score audit, ending with a line feed. */
  public String render(SelfEvaluation form, List<Finding> findings, ScoreAudit audit) {
    Map<Boolean, List<Finding>> byOthers =
        findings.stream().collect(Collectors.partitioningBy(each -> each.related().size() > 1));
    Remarks remarks =
        new Remarks(
            byOthers.getOrDefault(false, List.of()), form.recovery().guesses(), form.notes());
    List<String> lines = new ArrayList<>();
    header(lines, form, remarks);
    funding(lines, form, remarks);
    objective(lines, form, remarks);
    indicators(lines, form, remarks);
    total(lines, form, remarks);
    extras(lines, form);
    remarks.rest(lines);
    together(lines, byOthers.getOrDefault(true, List.of()), remarks);
    audit(lines, audit);
    lines.add("");
    lines.add(tally(findings, form.recovery().guesses().size()));
    return String.join("\n", lines) + "\n";
  }

  private void header(List<String> lines, SelfEvaluation form, Remarks remarks) {
    lines.add(palette.heading(Visible.line(printed(form.projectName()))));
    remarks.under(lines, INDENT, FormPath.head(FormFields.PROJECT_NAME));
    HEADER.forEach(column -> labelled(lines, remarks, FormPath.head(column), column.of(form)));
    remarks.under(lines, INDENT, FormPath.head(FormFields.TITLE));
    String source =
        text(
            "source",
            Map.of(
                "place",
                Places.of(form.origin()),
                "ordinal",
                form.ordinal(),
                "template",
                form.recovery().template(),
                "confidence",
                String.format(Locale.ROOT, "%.2f", form.recovery().confidence())));
    TextWidth.wrap(source, width - 2).forEach(line -> lines.add(INDENT + palette.faint(line)));
  }

  private void labelled(List<String> lines, Remarks remarks, FormPath subject, Field<?> field) {
    int labels =
        HEADER.stream()
            .mapToInt(each -> TextWidth.of(text("field." + each.name())))
            .max()
            .orElse(0);
    String label = TextWidth.padRight(text("field." + subject), labels);
    String value = Visible.line(printed(field));
    lines.add((INDENT + palette.faint(label) + INDENT + value).stripTrailing());
    remarks.under(lines, INDENT + INDENT, subject);
  }

  private void funding(List<String> lines, SelfEvaluation form, Remarks remarks) {
    heading(lines, text("heading.funding"));
    List<Column> columns = new ArrayList<>(List.of(Column.fixed("")));
    FormFields.FUNDING.forEach(column -> columns.add(column(column)));
    TextTable table = new TextTable(columns);
    List<FormPath> subjects = new ArrayList<>();
    for (FundingRow row : form.funding().rows()) {
      FormPath path = FormPath.funding(row.kind());
      subjects.add(path);
      table.row(cells(text(path.toString()), FormFields.FUNDING, row));
    }
    rows(lines, table, subjects, remarks);
    remarks.under(lines, INDENT, FormPath.part(FormBlock.FUNDING));
  }

  /** A column of a table by the name that the messages have for it. */
  private Column column(FormColumn<?, ?> column) {
    String head = text("column." + column.name());
    return column.type().isNumber() ? Column.number(head) : Column.text(head, TEXT_LEAST);
  }

  private static <R> String[] cells(
      String first, List<? extends FormColumn<R, ?>> columns, R owner) {
    return Stream.concat(
            Stream.of(first), columns.stream().map(column -> printed(column.of(owner))))
        .toArray(String[]::new);
  }

  private void objective(List<String> lines, SelfEvaluation form, Remarks remarks) {
    heading(lines, text("heading.objective"));
    for (FormColumn<AnnualObjective, String> column : FormFields.OBJECTIVE) {
      FormPath path = FormPath.objective(column);
      paragraph(lines, remarks, path, printed(column.of(form.annualObjective())));
    }
    remarks.under(lines, INDENT, FormPath.part(FormBlock.OBJECTIVE));
  }

  private void paragraph(List<String> lines, Remarks remarks, FormPath subject, String value) {
    lines.add(INDENT + palette.faint(text("field." + subject)));
    if (!value.isEmpty()) {
      TextWidth.wrap(value, width - 4).forEach(line -> lines.add(INDENT + INDENT + line));
    }
    remarks.under(lines, INDENT + INDENT, subject);
  }

  private void indicators(List<String> lines, SelfEvaluation form, Remarks remarks) {
    heading(lines, text("heading.indicators", Map.of("count", form.indicators().size())));
    List<Column> columns = new ArrayList<>(List.of(Column.number("#")));
    FormFields.INDICATOR.forEach(column -> columns.add(column(column)));
    TextTable table = new TextTable(columns);
    List<FormPath> subjects = new ArrayList<>();
    for (Indicator indicator : form.indicators()) {
      subjects.add(FormPath.indicator(subjects.size()));
      table.row(cells(String.valueOf(subjects.size()), FormFields.INDICATOR, indicator));
    }
    rows(lines, table, subjects, remarks);
    remarks.under(lines, INDENT, FormPath.part(FormBlock.INDICATORS));
  }

  private void total(List<String> lines, SelfEvaluation form, Remarks remarks) {
    lines.add("");
    lines.add(
        palette.heading(text("heading.total"))
            + INDENT
            + text(
                "total",
                Map.of(
                    "maxScore",
                    printed(form.total().maxScore()),
                    "score",
                    printed(form.total().score())))
            + (form.total().grade().isBlank()
                ? ""
                : INDENT + Visible.line(printed(form.total().grade()))));
    remarks.under(lines, INDENT, FormPath.part(FormBlock.TOTAL));
  }

  /** What else is printed; the cells of a split target stand in its row already. */
  private void extras(List<String> lines, SelfEvaluation form) {
    List<Extra> shown =
        form.extras().stream()
            .filter(each -> !FormFields.TARGET.equals(FormPath.subject(each).column()))
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    heading(lines, text("heading.extras"));
    for (Extra extra : shown) {
      FormPath subject = FormPath.subject(extra);
      String label =
          extra.label().isEmpty()
              ? (subject.block() == FormBlock.ELSEWHERE
                  ? Visible.line(extra.subject())
                  : text("extra." + subject.block().key()))
              : Visible.line(extra.label());
      String lead =
          switch (subject.block()) {
            case INDICATORS -> "#" + subject.row() + " " + label;
            case FUNDING -> fundingRow(subject) + " " + label;
            default -> label;
          };
      String mark = lead + "：";
      String indent = INDENT + " ".repeat(2);
      List<String> value = TextWidth.wrap(mark + printed(extra.value()), width - 4);
      for (int i = 0; i < value.size(); i++) {
        lines.add((i == 0 ? INDENT : indent) + value.get(i));
      }
    }
  }

  private String fundingRow(FormPath subject) {
    String own = subject.own();
    return own != null ? own : text(subject.toString());
  }

  /** What is said of several forms, of which this is one; their cells are not all here. */
  private void together(List<String> lines, List<Finding> findings, Remarks remarks) {
    if (!findings.isEmpty()) {
      heading(lines, text("heading.together"));
      findings.forEach(each -> remarks.finding(lines, INDENT, each, List.of()));
    }
  }

  private void audit(List<String> lines, ScoreAudit audit) {
    heading(
        lines,
        text(
            "heading.audit",
            Map.of(
                "low",
                number(audit.total().low()),
                "high",
                number(audit.total().high()),
                "claimed",
                number(audit.total().claimed()),
                "over",
                number(audit.total().overClaimed()),
                "lines",
                number(audit.linesOverClaimed()))));
    TextTable table =
        new TextTable(
            List.of(
                Column.number("#"),
                Column.text(text("column.item"), TEXT_LEAST),
                Column.number(text("column.maxScore")),
                Column.number(text("column.claimed")),
                Column.number(text("column.range")),
                Column.number(text("column.over")),
                Column.text(text("column.basis"), TEXT_LEAST),
                Column.text(text("column.arithmetic"), TEXT_LEAST)));
    int number = 0;
    for (ScoreAudit.Line line : audit.lines()) {
      boolean execution = line.basis() == ScoreAudit.Basis.EXECUTION || number == 0;
      table.row(
          execution ? "" : String.valueOf(number),
          execution ? text("audit.execution") : Visible.text(line.name()),
          number(line.maxScore()),
          number(line.claimed()),
          range(number(line.low()), number(line.high())),
          line.overClaimed().signum() == 0 ? "" : number(line.overClaimed()),
          text("basis." + line.basis().name().toLowerCase(Locale.ROOT)),
          Visible.text(line.arithmetic()));
      number++;
    }
    table.blocks(width - 2).stream()
        .flatMap(List::stream)
        .forEach(line -> lines.add((INDENT + line).stripTrailing()));
  }

  private static String range(String low, String high) {
    return low.equals(high) ? low : low + "–" + high;
  }

  private String number(@Nullable BigDecimal number) {
    BigDecimal plain = Decimals.plain(number);
    return plain == null ? text("audit.unknown") : plain.toPlainString();
  }

  private void rows(List<String> lines, TextTable table, List<FormPath> subjects, Remarks remarks) {
    List<List<String>> blocks = table.blocks(width - 2);
    blocks.get(0).forEach(line -> lines.add(INDENT + palette.faint(line)));
    for (int row = 0; row < subjects.size(); row++) {
      blocks.get(row + 1).forEach(line -> lines.add((INDENT + line).stripTrailing()));
      remarks.under(lines, INDENT + INDENT, subjects.get(row));
    }
  }

  private String tally(List<Finding> findings, int guesses) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count =
          findings.stream().filter(each -> each.severity() == severity && each.stands()).count();
      parts.add(palette.of(severity, severity(severity) + " " + count));
    }
    long waived = findings.stream().filter(each -> !each.stands()).count();
    if (waived > 0) {
      parts.add(text("waivedCount", Map.of("count", waived)));
    }
    parts.add(text("guesses", Map.of("count", guesses)));
    return String.join(messages.text("summary.comma"), parts);
  }

  private void heading(List<String> lines, String text) {
    lines.add("");
    lines.add(palette.heading(text));
  }

  private String severity(Severity severity) {
    return messages.text("summary.severity." + severity.name().toLowerCase(Locale.ROOT));
  }

  private static String printed(Field<?> field) {
    String printed = field.printed();
    return printed == null ? "" : Visible.text(printed);
  }

  private String text(String key) {
    return messages.text("form." + key);
  }

  private String text(String key, Map<String, ?> arguments) {
    return messages.text("form." + key, arguments);
  }

  /** Findings and guesses that are not shown yet; each is shown once, at its subject. */
  private final class Remarks {

    private final List<Finding> findings;
    private final List<Guess> guesses;
    private final List<Reading.Note> notes;

    Remarks(List<Finding> findings, List<Guess> guesses, List<Reading.Note> notes) {
      this.findings = new ArrayList<>(findings);
      this.guesses = new ArrayList<>(guesses);
      this.notes = new ArrayList<>(notes);
    }

    /** Shows what stands at the subject or a part of it. */
    void under(List<String> lines, String indent, FormPath subject) {
      show(lines, indent, each -> subject.holds(each));
    }

    /** Shows what has found no place. */
    void rest(List<String> lines) {
      if (!findings.isEmpty() || !guesses.isEmpty() || !notes.isEmpty()) {
        heading(lines, text("heading.whole"));
        show(lines, INDENT, each -> true);
      }
    }

    private void show(List<String> lines, String indent, Predicate<String> wanted) {
      List<Finding> here = findings.stream().filter(each -> wanted.test(each.subject())).toList();
      for (Finding first : here) {
        if (findings.remove(first)) {
          finding(lines, indent, first, takeLike(first));
        }
      }
      List<Guess> open = guesses.stream().filter(each -> wanted.test(each.subject())).toList();
      guesses.removeAll(open);
      open.forEach(each -> guess(lines, indent, each));
      List<Reading.Note> told = notes.stream().filter(each -> wanted.test(each.subject())).toList();
      notes.removeAll(told);
      told.forEach(each -> note(lines, indent, each));
    }

    /** What the same rule says of other cells: one remark names them all. */
    private List<Finding> takeLike(Finding first) {
      List<Finding> like =
          findings.stream()
              .filter(each -> each.ruleId().equals(first.ruleId()))
              .filter(each -> each.severity() == first.severity())
              .toList();
      findings.removeAll(like);
      return like;
    }

    private void finding(List<String> lines, String indent, Finding finding, List<Finding> like) {
      String pattern = messages.find(finding.ruleId());
      String message =
          pattern == null ? finding.ruleId() : Messages.fill(pattern, finding.arguments());
      String mark = "▲ " + severity(finding.severity()) + " ";
      remark(lines, indent, palette.of(finding.severity(), mark), message);
      lines.add(
          indent
              + " ".repeat(TextWidth.of(mark))
              + palette.faint(finding.ruleId() + address(finding)));
      String waiver = finding.waived();
      if (waiver != null) {
        String accepted = text("waived", Map.of("waiver", waiver));
        remark(lines, indent, " ".repeat(TextWidth.of(mark)), accepted);
      }
      if (!like.isEmpty()) {
        List<String> places = like.stream().map(this::also).toList();
        String others =
            text(
                "also",
                Map.of(
                    "count",
                    like.size(),
                    "places",
                    String.join(messages.text("summary.comma"), places)));
        remark(lines, indent, " ".repeat(TextWidth.of(mark)), others);
      }
    }

    private String also(Finding finding) {
      String place =
          Places.named(finding.arguments().getOrDefault("place", finding.subject()), messages);
      String reported = finding.reported();
      String expected = finding.expected();
      if (reported == null) {
        return place;
      }
      return expected == null
          ? text("also.reported", Map.of("place", place, "reported", reported))
          : text(
              "also.expected", Map.of("place", place, "reported", reported, "expected", expected));
    }

    private void guess(List<String> lines, String indent, Guess guess) {
      String reason = messages.text("guess." + guess.reason().name().toLowerCase(Locale.ROOT));
      // A doubt about a whole form or total chose nothing.
      if (!guess.chosen().isEmpty() || !guess.alternative().isEmpty()) {
        reason +=
            text(
                guess.alternative().isEmpty() ? "guess.chosen" : "guess.alternative",
                Map.of("chosen", guess.chosen(), "alternative", guess.alternative()));
      }
      remark(lines, indent, palette.heading("？" + text("guess") + " "), reason);
    }

    private void note(List<String> lines, String indent, Reading.Note note) {
      String key = "note." + note.kind().name().toLowerCase(Locale.ROOT);
      remark(
          lines,
          indent,
          palette.heading("◇ "),
          text(key, Map.of("before", Visible.line(Visible.text(note.before())))));
    }

    private void remark(List<String> lines, String indent, String mark, String message) {
      int room = Math.max(20, width - TextWidth.of(indent) - TextWidth.of(mark));
      String lead = indent + mark;
      for (String line : TextWidth.wrap(message, room)) {
        lines.add(lead + line);
        lead = indent + " ".repeat(TextWidth.of(mark));
      }
    }

    private String address(Finding finding) {
      Position cell = finding.cell();
      // Of a finding on several forms it is a cell of the first, which need not be this one.
      return cell == null || finding.related().size() > 1 ? "" : INDENT + Places.of(cell);
    }
  }
}
