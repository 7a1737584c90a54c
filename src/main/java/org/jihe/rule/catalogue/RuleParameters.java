package org.jihe.rule.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.jurisdiction.Jurisdiction;
import org.jihe.rule.jurisdiction.Source;
import org.jspecify.annotations.Nullable;

/** The parameters that a rule depends on, and where each jurisdiction has them from. */
public final class RuleParameters {

  /** Parameters that no rule names because the facts read them. */
  private static final Map<String, List<String>> OF_FACTS =
      Map.of(
          "ExecutionRateMismatch", List.of("rounding"),
          "ExecutionScoreMismatch", List.of("executionScore", "rounding"),
          "GradeMismatch", List.of("grades"),
          "NonstandardCategoryPoints", List.of("points"),
          "QuantitativeOverscored", List.of("reverseScore"),
          "QuantitativeUnderscored", List.of("reverseScore"));

  private RuleParameters() {}

  /**
   * A parameter of a jurisdiction.
   *
   * @param jurisdiction its name for people
   * @param parameter the parameter's name, such as {@code LowExecution.noteBelow}
   * @param value its value as text; empty where it is more than one
   * @param source where it comes from; null where nothing is said, which is as if assumed
   */
  public record Line(
      String jurisdiction, String parameter, String value, @Nullable Source source) {}

  /**
   * Of the jurisdiction in force where none is named all of the rule's parameters; of the others
   * those that differ or say where they come from.
   */
  public static List<Line> of(String rule, RuleJurisdictions jurisdictions) throws RuleException {
    List<Line> lines = new ArrayList<>();
    Map<String, BigDecimal> usual = new TreeMap<>();
    List<Jurisdiction> all = new ArrayList<>(jurisdictions.all());
    all.sort((a, b) -> Integer.compare(a.depth(), b.depth()));
    for (Jurisdiction one : all) {
      new TreeMap<>(one.parameters().thresholds())
          .forEach(
              (name, value) -> {
                if (name.startsWith(rule + ".")) {
                  Source source = source(one, "thresholds." + name);
                  BigDecimal before = usual.putIfAbsent(name, value);
                  if (before == null || source != null || before.compareTo(value) != 0) {
                    lines.add(new Line(one.name(), name, value.toPlainString(), source));
                  }
                }
              });
      for (Source source : one.sources()) {
        for (String name : OF_FACTS.getOrDefault(rule, List.of())) {
          if (source.parameter().equals(name) || source.parameter().startsWith(name + ".")) {
            lines.add(new Line(one.name(), source.parameter(), source.value(), source));
          }
        }
      }
    }
    return lines;
  }

  private static @Nullable Source source(Jurisdiction jurisdiction, String parameter) {
    for (Source source : jurisdiction.sources()) {
      if (source.parameter().equals(parameter)) {
        return source;
      }
    }
    return null;
  }
}
