package org.jihe.rule.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Texts;
import org.jihe.form.measure.Measure;
import org.jihe.form.measure.Measure.Comparator;
import org.jihe.form.measure.Measures;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The one quantity of the target's kind that a sentence tells: {@code 共演出11场次}, {@code
 * 已培训36人，其中妇女12人}. A number of what is not done, planned, or of another year is none.
 */
final class Told {

  /** What makes a number say something else than what was done. */
  private static final Pattern DOUBTFUL =
      Pattern.compile(
          "[未没无欠缺尚差]|仍(?!高?达|为|保持)|不(?!少于|低于|超过|含|足|到)|待|取消|终止|退回|退出|流标|计划|原定|预计|拟|将|应|需|目标|任务|申报|申请|报批|审批|报名|签约|立项|在建|在办|剩余|余[下量]|结余|上年|去年|往年|同期|上一?年度|较|比[上去]|每|减少|增加|下降|增长|提高|降低|第");

  private static final Pattern CLAUSES = Pattern.compile("[，,；;。、（(](?!\\d{3}(?!\\d))");
  private static final Pattern WITHIN = Pattern.compile("^(?:其中|含|包括|包含|分别)");
  private static final Pattern QUANTITY =
      Pattern.compile(
          "^([\\p{IsHan}]{0,14}?)((?:\\d[\\d,]*(?:\\.\\d+)?|[一二两三四五六七八九十百千万]+)(?:余|多)?[^\\d，,]{1,8})$");
  private static final Pattern NUMBER = Pattern.compile("[\\d一二两三四五六七八九十百千万]");
  private static final Pattern MORE = Pattern.compile("(?<=[\\d十百千万])[余多](?=[\\p{IsHan}])");

  private Told() {}

  /**
   * True where words beside a number say that it is not what was done; those of name and target are
   * of the question.
   */
  static boolean doubtful(String actual, String name, String target, Parameters words) {
    boolean any = false;
    for (String clause : CLAUSES.split(words.masked("lexical", Texts.folded(actual)), -1)) {
      if (NUMBER.matcher(clause).find()) {
        any = true;
        if (!doubtful(clause, name + target)) {
          return false;
        }
      }
    }
    return any;
  }

  private static boolean doubtful(String clause, String asked) {
    Matcher matcher = DOUBTFUL.matcher(clause);
    while (matcher.find()) {
      if (!asked.contains(matcher.group())) {
        return true;
      }
    }
    return false;
  }

  /** The quantity; null where there is none, or more than one may be meant. */
  static @Nullable Measure quantity(String printed, Measure target) {
    if (!target.quantitative() || target.unit().isEmpty() || target.duration()) {
      return null;
    }
    Measure only = null;
    for (String clause : CLAUSES.split(Texts.folded(printed), -1)) {
      if (only != null && doubtful(clause, String.valueOf(target.printed()))) {
        continue;
      }
      if (WITHIN.matcher(clause).find()) {
        break;
      }
      Measure here = inClause(clause, target);
      if (here != null && only != null) {
        return null;
      }
      only = here == null ? only : here;
    }
    return only == null ? null : as(printed, only);
  }

  private static @Nullable Measure inClause(String clause, Measure target) {
    Matcher matcher = QUANTITY.matcher(clause);
    if (!matcher.matches()) {
      return null;
    }
    String number = matcher.group(2);
    String exact = MORE.matcher(number).replaceAll("");
    Measure read = Measures.read(exact);
    if (!read.quantitative() || read.unit().isEmpty()) {
      return null;
    }
    boolean same = read.unit().equals(target.unit()) || read.in(target.unit()) != null;
    if (!same) {
      return null;
    }
    return exact.equals(number)
        ? read
        : new Measure(
            clause,
            read.kind(),
            Comparator.AT_LEAST,
            read.magnitude(),
            null,
            read.unit(),
            read.note());
  }

  private static Measure as(String printed, Measure read) {
    return new Measure(
        printed,
        read.kind(),
        read.comparator(),
        read.magnitude(),
        read.upper(),
        read.unit(),
        read.note());
  }
}
