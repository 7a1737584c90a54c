package org.jihe.rule.drl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jihe.rule.folder.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What can be decided of a rule's condition by its text alone: constraints of one pattern that are
 * joined by a comma or {@code &&}. Nothing is said of {@code ||}, of what methods compute, nor of
 * constraints in different patterns.
 */
public final class Conditions {

  private static final Pattern WHEN = Pattern.compile("(?ms)^\\s*when\\b(.*?)^\\s*then\\b");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
  private static final Pattern BINDING = Pattern.compile("\\$\\w+");
  private static final Pattern PATTERN = Pattern.compile("\\b[A-Z]\\w*\\s*\\(");
  private static final Pattern COMPARISON = Pattern.compile("(.+?)(==|!=|<=|>=|<|>)(.+)");
  private static final Pattern NAMED = Pattern.compile("^\\$?[\\p{L}_][\\w]*:(?!:)");

  private Conditions() {}

  /** One constraint that compares; both sides without white space. */
  private record Constraint(String left, String operator, String right) {

    String text() {
      return left + " " + operator + " " + right;
    }

    @Nullable BigDecimal number() {
      return Conditions.number(right);
    }

    /** The same with the smaller text at the left and numbers at the right. */
    Constraint turned() {
      boolean turn =
          Conditions.number(left) != null
              || (Conditions.number(right) == null && left.compareTo(right) > 0);
      if (!turn) {
        return this;
      }
      String other =
          switch (operator) {
            case "<" -> ">";
            case ">" -> "<";
            case "<=" -> ">=";
            case ">=" -> "<=";
            default -> operator;
          };
      return new Constraint(/* left= */ right, other, /* right= */ left);
    }

    /** Where a left side that holds may stand to the right side: below, at, above. */
    boolean allows(int sign) {
      return switch (operator) {
        case "==" -> sign == 0;
        case "!=" -> sign != 0;
        case "<" -> sign < 0;
        case "<=" -> sign <= 0;
        case ">" -> sign > 0;
        default -> sign >= 0;
      };
    }
  }

  /** The condition with names of variables, white space and order of constraints left out. */
  public static String normalised(DrlFile file) {
    String text = condition(file).replace("\"" + file.name() + "\"", "\"\"");
    List<String> names = new ArrayList<>();
    Matcher matcher = BINDING.matcher(text);
    StringBuilder renamed = new StringBuilder();
    while (matcher.find()) {
      if (!names.contains(matcher.group())) {
        names.add(matcher.group());
      }
      matcher.appendReplacement(renamed, "v" + names.indexOf(matcher.group()) + "_");
    }
    String whole = matcher.appendTail(renamed).toString();
    StringBuilder sorted = new StringBuilder();
    int from = 0;
    for (int[] range : patterns(whole)) {
      sorted.append(whole, from, range[0]);
      sorted.append(
          split(whole.substring(range[0], range[1])).stream()
              .sorted()
              .collect(Collectors.joining(",")));
      from = range[1];
    }
    return packed(sorted.append(whole.substring(from)).toString());
  }

  /** Why the condition can never hold, or a part of it always does; empty where neither is sure. */
  public static List<Phrase> contradictions(DrlFile file) {
    List<Phrase> found = new ArrayList<>();
    String text = condition(file);
    for (int[] range : patterns(text)) {
      List<Constraint> comparisons = new ArrayList<>();
      List<String> others = new ArrayList<>();
      for (String part : split(text.substring(range[0], range[1]))) {
        Constraint constraint = constraint(part);
        if (constraint == null) {
          others.add(packed(part));
        } else {
          comparisons.add(constraint.turned());
        }
      }
      for (String other : others) {
        if (other.equals("false")) {
          found.add(Phrase.of("lint.never", Map.of("condition", other)));
        } else if (others.contains("!" + other)) {
          found.add(Phrase.of("lint.neverBoth", Map.of("one", other, "other", "!" + other)));
        }
      }
      constants(comparisons, found);
      pairs(comparisons, found);
    }
    return found;
  }

