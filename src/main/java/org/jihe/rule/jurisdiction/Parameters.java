package org.jihe.rule.jurisdiction;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.finding.Severity;
import org.jihe.form.Texts;
import org.jihe.form.measure.Figures;
import org.jspecify.annotations.Nullable;

/**
 * What a jurisdiction (财政部门) decides: thresholds, words, grades and how execution is scored.
 *
 * @param jurisdiction id of the jurisdiction, such as {@code national}
 * @param thresholds numbers by {@code Rule.name}, such as {@code LowExecution.doubtBelow}
 * @param words lists of words by the list's name
 * @param patterns lists of regular expressions by the list's name
 * @param grades the grades, best first
 * @param executionScore how the funding row is scored
 * @param rounding how rates and their scores are rounded
 * @param reverseScore how an indicator of which less is better is scored where it missed its target
 * @param points points by scheme and part of the form
 * @param switchedOff rules that do not apply here
 * @param severities rules whose findings all have a severity of the jurisdiction's own
 * @param priority what decides which forms are looked at first
 */
public record Parameters(
    String jurisdiction,
    Map<String, BigDecimal> thresholds,
    Map<String, Words> words,
    Map<String, List<Pattern>> patterns,
    List<Grade> grades,
    ExecutionScore executionScore,
    RateRounding rounding,
    ReverseScore reverseScore,
    Map<String, Map<String, BigDecimal>> points,
    Set<String> switchedOff,
    Map<String, Severity> severities,
    Priority priority)
    implements Serializable {

  /**
   * One grade (等级).
   *
   * @param name as it is expected to be printed
   * @param from lowest score that earns it, in points of 100
   * @param alsoPrinted other ways in which forms print it
   */
  public record Grade(String name, BigDecimal from, List<String> alsoPrinted)
      implements Serializable {
    public Grade {
      alsoPrinted = List.copyOf(alsoPrinted);
    }
  }

  /** Word lists that the facts themselves read; a jurisdiction must have them all. */
  public static final Set<String> WORDS_OF_FACTS =
      Set.of(
          "outputCategory",
          "outputAspect",
          "benefitCategory",
          "benefitAspect",
          "satisfactionCategory",
          "satisfactionAspect",
          "costCategory",
          "costAspect",
          "quantityAspect",
          "qualityAspect",
          "timelinessAspect",
          "negativeStart",
          "construction",
          "notConstruction",
          "lexical",
          "achieved",
          "work",
          "done",
          "preliminary",
          "poor",
          "calledOff",
          "happening",
          "handled",
          "prevented",
          "rising",
          "falling",
          "steady",
          "tellsNothing",
          "amountOfTime",
          "wantedTime",
          "incident",
          "satisfactionName",
          "aboutSatisfactionName",
          "notCostName",
          "notEconomicName",
          "socialName",
          "economicAspect",
          "noDeviation",
          "deferral",
          "measure",
          "notMeasure",
          "externalCause",
          "lessIsBetter",
          "moreIsBetter",
          "unwelcome",
          "placeholderHint",
          "placeholderStart",
          "originalBudgetInNarrative",
          "finalBudgetInNarrative",
          "expenditureInNarrative",
          "comparator",
          "fuzzyTarget",
          "notFuzzyTarget",
          "rateName",
          "notRateName",
          "costSaved",
          "inTime",
          "late",
          "notLate",
          "place",
          "amongPlaces",
          "behindPlace",
          "noBranch");

  /** Thresholds that the facts themselves read; a jurisdiction must have them all. */
  public static final Set<String> THRESHOLDS_OF_FACTS =
      Set.of(
          "QuantitativeOverscored.tolerance",
          "QuantitativeUnderscored.tolerance",
          "ScoreSumMismatch.tolerance",
          "ClonedIndicatorSet.similarity");

  /** Pattern lists that the facts themselves read; a jurisdiction must have them all. */
  public static final Set<String> PATTERNS_OF_FACTS =
      Set.of(
          "placeholderCell",
          "placeholderWithin",
          "zeroInNarrative",
          "outstandingInNarrative",
          "paidInFullInNarrative",
          "figureInNarrative",
          "figurePrefix",
          "branch",
          "categoryPoints",
          "markup");

  public Parameters {
    thresholds = Lookup.of(thresholds);
    words = Lookup.of(words);
    patterns = Lookup.of(lists(patterns));
    grades = List.copyOf(grades);
    Map<String, Map<String, BigDecimal>> schemes = new TreeMap<>();
    points.forEach((scheme, parts) -> schemes.put(scheme, Map.copyOf(parts)));
    points = Map.copyOf(schemes);
    switchedOff = Set.copyOf(switchedOff);
    severities = Map.copyOf(severities);
  }

  private static <T> Map<String, List<T>> lists(Map<String, List<T>> lists) {
    if (lists instanceof Lookup) {
      return lists;
    }
    Map<String, List<T>> copies = new TreeMap<>();
    lists.forEach((name, list) -> copies.put(name, List.copyOf(list)));
    return copies;
  }

  /** The same under another name, with other thresholds, severities and rules. */
  Parameters with(
      String id,
      Map<String, BigDecimal> numbers,
      Map<String, Severity> gravity,
      Set<String> withoutForce) {
    return new Parameters(
        id,
        numbers,
        words,
        patterns,
        grades,
        executionScore,
        rounding,
        reverseScore,
        points,
        withoutForce,
        gravity,
        priority);
  }

  /** The same with all that equals the other's taken from it, so that both take little room. */
  public Parameters sharing(Parameters other) {
    return new Parameters(
        jurisdiction,
        sharedValues(thresholds, other.thresholds),
        sharedValues(words, other.words),
        sharedValues(patterns, other.patterns),
        shared(grades, other.grades),
        shared(executionScore, other.executionScore),
        rounding,
        reverseScore,
        shared(points, other.points),
        shared(switchedOff, other.switchedOff),
        shared(severities, other.severities),
        shared(priority, other.priority));
  }

  /** The other map where nothing differs, else this with the values that do not. */
  private static <T> Map<String, T> sharedValues(Map<String, T> own, Map<String, T> other) {
    boolean same = own.keySet().equals(other.keySet());
    Map<String, T> values = new TreeMap<>();
    for (Map.Entry<String, T> one : own.entrySet()) {
      T its = other.get(one.getKey());
      boolean equal = its != null && isSame(one.getValue(), its);
      values.put(one.getKey(), equal ? its : one.getValue());
      same &= equal;
    }
    return same ? other : values;
  }

  /** Patterns have no equality of their own but their texts'. */
  private static boolean isSame(Object own, Object other) {
    return own.equals(other)
        || (own instanceof List<?> list
            && other instanceof List<?> others
            && list.stream().allMatch(Pattern.class::isInstance)
            && list.stream()
                .map(Object::toString)
                .toList()
                .equals(others.stream().map(Object::toString).toList()));
  }

  private static <T> T shared(T own, @Nullable T other) {
    return other != null && own.equals(other) ? other : own;
  }

  /**
   * A threshold.
   *
   * @throws IllegalArgumentException where the jurisdiction has none of this name
   */
  public BigDecimal limit(String name) {
    return known(thresholds.get(name), name);
  }

  /** True where the text contains one of the list's words. */
  public boolean mentions(String list, @Nullable String text) {
    return firstWord(list, text) != null;
  }

  /** The first of the list's words that the text contains, or null. */
  public @Nullable String firstWord(String list, @Nullable String text) {
    return text == null ? null : named(list).in(text);
  }

  /** The longest of the list's words that stands in the text at this place, or null. */
  public @Nullable String wordAt(String list, String text, int place) {
    return named(list).at(text, place);
  }

  /** The text without the list's words. */
  public String without(String list, String text) {
    if (!mentions(list, text)) {
      return text;
    }
    String rest = text;
    for (String word : named(list)) {
      rest = rest.replace(word, "");
    }
    return rest;
  }

  /** The text with the list's words blotted out, every other character where it was. */
  public String masked(String list, String text) {
    if (!mentions(list, text)) {
      return text;
    }
    String rest = text;
    for (String word : named(list)) {
      rest = rest.replace(word, "\0".repeat(word.length()));
    }
    return rest;
  }

  /** True where the text is one of the list's words. */
  public boolean isOne(String list, String text) {
    return named(list).contains(text);
  }

  /** True where the text begins with one of the list's words. */
  public boolean begins(String list, String text) {
    return named(list).begin(text);
  }

  /** True where the text ends with one of the list's words. */
  public boolean ends(String list, String text) {
    return named(list).end(text);
  }

  /** The patterns of a list. */
  public List<Pattern> patternsNamed(String list) {
    return known(patterns.get(list), list);
  }

  /** The first match of one of the list's patterns in the text, or null. */
  public @Nullable Matcher firstMatch(String list, @Nullable String text) {
    if (text == null) {
      return null;
    }
    for (Pattern pattern : known(patterns.get(list), list)) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        return matcher;
      }
    }
    return null;
  }

  /** True where one of the list's patterns describes the whole text. */
  public boolean isWhole(String list, String text) {
    for (Pattern pattern : known(patterns.get(list), list)) {
      if (pattern.matcher(text).matches()) {
        return true;
      }
    }
    return false;
  }

  /** The grade that a score earns, or null where it earns none. */
  public @Nullable Grade gradeOf(@Nullable BigDecimal score) {
    if (score == null) {
      return null;
    }
    for (Grade grade : grades) {
      if (score.compareTo(grade.from()) >= 0) {
        return grade;
      }
    }
    return null;
  }

  /** The grade that is printed so, or null. */
  public @Nullable Grade gradeNamed(@Nullable String printed) {
    String text = Texts.normalised(printed);
    for (Grade grade : grades) {
      if (text.equals(grade.name()) || grade.alsoPrinted().contains(text)) {
        return grade;
      }
    }
    return null;
  }

  /** All that counts, in an order of its own, for fingerprints. */
  public String canonical() {
    List<String> parts = new ArrayList<>();
    parts.add(jurisdiction);
    new TreeMap<>(thresholds)
        .forEach((name, value) -> parts.add(name + "=" + Figures.trimmed(value).toPlainString()));
    parts.add(new TreeMap<>(words).toString());
    parts.add(new TreeMap<>(patterns).toString());
    parts.add(grades.toString());
    parts.add(executionScore.toString());
    parts.add(rounding.name());
    parts.add(reverseScore.name());
    Map<String, Map<String, BigDecimal>> schemes = new TreeMap<>();
    points.forEach((scheme, values) -> schemes.put(scheme, new TreeMap<>(values)));
    parts.add(schemes.toString());
    parts.add(new TreeSet<>(switchedOff).toString());
    parts.add(priority.canonical());
    if (!severities.isEmpty()) {
      parts.add(new TreeMap<>(severities).toString());
    }
    return String.join("\n", parts);
  }

  private Words named(String list) {
    return known(words.get(list), list);
  }

  private static <T> T known(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("the jurisdiction has no parameter " + name);
    }
    return value;
  }
}
