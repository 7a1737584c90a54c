package org.jihe.rule.fact.wording;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jihe.form.Field;
import org.jihe.form.Indicator;
import org.jihe.form.Texts;
import org.jihe.form.measure.Measure;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** Whether an indicator's target and actual value can be meant as they stand. */
public final class Plausibility {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int SHORTEST = 2;

  /** An actual value of more characters may tell what the target does not. */
  private static final int TELLING = 4;

  private static final Pattern BRACKETS = Pattern.compile("[(（][^()（）]*[)）]");

  private final Indicator indicator;
  private final Measure target;
  private final Measure actual;
  private final Labels labels;
  private final Parameters parameters;
  private final @Nullable Integer year;

  /**
   * @param target what 年度指标值 says
   * @param actual what 实际完成值 says
   * @param year the form's year
   */
  public Plausibility(
      Indicator indicator,
      Measure target,
      Measure actual,
      Labels labels,
      Parameters parameters,
      @Nullable Integer year) {
    this.indicator = indicator;
    this.target = target;
    this.actual = actual;
    this.labels = labels;
    this.parameters = parameters;
    this.year = year;
  }

  private static String text(Field<String> field) {
    String printed = field.printed();
    return printed == null ? "" : printed;
  }

  /** Columns whose percentage is above 100: {@code actual}, {@code target}, or null. */
  public @Nullable String columnAboveHundred() {
    return above(actual) ? "actual" : above(target) ? "target" : null;
  }

  private static boolean above(Measure measure) {
    BigDecimal magnitude = measure.magnitude();
    return measure.percent() && magnitude != null && magnitude.compareTo(HUNDRED) > 0;
  }

  /** True where 三级指标 is a share of a whole by its last word that one of the lists has. */
  public boolean shareHas(String words) {
    return parameters.ends(words, Texts.normalised(BRACKETS.matcher(name()).replaceAll("")));
  }

  private String name() {
    return text(indicator.name());
  }

  /** The column in which a date of another year stands: {@code actual}, {@code target}, or null. */
  public @Nullable String columnOfOtherYear() {
    return dateOutside(indicator.actual()) != null
        ? "actual"
        : dateOutside(indicator.target()) != null ? "target" : null;
  }

  /** The date of another year; null where there is none. */
  public @Nullable String dateOfOtherYear() {
    String date = dateOutside(indicator.actual());
    return date == null ? dateOutside(indicator.target()) : date;
  }

  private @Nullable String dateOutside(Field<String> field) {
    return Years.dateOutside(field.printed(), year);
  }

  /** The target is words, and none of them is of the list of words that name a time. */
  public boolean wordsOnlyUnlessHas(String timeWords) {
    return target.qualitative()
        && !indicator.target().isBlank()
        && !parameters.mentions(timeWords, text(indicator.target()));
  }

  /**
   * The target, without what stands in brackets, is the word that the name begins with, as 提升 of
   * 提升决策水平, or what it is the quality of, as 稳定 of 运行稳定性, and the actual value says no more.
   */
  public boolean targetFromName() {
    String wanted = Texts.normalised(BRACKETS.matcher(text(indicator.target())).replaceAll(""));
    String name = Texts.normalised(name());
    return wanted.length() >= SHORTEST
        && target.qualitative()
        && !name.equals(wanted)
        && (name.startsWith(wanted) || name.endsWith(wanted + "性"))
        && saysNoMore(wanted);
  }

  /** 实际完成值 is blank, short, or in the target's own words. */
  private boolean saysNoMore(String wanted) {
    String reached = Texts.normalised(text(indicator.actual()));
    return reached.length() <= TELLING || reached.contains(wanted);
  }

  /** Something is counted, in pieces or without a unit, that should be reached. */
  public boolean counted() {
    BigDecimal magnitude = target.magnitude();
    return target.quantitative()
        && magnitude != null
        && magnitude.signum() > 0
        && !target.percent()
        && !target.money()
        && !target.duration()
        && target.comparator() != Measure.Comparator.AT_MOST
        && target.comparator() != Measure.Comparator.BELOW
        && labels.hasAspect("qualityAspect");
  }

  /** The unit of the target is one of the list's. */
  public boolean unitIs(String units) {
    return parameters.isOne(units, target.unit());
  }

  /** The target is a bare number above a hundred, which no score or percentage is. */
  public boolean bareAboveHundred() {
    BigDecimal magnitude = target.magnitude();
    return target.unit().isEmpty() && magnitude != null && magnitude.compareTo(HUNDRED) > 0;
  }
}
