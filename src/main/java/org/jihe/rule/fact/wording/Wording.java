package org.jihe.rule.fact.wording;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jihe.form.Indicator;
import org.jihe.form.Texts;
import org.jihe.form.measure.Measure;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** How an indicator's name, target and actual value are worded, and whether they fit together. */
public final class Wording {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int SHORTEST_CIRCULAR = 2;
  private static final String RATIO_SIGNS = "%‰";
  private static final Pattern BARE_HUNDRED = Pattern.compile("100(?:\\.0+)?%");
  private static final Pattern COUNT_IN_WORDS =
      Pattern.compile(
          "(?<![第唯统专同单])[一二两三四五六七八九十百千万]+[多余]?(?:个(?!别)|名|人次|场|次|件|台|套|座|家|所|条|处|份|项|期|辆|户|亩|公里|篇|册|起|吨)");
  private static final Pattern BRACKETS = Pattern.compile("[(（\\[【].*?[)）\\]】]");

  private final Indicator indicator;
  private final Measure target;
  private final Measure actual;
  private final Labels labels;
  private final Parameters parameters;
  private final boolean rateName;

  /**
   * @param target what 年度指标值 says
   * @param actual what 实际完成值 says
   */
  public Wording(
      Indicator indicator, Measure target, Measure actual, Labels labels, Parameters parameters) {
    this.indicator = indicator;
    this.target = target;
    this.actual = actual;
    this.labels = labels;
    this.parameters = parameters;
    this.rateName = isRate(name(), parameters);
  }

  private static String printed(@Nullable String text) {
    return text == null ? "" : text;
  }

  private String name() {
    return printed(indicator.name().printed());
  }

  // --- the actual value ------------------------------------------------------------------------

  /** True where 实际完成值 begins as targets do: {@code =95%}, {@code 不低于 90%}. */
  public boolean actualBeginsWithComparator() {
    String text = Texts.folded(indicator.actual().printed());
    if (text.isEmpty() || !parameters.begins("comparator", text)) {
      return false;
    }
    // 低于预期 compares with no number.
    return !Character.isLetter(text.charAt(0)) || actual.comparator() != Measure.Comparator.NONE;
  }

  /** The target is a number, and 实际完成值 has none; 无 answers a target of 0 with a number. */
  public boolean actualWithoutNumber() {
    return target.quantitative()
        && actual.qualitative()
        && !COUNT_IN_WORDS.matcher(printed(indicator.actual().printed())).find()
        && !(target.zero() && saysNone(printed(indicator.actual().printed())));
  }

  private boolean saysNone(String text) {
    return parameters.begins("negativeStart", text.strip());
  }

  /** The target is words, and 实际完成值 is {@code 100%} and nothing else. */
  public boolean actualBareHundred() {
    return target.qualitative()
        && BARE_HUNDRED.matcher(Texts.folded(indicator.actual().printed())).matches();
  }

  // --- the target ------------------------------------------------------------------------------

  /** The first fuzzy word of 年度指标值, such as 约; null where there is none. */
  public @Nullable String fuzzyWord() {
    String text = indicator.target().printed();
    return text == null ? null : FuzzyWords.first(text, parameters);
  }

  /**
   * The target is a bare number where a unit is needed: it counts something (数量), or is a rate.
   * Neither a note behind the number nor one behind the name gives the unit.
   */
  public boolean unitMissing() {
    return target.quantitative()
        && target.unit().isEmpty()
        && target.note().isEmpty()
        && !BRACKETS.matcher(name()).find()
        && (labels.hasAspect("quantityAspect") || rateName || satisfactionName());
  }

  /** Target and actual value count different things. */
  public boolean unitsDiffer() {
    return target.quantitative()
        && actual.quantitative()
        && !target.unit().isEmpty()
        && !actual.unit().isEmpty()
        && !target.comparableWith(actual)
        && !target.convertibleTo(actual);
  }

  /** 三级指标 names a rate, and the target is a number without a percent sign, or words. */
  public boolean rateWithoutPercent() {
    if (!rateName || target.zero()) {
      return false; // none of it is none, in percent as in pieces
    }
    return target.qualitative()
        || (target.quantitative()
            && (target.unit().isEmpty() || RATIO_SIGNS.indexOf(target.unit().charAt(0)) < 0));
  }

  /** True for a name that ends in 率 or the like, brackets aside. */
  private static boolean isRate(String printed, Parameters parameters) {
    String name =
        opensBracket(printed) ? BRACKETS.matcher(printed).replaceAll("").strip() : printed.strip();
    return parameters.ends("rateName", name) && !parameters.ends("notRateName", name);
  }

  private static boolean opensBracket(String text) {
    return text.indexOf('(') >= 0
        || text.indexOf('（') >= 0
        || text.indexOf('[') >= 0
        || text.indexOf('【') >= 0;
  }

  private boolean satisfactionName() {
    return parameters.mentions("satisfactionName", name())
        && !parameters.mentions("aboutSatisfactionName", name());
  }

  /** 三级指标 names a rate, as 出勤率 does, which says what it measures. */
  public boolean rateName() {
    return rateName;
  }

  /** The target only repeats the end of 三级指标, as {@code 及时性} of {@code 完成及时性}. */
  public boolean circular() {
    String text = Texts.normalised(indicator.target().printed());
    return text.length() >= SHORTEST_CIRCULAR
        && !target.quantitative()
        && Texts.normalised(name()).endsWith(text);
  }

  /** A cost is bounded from below. */
  public boolean costFromBelow() {
    boolean below =
        target.comparator() == Measure.Comparator.AT_LEAST
            || target.comparator() == Measure.Comparator.ABOVE;
    return below && labels.isCost() && target.money() && !parameters.mentions("costSaved", name());
  }

  // --- satisfaction ----------------------------------------------------------------------------

  /** An indicator of 满意度, by its labels or its name. */
  public boolean satisfaction() {
    return labels.isSatisfaction() || satisfactionName();
  }

  /** The actual value is 100 %. */
  public boolean actualHundred() {
    BigDecimal magnitude = actual.magnitude();
    boolean exact =
        actual.comparator() == Measure.Comparator.NONE
            || actual.comparator() == Measure.Comparator.EQUAL;
    return exact
        && actual.quantitative()
        && magnitude != null
        && magnitude.compareTo(HUNDRED) == 0
        && (actual.percent() || (actual.unit().isEmpty() && target.percent()));
  }

  /** The actual value is the target, as text or as a number. */
  public boolean actualEqualsTarget() {
    String text = Texts.folded(indicator.target().printed());
    if (text.isEmpty() || indicator.target().isBlank()) {
      return false;
    }
    if (text.equals(Texts.folded(indicator.actual().printed()))) {
      return true;
    }
    BigDecimal wanted = target.magnitude();
    BigDecimal reached = actual.magnitude();
    return target.comparableWith(actual)
        && wanted != null
        && reached != null
        && wanted.compareTo(reached) == 0;
  }
}
