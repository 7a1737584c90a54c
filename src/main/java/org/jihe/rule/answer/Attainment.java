package org.jihe.rule.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jihe.form.measure.Figures;
import org.jihe.form.measure.Measure;
import org.jihe.rule.jurisdiction.Parameters;
import org.jihe.rule.jurisdiction.ReverseScore;
import org.jspecify.annotations.Nullable;

/**
 * How far an indicator's actual value reaches its target, as far as both are numbers of one unit
 * and it is certain which way is better. Everything else is {@link State#UNKNOWN}: a wrong
 * accusation is worse than none.
 */
public final class Attainment {

  private static final String POINTS = "分";
  private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Whether the target is met. */
  public enum State {
    MET,
    UNMET,
    UNKNOWN
  }

  /** Which way is better. */
  public enum Direction {
    HIGHER,
    LOWER,
    /** The text does not decide it, as with {@code =30天} or the target of a cost. */
    UNKNOWN
  }

  private final Measure target;
  private final Measure actual;
  private final Amounts amounts;
  private final Polarity polarity;
  private final boolean incident;
  private final Direction direction;
  private final State state;
  private final ReverseScore reverse;

  private Attainment(Question question, Parameters parameters) {
    this.amounts = Amounts.of(question.name(), question.target(), question.actual(), parameters);
    this.target = amounts.target();
    this.actual = amounts.actual();
    this.polarity = Polarity.of(question.name(), parameters);
    this.incident =
        polarity.unwelcome()
            || (polarity == Polarity.OPEN && parameters.mentions("incident", question.target()));
    this.reverse = parameters.reverseScore();
    this.direction = direction(question, parameters);
    this.state = compared();
  }

  /** How far an answer reaches its target. */
  public static Attainment of(Question question, Parameters parameters) {
    return new Attainment(question, parameters);
  }

  Amounts amounts() {
    return amounts;
  }

  /** Which way the name says is better. */
  public Polarity polarity() {
    return polarity;
  }

  /** 年度指标值. */
  public Measure target() {
    return target;
  }

  /** 实际完成值. */
  public Measure actual() {
    return actual;
  }

  /** True where name or target is about something that should not happen, as 事故 or 投诉. */
  public boolean incident() {
    return incident;
  }

  /** Which way is better. */
  public Direction direction() {
    return direction;
  }

  /** Whether the target is met. */
  public State state() {
    return state;
  }

  /**
   * A target of at least 0, or of 0, that nobody can miss; of what should not happen, 0 is the
   * hardest target of all.
   */
  public boolean withoutPressure() {
    return target.zero()
        && switch (target.comparator()) {
          case AT_LEAST -> true;
          case EQUAL, NONE -> !incident;
          default -> false;
        };
  }

  private Direction direction(Question question, Parameters parameters) {
    if (!target.quantitative()) {
      return Direction.UNKNOWN;
    }
    return switch (target.comparator()) {
      case AT_LEAST, ABOVE -> Direction.HIGHER;
      case AT_MOST, BELOW -> Direction.LOWER;
      case EQUAL, NONE -> amounts.change() ? Direction.HIGHER : undeclared(question, parameters);
    };
  }

  /** A target without an inequality is to be reached, unless what it counts is unwelcome. */
  private Direction undeclared(Question question, Parameters parameters) {
    if (target.zero()) {
      return Direction.LOWER;
    }
    boolean all = target.percent() && HUNDRED.compareTo(number(target)) == 0;
    if (all) {
      return Direction.HIGHER;
    }
    boolean lowRate =
        target.percent()
            && number(target).compareTo(FIFTY) < 0
            && !parameters.mentions("moreIsBetter", question.name());
    boolean open =
        incident
            || question.cost()
            || polarity == Polarity.LESS_IS_BETTER
            || lowRate
            || target.duration();
    return open ? Direction.UNKNOWN : Direction.HIGHER;
  }

  private State compared() {
    if (direction == Direction.UNKNOWN || !target.comparableWith(actual) || otherScale()) {
      return State.UNKNOWN;
    }
    int order = number(actual).compareTo(number(target));
    boolean met = direction == Direction.HIGHER ? order >= 0 : order <= 0;
    if (onlyBounds(met)) {
      return State.UNKNOWN;
    }
    return met ? State.MET : State.UNMET;
  }

