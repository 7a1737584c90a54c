package org.jihe.rule.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One rule as Drools' own parser understands it, in the language in which Drools compiles it. Takes
 * long the first time: what has been compiled before has its {@link RuleHeader} without it.
 */
public final class DrlRule {

  private static final Pattern WHEN = Pattern.compile("\\bwhen\\b");
  private static final Pattern PLACE = Pattern.compile("^\\[ERR \\d+] (?:Line [\\d:]+ )?");

  private final DrlFile file;
  private final List<RuleDescr> rules = new ArrayList<>();
  private final List<Problem> mistakes = new ArrayList<>();

  private DrlRule(DrlFile file) {
    this.file = file;
    // No level is named, here as where rules are compiled: one grammar reads them.
    DrlParser parser = new DrlParser();
    try {
      PackageDescr read = parser.parse(false, file.text());
      for (DroolsError error : parser.getErrors()) {
        int[] lines = error.getLines();
        mistakes.add(mistake(file.file(), lines.length == 0 ? 0 : lines[0], error.getMessage()));
      }
      if (read != null && mistakes.isEmpty()) {
        read.getRules().stream().filter(each -> !each.isQuery()).forEach(rules::add);
      }
    } catch (DroolsParserException e) {
      mistakes.add(mistake(file.file(), e.getLineNumber(), String.valueOf(e.getMessage())));
    }
  }

  /** Reads a file; what is wrong with it is told by {@link #header}. */
  public static DrlRule of(DrlFile file) {
    return new DrlRule(file);
  }

  /** Reads files. */
  public static List<DrlRule> of(List<DrlFile> files) {
    return files.stream().map(DrlRule::of).toList();
  }

  /** What Drools says of a rule that it cannot read or compile. */
  public static Problem mistake(String file, int line, String message) {
    String detail = PLACE.matcher(message.strip()).replaceFirst("");
    return Problem.of(file, Math.max(line, 0), "drl.compile", Map.of("detail", detail));
  }

  /** The file it was read from. */
  public DrlFile file() {
    return file;
  }

  /** The rule; null where the file has none, or cannot be read. */
  @Nullable RuleDescr rule() {
    return rules.isEmpty() ? null : rules.get(0);
  }

  /** The rules after the first. */
  List<RuleDescr> more() {
    return rules.isEmpty() ? List.of() : rules.subList(1, rules.size());
  }

  /**
   * What the annotations say. Of a file that cannot be read nothing but the parser's mistakes are
   * reported.
   */
  public RuleHeader header(Consumer<Problem> problems) {
    if (mistakes.isEmpty()) {
      return new RuleAnnotations(this, problems).read();
    }
    mistakes.forEach(problems);
    return new RuleAnnotations(this, problem -> {}).read();
  }

  /** The line of the rule's {@code when}; 0 where there is none, or a table has the rule. */
  public int conditionLine() {
    RuleDescr rule = rule();
    return rule == null || !file.isWritten()
        ? 0
        : DrlText.lineOf(WHEN, DrlText.codeAlone(file.text()), rule.getLine());
  }

  /** The line of the rule's {@code then}, or 0. */
  public int consequenceLine() {
    RuleDescr rule = rule();
    return rule == null ? 0 : Math.max(rule.getConsequenceLine(), 0);
  }

  /** The line of the rule's {@code @severity}, or 0. */
  public int severityLine() {
    return annotationLine("severity");
  }

  /** The line of an annotation of the rule, or 0; the parser gives no place of most. */
  int annotationLine(String annotation) {
    RuleDescr rule = rule();
    Pattern pattern = Pattern.compile("@" + Pattern.quote(annotation) + "\\b");
    return rule == null
        ? 0
        : DrlText.lineOf(pattern, DrlText.codeAlone(file.text()), rule.getLine());
  }
}