  private static void constants(List<Constraint> comparisons, List<Phrase> found) {
    for (Constraint each : comparisons) {
      BigDecimal left = number(each.left());
      BigDecimal right = each.number();
      boolean same = each.left().equals(each.right());
      if (same || (left != null && right != null)) {
        int sign = same || left == null || right == null ? 0 : left.compareTo(right);
        String key = each.allows(sign) ? "lint.always" : "lint.never";
        found.add(Phrase.of(key, Map.of("condition", each.text())));
      }
    }
  }

  private static void pairs(List<Constraint> comparisons, List<Phrase> found) {
    for (int i = 0; i < comparisons.size(); i++) {
      for (int j = i + 1; j < comparisons.size(); j++) {
        Constraint one = comparisons.get(i);
        Constraint other = comparisons.get(j);
        if (one.left().equals(other.left()) && !canHold(one, other)) {
          found.add(Phrase.of("lint.neverBoth", Map.of("one", one.text(), "other", other.text())));
        }
      }
    }
  }

  private static boolean canHold(Constraint one, Constraint other) {
    if (one.right().equals(other.right())) {
      return (one.allows(-1) && other.allows(-1))
          || (one.allows(0) && other.allows(0))
          || (one.allows(1) && other.allows(1));
    }
    if (one.right().equals("null") || other.right().equals("null")) {
      Constraint blank = one.right().equals("null") ? one : other;
      Constraint value = one.right().equals("null") ? other : one;
      // No comparison but != holds with null.
      return !blank.operator().equals("==") || value.operator().equals("!=");
    }
    BigDecimal first = one.number();
    BigDecimal second = other.number();
    if (first == null || second == null) {
      return true;
    }
    // Between, at and around the two numbers nothing else can be told apart.
    BigDecimal least = first.min(second).subtract(BigDecimal.ONE);
    BigDecimal most = first.max(second).add(BigDecimal.ONE);
    BigDecimal middle = first.add(second).divide(BigDecimal.valueOf(2));
    for (BigDecimal value : List.of(least, first, middle, second, most)) {
      if (one.allows(value.compareTo(first)) && other.allows(value.compareTo(second))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Constraint constraint(String part) {
    String text = NAMED.matcher(packed(part)).replaceFirst("");
    if (text.contains("||")) {
      return null;
    }
    Matcher matcher = COMPARISON.matcher(text);
    return matcher.matches()
        ? new Constraint(matcher.group(1), matcher.group(2), matcher.group(3))
        : null;
  }

  static String condition(DrlFile file) {
    Matcher when = WHEN.matcher(COMMENT.matcher(file.text()).replaceAll(""));
    return when.find() ? when.group(1) : "";
  }

  /** From where to where the constraints of every outermost pattern stand. */
  private static List<int[]> patterns(String text) {
    List<int[]> ranges = new ArrayList<>();
    Matcher matcher = PATTERN.matcher(text);
    int from = 0;
    while (matcher.find(from)) {
      int end = closing(text, matcher.end());
      ranges.add(new int[] {matcher.end(), end});
      from = end;
    }
    return ranges;
  }

  private static int closing(String text, int from) {
    int depth = 1;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted = (c == '"' && text.charAt(i - 1) != '\\') != quoted;
      if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      if (depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  /** Parts between commas or {@code &&} that stand in no brackets and no quotes. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted = (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) != quoted;
      if (quoted) {
        continue;
      }
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      boolean and = text.startsWith("&&", i);
      if (depth == 0 && (c == ',' || and)) {
        parts.add(text.substring(from, i).strip());
        from = i + (and ? 2 : 1);
        i = from - 1;
      }
    }
    parts.add(text.substring(from).strip());
    parts.removeIf(String::isEmpty);
    // Beside an alternative the comma binds more weakly than ||, but && more strongly.
    return text.contains("||") && text.contains("&&") ? List.of(text.strip()) : parts;
  }

  private static String packed(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      return new BigDecimal(text.replaceFirst("[BbIilLdDfF]$", ""));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