  /** Points (分) compare only on one scale, and nothing tells a scale of 5 from one of 100. */
  private boolean otherScale() {
    if (!POINTS.equals(target.unit()) && !POINTS.equals(actual.unit())) {
      return false;
    }
    boolean named = target.note().contains("制") || actual.note().contains("制");
    boolean small = number(target).compareTo(BigDecimal.TEN) <= 0;
    return (named && !target.note().equals(actual.note()))
        || small != number(actual).compareTo(BigDecimal.TEN) <= 0;
  }

  /**
   * True where the actual is printed as a bound that lies on the wrong side of the target, as 不足九成:
   * how far it misses it is not told.
   */
  boolean boundMisses() {
    if (direction == Direction.UNKNOWN || !target.comparableWith(actual) || otherScale()) {
      return false;
    }
    int order = number(actual).compareTo(number(target));
    return switch (actual.comparator()) {
      case BELOW -> direction == Direction.HIGHER && order <= 0;
      case ABOVE -> direction == Direction.LOWER && order >= 0;
      default -> false;
    };
  }

  /** True where the actual is printed as a bound, and does not say which side of the target. */
  private boolean onlyBounds(boolean met) {
    return switch (actual.comparator()) {
      case EQUAL, NONE -> false;
      case AT_LEAST, ABOVE -> !(direction == Direction.HIGHER && met);
      case AT_MOST, BELOW -> direction == Direction.HIGHER || !met;
    };
  }

  /** Actual by target; null unless the target is above 0 and the two can be compared. */
  public @Nullable BigDecimal ratio() {
    return state == State.UNKNOWN ? null : Figures.ratio(actual.magnitude(), target.magnitude());
  }

  /** True where more is better and the actual is at least so many times a target above 0. */
  public boolean atLeast(BigDecimal times) {
    return direction == Direction.HIGHER && multiple() && order(times) >= 0;
  }

  /** True where less is better and the actual is at most so many times a target above 0. */
  public boolean atMost(BigDecimal times) {
    return direction == Direction.LOWER && multiple() && order(times) <= 0;
  }

  /** True where the actual can be told as a multiple of the target. */
  private boolean multiple() {
    return state != State.UNKNOWN && number(target).signum() > 0;
  }

  private int order(BigDecimal times) {
    return number(actual).compareTo(number(target).multiply(times));
  }

  /** The exact score that the figures support; null where they support none or points are null. */
  public @Nullable BigDecimal score(@Nullable BigDecimal maxScore) {
    if (maxScore == null || state == State.UNKNOWN) {
      return null;
    }
    if (state == State.MET) {
      return maxScore;
    }
    BigDecimal wanted = number(target);
    BigDecimal reached = number(actual).max(BigDecimal.ZERO);
    return direction == Direction.HIGHER
        ? Figures.quotient(maxScore.multiply(reached), wanted)
        : reverse.of(maxScore, wanted.max(BigDecimal.ZERO), reached);
  }

  /** How the score comes about, such as {@code 88 ÷ 90 × 10 = 9.78}. */
  public String arithmetic(@Nullable BigDecimal maxScore) {
    BigDecimal score = score(maxScore);
    if (maxScore == null || score == null) {
      return "";
    }
    String points = Figures.text(maxScore);
    String wanted = Figures.text(number(target));
    String reached = Figures.text(number(actual));
    if (state == State.MET) {
      boolean higher = direction == Direction.HIGHER;
      return reached + (higher ? " ≥ " : " ≤ ") + wanted + " → " + points;
    }
    String formula =
        direction == Direction.HIGHER
            ? reached + " ÷ " + wanted + " × " + points
            : reverse == ReverseScore.RATIO
                ? wanted + " ÷ " + reached + " × " + points
                : points + " × (1 − (" + reached + " − " + wanted + ") ÷ " + wanted + ")";
    return formula + " = " + Figures.text(score.setScale(2, RoundingMode.HALF_UP));
  }

  private static BigDecimal number(Measure measure) {
    BigDecimal magnitude = measure.magnitude();
    if (magnitude == null) {
      throw new IllegalStateException(measure.printed() + " is no quantity");
    }
    return magnitude;
  }
}
