package org.jihe.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.view.TextTable.Column;

/**
 * One form for the terminal: every value as printed, blank cells blank, and under each row what the
 * rules found there and what the reader had to guess.
 */
public final class FormView {

  static final String INDENT = "  ";
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
    FormRemarks remarks =
        new FormRemarks(messages, palette, width, form, byOthers.getOrDefault(false, List.of()));
    List<String> lines = new ArrayList<>();
    header(lines, form, remarks);
    funding(lines, form, remarks);
    objective(lines, form, remarks);
    indicators(lines, form, remarks);
    total(lines, form, remarks);
    extras(lines, form);
    if (remarks.remain()) {
      heading(lines, text("heading.whole"));
      remarks.rest(lines, INDENT);
    }
    together(lines, byOthers.getOrDefault(true, List.of()), remarks);
    audit(lines, audit);
    lines.add("");
    lines.add(tally(findings, form.recovery().guesses().size()));
    return String.join("\n", lines) + "\n";
  }

  private void header(List<String> lines, SelfEvaluation form, FormRemarks remarks) {
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

  private void labelled(List<String> lines, FormRemarks remarks, FormPath subject, Field<?> field) {
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

  private void funding(List<String> lines, SelfEvaluation form, FormRemarks remarks) {
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

  private void objective(List<String> lines, SelfEvaluation form, FormRemarks remarks) {
    heading(lines, text("heading.objective"));
    for (FormColumn<AnnualObjective, String> column : FormFields.OBJECTIVE) {
      FormPath path = FormPath.objective(column);
      paragraph(lines, remarks, path, printed(column.of(form.annualObjective())));
    }
    remarks.under(lines, INDENT, FormPath.part(FormBlock.OBJECTIVE));
  }

  private void paragraph(List<String> lines, FormRemarks remarks, FormPath subject, String value) {
    lines.add(INDENT + palette.faint(text("field." + subject)));
    if (!value.isEmpty()) {
      TextWidth.wrap(value, width - 4).forEach(line -> lines.add(INDENT + INDENT + line));
    }
    remarks.under(lines, INDENT + INDENT, subject);
  }

  private void indicators(List<String> lines, SelfEvaluation form, FormRemarks remarks) {
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

  private void total(List<String> lines, SelfEvaluation form, FormRemarks remarks) {
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
  private void together(List<String> lines, List<Finding> findings, FormRemarks remarks) {
    if (!findings.isEmpty()) {
      heading(lines, text("heading.together"));
      findings.forEach(each -> remarks.finding(lines, INDENT, each, List.of()));
    }
  }

  private void audit(List<String> lines, ScoreAudit audit) {
    AuditTable table = new AuditTable(messages);
    heading(lines, table.heading(audit));
    table.of(audit).blocks(width - 2).stream()
        .flatMap(List::stream)
        .forEach(line -> lines.add((INDENT + line).stripTrailing()));
  }

  private void rows(
      List<String> lines, TextTable table, List<FormPath> subjects, FormRemarks remarks) {
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
}
