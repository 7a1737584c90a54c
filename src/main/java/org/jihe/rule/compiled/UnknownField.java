package org.jihe.rule.compiled;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.FactList;
import org.jihe.rule.folder.RuleException.Problem;
import org.jspecify.annotations.Nullable;

/** Tells what there is where a rule asks a fact for what it has not. */
final class UnknownField {

  private static final Pattern FIELD =
      Pattern.compile("Unknown field (?<name>\\w+) on class (?<fact>[\\w.$]+)");
  private static final Pattern METHOD =
      Pattern.compile(
          "The method (?<name>\\w+)\\([^)]*\\) is undefined for the type (?<fact>[\\w.$]+)");
  private static final Pattern LEFT =
      Pattern.compile("Unable to parse left part of expression: !?(?<name>\\w+)");
  private static final Pattern BOUND =
      Pattern.compile("(?m)^\\s*(?:\\$\\w+\\s*:\\s*)?(\\w+)\\s*\\(");

  /** So many fields are told, the likest first. */
  private static final int TOLD = 8;

  private UnknownField() {}

  /** The mistake with the fields that there are; null where a message is about something else. */
  static @Nullable Problem in(DrlFile file, int line, String message) {
    FactList facts = FactList.read();
    for (Pattern pattern : List.of(FIELD, METHOD, LEFT)) {
      Matcher matcher = pattern.matcher(message);
      if (matcher.find()) {
        String name = matcher.group("name");
        String fact = pattern == LEFT ? bound(file, facts) : facts.named(matcher.group("fact"));
        return fact == null ? null : problem(file, line, name, fact, facts);
      }
    }
    return null;
  }

  /** The fact of the rule's first condition. */
  private static @Nullable String bound(DrlFile file, FactList facts) {
    int when = file.text().indexOf("\nwhen");
    Matcher matcher = BOUND.matcher(file.text());
    return when >= 0 && matcher.find(when + "\nwhen".length())
        ? facts.named(matcher.group(1))
        : null;
  }

  private static Problem problem(DrlFile file, int line, String name, String fact, FactList facts) {
    List<String> there =
        facts.of(fact).stream()
            .map(FactList.Field::name)
            .sorted(Comparator.<String>comparingInt(each -> distance(name, each)))
            .toList();
    int place = line > 0 ? line : lineOf(file, name);
    String told = String.join(", ", there.subList(0, Math.min(TOLD, there.size())));
    return Problem.of(
        file.file(),
        place,
        "drl.unknownField",
        Map.of("name", name, "fact", fact, "fields", told, "count", there.size()));
  }

  private static int lineOf(DrlFile file, String name) {
    Matcher matcher = Pattern.compile("\\b" + name + "\\b").matcher(file.text());
    return matcher.find() ? (int) file.text().substring(0, matcher.start()).lines().count() : 0;
  }

  /** How many characters must be changed to make one name of the other (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? corner : corner + 1;
        row[j] = Math.min(same, Math.min(above, row[j - 1]) + 1);
        corner = above;
      }
    }
    return row[other.length()];
  }
}
