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
          "notLate");

  /** Thresholds that the facts themselves read; a jurisdiction must have them all. */
  public static final Set<String> THRESHOLDS_OF_FACTS =
      Set.of(
          "QuantitativeOverscored.tolerance",
          "QuantitativeUnderscored.tolerance",
          "ScoreSumMismatch.tolerance",
          "ClonedIndicatorSet.similarity");

  /** Pattern lists that the facts themselves read; a jurisdiction must have them all. */
  public static final Set<String> PATTERNS_OF_FACTS =
      Set.of("placeholderCell", "placeholderWithin", "zeroInNarrative", "categoryPoints", "markup");

  public Parameters {
    thresholds = new Lookup<>(thresholds);
    words = new Lookup<>(words);
    patterns = copy(patterns);
    grades = List.copyOf(grades);
    Map<String, Map<String, BigDecimal>> schemes = new TreeMap<>();
    points.forEach((scheme, parts) -> schemes.put(scheme, Map.copyOf(parts)));
    points = Map.copyOf(schemes);
    switchedOff = Set.copyOf(switchedOff);
  }

  private static <T> Map<String, List<T>> copy(Map<String, List<T>> lists) {
    Map<String, List<T>> copies = new TreeMap<>();
    lists.forEach((name, list) -> copies.put(name, List.copyOf(list)));
    return Map.copyOf(copies);
  }

  /** The same with all that equals the other's taken from it, so that both take little room. */
  public Parameters sharing(Parameters other) {
    Map<String, BigDecimal> numbers = new TreeMap<>();
    thresholds.forEach(
        (name, value) -> numbers.put(name, shared(value, other.thresholds.get(name))));
    Map<String, Words> lists = new TreeMap<>();
    words.forEach((name, list) -> lists.put(name, shared(list, other.words.get(name))));
    Map<String, List<Pattern>> regexes = new TreeMap<>();
    patterns.forEach(
        (name, list) -> {
          List<Pattern> others = other.patterns.get(name);
          boolean same = others != null && others.toString().equals(list.toString());
          regexes.put(name, same ? others : list);
        });
    return new Parameters(
        jurisdiction,
        numbers,
        lists,
        regexes,
        shared(grades, other.grades),
        executionScore,
        rounding,
        reverseScore,
        points,
        switchedOff,
        priority);
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
