package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jihe.form.Texts;
import org.jihe.form.measure.Figures;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.fact.wording.Labels;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** The indicators of one form as a set: how many, of what kinds, with which points. */
public final class IndicatorSet {

  private final List<IndicatorFact> rows;
  private final FullScores fullScores;
  private final List<LabelledCategory> labelledCategories;
  private final boolean aspectsKnown;
  private @Nullable CommonActual commonActual;

  IndicatorSet(List<IndicatorFact> rows, FullScores fullScores, Parameters parameters) {
    this.rows = rows;
    this.fullScores = fullScores;
    this.labelledCategories = labelled(rows, parameters);
    this.aspectsKnown =
        none(row -> row.indicator().aspect().isBlank() || row.labels().isUnknownAspect());
  }

  private boolean none(Predicate<IndicatorFact> kind) {
    for (IndicatorFact row : rows) {
      if (kind.test(row)) {
        return false;
      }
    }
    return true;
  }

  /** True where a category's label states its points. */
  public boolean statesCategoryPoints() {
    return !labelledCategories().isEmpty();
  }

  /** The indicators in printed order. */
  public List<IndicatorFact> rows() {
    return rows;
  }

  /** One indicator by its number, counted from 0. */
  public IndicatorFact row(int index) {
    return rows.get(index);
  }

  /** How many indicators the form has. */
  public int count() {
    return rows.size();
  }

  /** True where no indicator is one of 产出; false where a category cannot be told. */
  public boolean withoutOutput() {
    return fullScores.categoriesKnown() && none(IndicatorFact::output);
  }

  /** True where no indicator is one of 效益; false where a category cannot be told. */
  public boolean withoutBenefit() {
    return fullScores.categoriesKnown() && none(row -> row.labels().isBenefit());
  }

  /** True where no indicator is one of 满意度; false where a category cannot be told. */
  public boolean withoutSatisfaction() {
    return fullScores.categoriesKnown() && none(row -> row.labels().isSatisfaction());
  }

  /** True where no indicator is one of 成本; false where an aspect cannot be told. */
  public boolean withoutCost() {
    return aspectsKnown && none(row -> row.labels().isCost());
  }

  /** True where no aspect contains one of the list's words; false where one cannot be told. */
  public boolean withoutAspect(String words) {
    return aspectsKnown && none(row -> row.labels().hasAspect(words));
  }

  /** True where no label and no name of an indicator has one of the list's words. */
  public boolean noneHas(String words) {
    return none(row -> row.labels().hasAspect(words) || row.labelHas(words) || row.nameHas(words));
  }

  /** True where there are output indicators and every one's name has one of the list's words. */
  public boolean everyOutputHas(String words) {
    return outputCount() > 0 && none(row -> row.output() && !row.nameHas(words));
  }

  /** Timeliness indicators (时效) whose targets are words without one of the list's. */
  public List<IndicatorFact> timelessUnlessHas(String timeWords) {
    return rows.stream()
        .filter(IndicatorFact::timeliness)
        .filter(row -> row.plausibility().wordsOnlyUnlessHas(timeWords))
        .toList();
  }

  /** The first output that was not done and whose name has one of the list's words, or null. */
  public @Nullable IndicatorFact undoneOutputHas(String words) {
    for (IndicatorFact row : rows) {
      if (row.output() && row.nameHas(words) && row.undone()) {
        return row;
      }
    }
    return null;
  }

  /** The first timeliness indicator (时效) where every one has its full points; else null. */
  public @Nullable IndicatorFact firstOfFullTimeliness() {
    IndicatorFact first = null;
    for (IndicatorFact row : rows) {
      if (row.timeliness() && !row.full()) {
        return null;
      }
      first = first == null && row.timeliness() ? row : first;
    }
    return first;
  }

  /** Names of indicators in one line, the first eight. */
  public static String names(List<IndicatorFact> some) {
    String listed =
        some.stream()
            .limit(8)
            .map(row -> String.valueOf(row.indicator().name().printed()))
            .collect(Collectors.joining("、"));
    return some.size() > 8 ? listed + "…" : listed;
  }

  /** How many indicators carry at most so many points. */
  public int countOfAtMost(BigDecimal points) {
    int count = 0;
    for (IndicatorFact row : rows) {
      BigDecimal max = row.maxScore();
      if (max != null && max.compareTo(points) <= 0) {
        count++;
      }
    }
    return count;
  }

  /** True where no indicator has a variance explanation. */
  public boolean allUnexplained() {
    return none(row -> !row.explanationBlank());
  }

  /**
   * True where there are output indicators and every one has its full points; false where a
   * category cannot be told.
   */
  public boolean everyOutputFull() {
    return fullScores.every(Labels::isOutput);
  }

  /** The same of benefit indicators (效益). */
  public boolean everyBenefitFull() {
    return fullScores.every(Labels::isBenefit);
  }

  /**
   * The text that most actual values are.
   *
   * @param path the first cell that has it
   * @param text it, as printed there; empty where no actual value is printed
   * @param count how many cells have it
   * @param of how many actual values are printed
   */
  public record CommonActual(String path, String text, int count, int of) {

