package org.jihe.rule.answer;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Texts;
import org.jihe.form.measure.Measure;
import org.jihe.form.measure.Measures;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** Whether an answer is in time: a date beside a deadline, a length of time beside another. */
final class Times {

  private static final int ANY_YEAR = 2001;
  private static final Pattern LENGTH =
      Pattern.compile(
          "(?:(?![延误超晚逾推迟滞缺上下])[\\p{IsHan}]){0,6}?(\\d+(?:\\.\\d+)?|[一二两三四五六七八九十]{1,3}|半)(个?月|天|日|年|个?季度|周|个?星期|个?小时|分钟|个?工作日|个?工作天|个?自然日)((?:以内|之内|内)[\\p{IsHan}]{0,6})?");

  private Times() {}

  /** The verdict; null where not both are times. */
  static @Nullable Verdict of(Question question, Amounts amounts, Parameters words) {
    Verdict spans = ofLengths(question, amounts, words);
    return spans == null ? ofDates(question, amounts) : spans;
  }

  private static @Nullable Verdict ofDates(Question question, Amounts amounts) {
    if (amounts.target().kind() != Measure.Kind.TIME && !question.timeliness()) {
      return null;
    }
    if (amounts.target().quantitative() || amounts.actual().quantitative()) {
      return null;
    }
    Moment deadline = Moment.in(question.target(), ANY_YEAR);
    if (deadline == null) {
      return null;
    }
    Moment done = Moment.in(question.actual(), deadline.first().getYear());
    if (done == null) {
      return null;
    }
    if (done.dated() && !deadline.dated()) {
      return ofDated(question, done);
    }
    if (!done.last().isAfter(deadline.last())) {
      return Verdict.MET;
    }
    return done.first().isAfter(deadline.last()) ? Verdict.NOT_MET : Verdict.UNDECIDED;
  }

  /**
   * A date with a year beside a deadline without one, which is of the same year or an earlier one:
   * what is late in its own year is late.
   */
  private static @Nullable Verdict ofDated(Question question, Moment done) {
    Moment sameYear = Moment.in(question.target(), done.first().getYear());
    boolean late = sameYear != null && done.first().isAfter(sameYear.last());
    return late ? Verdict.NOT_MET : null;
  }

  /** Days beside months: only what is longer or shorter by any calendar is decided. */
  private static @Nullable Verdict ofLengths(Question question, Amounts amounts, Parameters words) {
    boolean bounded =
        switch (amounts.target().comparator()) {
          case AT_MOST, BELOW -> true;
          case AT_LEAST, ABOVE -> false;
          default -> within(amounts.target()) || shorterIsBetter(question, words);
        };
    Days wanted = bounded ? Days.of(amounts.target()) : null;
    Days taken = wanted == null ? null : Days.of(amounts.actual());
    if (wanted == null || taken == null) {
      return null;
    }
    if (taken.most().compareTo(wanted.most()) <= 0) {
      return Verdict.MET;
    }
    return taken.least().compareTo(wanted.most()) > 0 ? Verdict.NOT_MET : Verdict.UNDECIDED;
  }

  /** True for 30天内. */
  private static boolean within(Measure target) {
    Matcher length = LENGTH.matcher(Texts.folded(target.printed()));
    return target.kind() == Measure.Kind.TIME && length.matches() && length.group(3) != null;
  }

  private static boolean shorterIsBetter(Question question, Parameters words) {
    return (question.timeliness() || words.mentions("amountOfTime", question.name()))
        && words.mentions("amountOfTime", question.name())
        && !words.mentions("wantedTime", question.name());
  }

  private static String figures(String numeral) {
    int digit = "一二三四五六七八九十".indexOf(numeral);
    return numeral.equals("半")
        ? "0.5"
        : numeral.equals("两") ? "2" : digit < 0 ? numeral : "" + (digit + 1);
  }

  /** A length of time in days, by the shortest and the longest calendar. */
  private record Days(BigDecimal least, BigDecimal most) {

    static @Nullable Days of(Measure measure) {
      BigDecimal number = measure.magnitude();
      String unit = measure.unit();
      if (number == null || !measure.duration()) {
        Matcher only = LENGTH.matcher(Texts.folded(measure.printed()));
        if (measure.quantitative() || !only.matches()) {
          return null;
        }
        Measure read = Measures.read(figures(only.group(1)) + only.group(2));
        number = read.magnitude();
        unit = only.group(2);
        if (number == null) {
          return null;
        }
      }
      String[] days =
          switch (unit.replace("个", "")) {
            case "分钟" -> new String[] {"0.000694", "0.000695"};
            case "小时", "钟头" -> new String[] {"0.041666", "0.041667"};
            case "天", "日", "日历天", "自然日" -> new String[] {"1", "1"};
            case "工作日", "工作天" -> new String[] {"1.2", "1.2"};
            case "周", "星期" -> new String[] {"7", "7"};
            case "月" -> new String[] {"28", "31"};
            case "季度" -> new String[] {"90", "92"};
            case "年", "年度" -> new String[] {"365", "366"};
            default -> new String[0];
          };
      return days.length == 0
          ? null
          : new Days(
              number.multiply(new BigDecimal(days[0])), number.multiply(new BigDecimal(days[1])));
    }
  }
}
