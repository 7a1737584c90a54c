package org.jihe.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jihe.finding.Finding;
import org.jihe.form.FormPath;
import org.jihe.form.Guess;
import org.jihe.form.Reading;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Position;
import org.jihe.message.Messages;
import org.jihe.message.Visible;

/**
 * What is said of one form's cells: findings, guesses and notes that are not shown yet. Each is
 * shown once, at its subject.
 */
final class FormRemarks {

  private final Messages messages;
  private final Palette palette;
  private final int width;
  private final List<Finding> findings;
  private final List<Guess> guesses;
  private final List<Reading.Note> notes;

  /**
   * @param form the form with its guesses and notes
   * @param findings those on this form alone
   */
  FormRemarks(
      Messages messages, Palette palette, int width, SelfEvaluation form, List<Finding> findings) {
    this.messages = messages;
    this.palette = palette;
    this.width = width;
    this.findings = new ArrayList<>(findings);
    this.guesses = new ArrayList<>(form.recovery().guesses());
    this.notes = new ArrayList<>(form.notes());
  }

  /** Shows what stands at the subject or a part of it. */
  void under(List<String> lines, String indent, FormPath subject) {
    show(lines, indent, each -> subject.holds(each));
  }

  /** Whether something has found no place. */
  boolean remain() {
    return !findings.isEmpty() || !guesses.isEmpty() || !notes.isEmpty();
  }

  /** Shows what has found no place. */
  void rest(List<String> lines, String indent) {
    show(lines, indent, each -> true);
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

  /**
   * Shows a finding.
   *
   * @param like what the same rule says of other cells
   */
  void finding(List<String> lines, String indent, Finding finding, List<Finding> like) {
    String pattern = messages.find(finding.ruleId());
    String message =
        pattern == null ? finding.ruleId() : Messages.fill(pattern, finding.arguments());
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    String mark = "▲ " + messages.text("summary.severity." + severity) + " ";
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
        : text("also.expected", Map.of("place", place, "reported", reported, "expected", expected));
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
    return cell == null || finding.related().size() > 1 ? "" : FormView.INDENT + Places.of(cell);
  }

  private String text(String key) {
    return messages.text("form." + key);
  }

  private String text(String key, Map<String, ?> arguments) {
    return messages.text("form." + key, arguments);
  }
}