    /** Its share of the actual values; 0 where there are none. */
    public BigDecimal share() {
      return of == 0
          ? BigDecimal.ZERO
          : Figures.quotient(BigDecimal.valueOf(count), BigDecimal.valueOf(of));
    }
  }

  /** The most frequent 实际完成值, white space and full-width forms aside. */
  public CommonActual commonActual() {
    CommonActual known = commonActual;
    if (known == null) {
      known = mostCommonActual();
      commonActual = known;
    }
    return known;
  }

  private CommonActual mostCommonActual() {
    Map<String, List<IndicatorFact>> groups = new LinkedHashMap<>();
    int printed = 0;
    for (IndicatorFact row : rows) {
      if (!row.actualBlank()) {
        printed++;
        groups
            .computeIfAbsent(
                Texts.folded(row.indicator().actual().printed()), key -> new ArrayList<>(1))
            .add(row);
      }
    }
    CommonActual most = new CommonActual(Cells.INDICATORS, "", 0, printed);
    for (List<IndicatorFact> group : groups.values()) {
      if (group.size() > most.count()) {
        IndicatorFact first = group.get(0);
        String text = String.valueOf(first.indicator().actual().printed());
        most = new CommonActual(first.path("actual"), text, group.size(), printed);
      }
    }
    return most;
  }

  /** True where every indicator has its full points. */
  public boolean allFull() {
    return none(row -> !row.full());
  }

  /**
   * Indicators that lose the same points for the same reason.
   *
   * @param path the first one's variance explanation
   * @param explanation what they all say
   * @param lost the points that each loses
   * @param count how many they are
   * @param names their names
   */
  public record FlatDeduction(
      String path, String explanation, BigDecimal lost, int count, String names) {}

  /** Groups of at least so many indicators with a score, equal deductions and equal reasons. */
  public List<FlatDeduction> flatDeductions(BigDecimal fewest) {
    Map<String, List<IndicatorFact>> groups = new LinkedHashMap<>();
    for (IndicatorFact row : rows) {
      BigDecimal lost = row.points().lost();
      if (lost != null && explainedDeduction(row, lost)) {
        String reason = Texts.normalised(row.indicator().varianceExplanation().printed());
        groups
            .computeIfAbsent(Figures.text(lost) + " " + reason, key -> new ArrayList<>())
            .add(row);
      }
    }
    List<FlatDeduction> flat = new ArrayList<>(0);
    for (List<IndicatorFact> group : groups.values()) {
      if (fewest.compareTo(BigDecimal.valueOf(group.size())) <= 0) {
        flat.add(flatDeduction(group));
      }
    }
    return flat;
  }

  /** True where some of the points were lost, not all of them, and the form says why. */
  private static boolean explainedDeduction(IndicatorFact row, BigDecimal lost) {
    BigDecimal score = row.score();
    return score != null && lost.signum() > 0 && score.signum() > 0 && !row.explanationBlank();
  }

  private static FlatDeduction flatDeduction(List<IndicatorFact> group) {
    IndicatorFact first = group.get(0);
    String names =
        group.stream()
            .map(row -> String.valueOf(row.indicator().name().printed()))
            .collect(Collectors.joining("、"));
    return new FlatDeduction(
        first.path("varianceExplanation"),
        String.valueOf(first.indicator().varianceExplanation().printed()),
        Objects.requireNonNull(first.points().lost()),
        group.size(),
        names);
  }

  /** How many output indicators the form has. */
  public int outputCount() {
    return (int) rows.stream().filter(IndicatorFact::output).count();
  }

  /**
   * A category whose label states its points.
   *
   * @param label the label as printed, such as {@code 产出指标(50分)}
   * @param path the first indicator's category cell
   * @param stated the points in the label
   * @param sum what the category's indicators add up to; null where one is missing
   */
  public record LabelledCategory(
      String label, String path, BigDecimal stated, @Nullable BigDecimal sum) {

    /** True where the indicators' points are known and differ from the label's. */
    public boolean differs() {
      return sum != null && sum.compareTo(stated) != 0;
    }
  }

  /** The categories whose labels state their points, in printed order. */
  public List<LabelledCategory> labelledCategories() {
    return labelledCategories;
  }

  private static List<LabelledCategory> labelled(List<IndicatorFact> rows, Parameters parameters) {
    Map<String, LabelledCategory> categories = new LinkedHashMap<>();
    for (IndicatorFact row : rows) {
      String label = row.indicator().category().printed();
      Matcher points = parameters.firstMatch("categoryPoints", label);
      if (label == null || points == null) {
        continue;
      }
      LabelledCategory known =
          categories.getOrDefault(
              label,
              new LabelledCategory(
                  label,
                  row.path("category"),
                  new BigDecimal(points.group("points")),
                  BigDecimal.ZERO));
      BigDecimal max = row.maxScore();
      BigDecimal sum = known.sum() == null || max == null ? null : known.sum().add(max);
      categories.put(label, new LabelledCategory(label, known.path(), known.stated(), sum));
    }
    return List.copyOf(categories.values());
  }

  /** The categories whose indicators do not add up to the points in the label. */
  public List<LabelledCategory> differingCategories() {
    return labelledCategories().stream().filter(LabelledCategory::differs).toList();
  }
}
