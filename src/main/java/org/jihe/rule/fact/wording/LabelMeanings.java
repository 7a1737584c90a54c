package org.jihe.rule.fact.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** What labels name. Made for one form, whose indicators share a few labels. */
public final class LabelMeanings {

  private final Parameters parameters;
  private final Map<String, Meaning> categories = new HashMap<>();
  private final Map<String, Meaning> aspects = new HashMap<>();

  /** What one label names; several may hold, and then there is no one part. */
  record Meaning(
      boolean output,
      boolean benefit,
      boolean satisfaction,
      boolean cost,
      @Nullable PointsPart part) {

    boolean isUnknown() {
      return !output && !benefit && !satisfaction && !cost;
    }
  }

  public LabelMeanings(Parameters parameters) {
    this.parameters = parameters;
  }

  Meaning category(@Nullable String printed) {
    return categories.computeIfAbsent(String.valueOf(printed), this::categoryMeaning);
  }

  Meaning aspect(@Nullable String printed) {
    return aspects.computeIfAbsent(String.valueOf(printed), this::aspectMeaning);
  }

  private Meaning categoryMeaning(String text) {
    return meaning(
        parameters.mentions("outputCategory", text),
        parameters.mentions("benefitCategory", text),
        parameters.mentions("satisfactionCategory", text),
        parameters.mentions("costCategory", text));
  }

  private Meaning aspectMeaning(String text) {
    return meaning(
        parameters.mentions("outputAspect", text),
        parameters.mentions("benefitAspect", text),
        parameters.mentions("satisfactionAspect", text),
        parameters.mentions("costAspect", text));
  }

  private static Meaning meaning(
      boolean output, boolean benefit, boolean satisfaction, boolean cost) {
    List<PointsPart> parts = new ArrayList<>(1);
    add(parts, output, PointsPart.OUTPUT);
    add(parts, benefit, PointsPart.BENEFIT);
    add(parts, satisfaction, PointsPart.SATISFACTION);
    add(parts, cost, PointsPart.COST);
    return new Meaning(
        output, benefit, satisfaction, cost, parts.size() == 1 ? parts.get(0) : null);
  }

  private static void add(List<PointsPart> parts, boolean named, PointsPart part) {
    if (named) {
      parts.add(part);
    }
  }
}
