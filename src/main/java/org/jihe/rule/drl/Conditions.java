package org.jihe.rule.drl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jihe.rule.folder.Phrase;

/**
 * What can be decided of a rule's condition without running it: constraints of one pattern that are
 * joined by a comma or {@code &&}. Nothing is said of {@code ||}, of what methods compute, nor of
 * constraints in different patterns.
 */
public final class Conditions {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");

  private Conditions() {}

  /** The condition with names of variables, white space and order of constraints left out. */
  public static String normalised(DrlRule rule) {
    RuleDescr descr = rule.rule();
    if (descr == null || descr.getLhs().getDescrs().isEmpty()) {
      return "";
    }
    String text = DrlText.withoutComments(rule.file().text());
    List<String> names = new ArrayList<>();
    Matcher matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      if (!names.contains(matcher.group())) {
        names.add(matcher.group());
      }
    }
    String own = "\"" + rule.file().name() + "\"";
    return normalised(descr.getLhs(), text, names).replace(own, "\"\"");
  }

  private static String normalised(BaseDescr part, String text, List<String> names) {
    if (part instanceof PatternDescr pattern) {
      String constraints =
          pattern.getDescrs().stream()
              .map(each -> renamed(slice(each, text), names))
              .sorted()
              .collect(Collectors.joining(","));
      int bracket = Math.max(pattern.getRightParentCharacter(), pattern.getStartCharacter());
      String from = pattern.getSource() == null ? "" : text.substring(bracket, end(pattern, text));
      String name = String.valueOf(pattern.getIdentifier());
      return renamed(name + ":" + pattern.getObjectType(), names)
          + "("
          + constraints
          + ")"
          + renamed(from, names);
    }
    if (part instanceof ConditionalElementDescr several) {
      return several.getDescrs().stream()
          .map(each -> normalised(each, text, names))
          .collect(Collectors.joining(";", several.getClass().getSimpleName() + "(", ")"));
    }
    return renamed(slice(part, text), names);
  }

  private static String slice(BaseDescr part, String text) {
    int start = part.getStartCharacter();
    return start < 0 ? part.toString() : text.substring(start, end(part, text));
  }

  private static int end(BaseDescr part, String text) {
    return Math.min(part.getEndCharacter() + 1, text.length());
  }

  private static String renamed(String text, List<String> names) {
    return VARIABLE
        .matcher(Constraint.packed(text))
        .replaceAll(match -> "v" + names.indexOf(match.group()) + "_");
  }

  /** Why the condition can never hold, or a part of it always does; empty where neither is sure. */
  public static List<Phrase> contradictions(DrlRule rule) {
    List<Phrase> found = new ArrayList<>();
    RuleDescr descr = rule.rule();
    if (descr != null) {
      patterns(descr.getLhs()).forEach(pattern -> contradictions(Constraint.in(pattern), found));
    }
    return found;
  }

  private static List<PatternDescr> patterns(BaseDescr part) {
    List<PatternDescr> patterns = new ArrayList<>();
    if (part instanceof PatternDescr pattern) {
      patterns.add(pattern);
    } else if (part instanceof ConditionalElementDescr several) {
      several.getDescrs().forEach(each -> patterns.addAll(patterns(each)));
    }
    return patterns;
  }

  private static void contradictions(Constraint.Together together, List<Phrase> found) {
    List<String> others = together.others();
    for (String other : others) {
      if (other.equals("false")) {
        found.add(Phrase.of("lint.never", Map.of("condition", other)));
      } else if (others.contains("!" + other)) {
        found.add(Phrase.of("lint.neverBoth", Map.of("one", other, "other", "!" + other)));
      }
    }
    List<Constraint> comparisons = together.comparisons().stream().map(Constraint::turned).toList();
    constants(comparisons, found);
    pairs(comparisons, found);
  }

  private static void constants(List<Constraint> comparisons, List<Phrase> found) {
    for (Constraint each : comparisons) {
      BigDecimal left = Constraint.number(each.left());
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
        if (one.left().equals(other.left()) && !one.canHoldWith(other)) {
          found.add(Phrase.of("lint.neverBoth", Map.of("one", one.text(), "other", other.text())));
        }
      }
    }
  }
}
