package org.jihe.rule.answer;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jihe.form.Texts;
import org.jihe.form.measure.Measure;
import org.jihe.rule.answer.Answer.Reason;
import org.jihe.rule.jurisdiction.Parameters;
import org.jihe.rule.jurisdiction.Parameters.Grade;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an answer means: first as quantities, then as times, then as words. What none of them
 * understands is undecided.
 */
public final class Answers {

  private static final Pattern RATED =
      Pattern.compile(
          "^(?:经?(?:专家组?|评审组?|考核组?|上级|主管部门)?(?:一致|综合)?(?:评定|评价|考核|评审|验收|鉴定|测评|认定)?(?:等级|等次|结果|结论|档次)?(?:为|是|评为|定为|获评|获得|达到))(?=.)");

  private final Parameters words;

  public Answers(Parameters words) {
    this.words = words;
  }

  /**
   * What an answer says of its target.
   *
   * @param figures the quantities of the same question
   */
  public Answer read(Question question, Attainment figures) {
    if (question.target().isEmpty() || question.actual().isEmpty()) {
      return Answer.of(Verdict.UNDECIDED, Reason.BLANK, "");
    }
    Answer inNumbers = ofNumbers(question, figures);
    if (inNumbers != null) {
      return inNumbers;
    }
    Answer grade = ofGrades(question);
    grade = grade == null ? Ranks.of(question) : grade;
    return grade == null ? new Statement(question, figures, words).answer() : grade;
  }

  private @Nullable Answer ofNumbers(Question question, Attainment figures) {
    if (figures.state() != Attainment.State.UNKNOWN) {
      boolean met = figures.state() == Attainment.State.MET;
      return Answer.of(met ? Verdict.MET : Verdict.NOT_MET, Reason.QUANTITY, "");
    }
    if (figures.boundMisses()) {
      return Answer.of(Verdict.NOT_MET, Reason.WORDS, question.actual());
    }
    if (equal(figures)) {
      return Answer.of(Verdict.MET, Reason.QUANTITY, "");
    }
    Verdict times = Times.of(question, figures.amounts(), words);
    if (times != null) {
      return Answer.of(times, Reason.TIME, "");
    }
    Verdict range = ofRange(figures);
    if (range != null) {
      return Answer.of(range, Reason.RANGE, "");
    }
    Verdict parts = Parts.of(question.target(), question.actual(), figures.polarity().unwelcome());
    return parts == null ? null : Answer.of(parts, Reason.PARTS, "");
  }

  /** What was asked for to the last digit, whichever way is better. */
  private static boolean equal(Attainment figures) {
    Measure target = figures.target();
    Measure actual = figures.actual();
    BigDecimal wanted = target.magnitude();
    BigDecimal reached = actual.magnitude();
    return wanted != null
        && reached != null
        && !target.zero()
        && plain(target)
        && plain(actual)
        && target.quantitative()
        && actual.quantitative()
        && target.unit().equals(actual.unit())
        && !target.unit().equals("分")
        && wanted.compareTo(reached) == 0;
  }

  private static boolean plain(Measure measure) {
    return measure.comparator() == Measure.Comparator.NONE
        || measure.comparator() == Measure.Comparator.EQUAL;
  }

  private static @Nullable Verdict ofRange(Attainment figures) {
    Measure target = figures.target();
    BigDecimal low = target.magnitude();
    BigDecimal high = target.upper();
    Measure actual = figures.actual().in(target.unit());
    actual = actual == null ? figures.actual() : actual;
    BigDecimal reached = actual.magnitude();
    boolean exact =
        actual.comparator() == Measure.Comparator.NONE
            || actual.comparator() == Measure.Comparator.EQUAL;
    if (target.kind() != Measure.Kind.RANGE
        || low == null
        || high == null
        || reached == null
        || !exact
        || !actual.quantitative()
        || !(actual.unit().equals(target.unit()) || actual.unit().isEmpty())) {
      return null;
    }
    if (reached.compareTo(low) >= 0 && reached.compareTo(high) <= 0) {
      return Verdict.MET;
    }
    if (figures.polarity() == Polarity.FEWER_IS_BETTER) {
      return reached.compareTo(high) > 0 ? Verdict.NOT_MET : Verdict.MET;
    }
    return reached.compareTo(low) < 0 ? Verdict.NOT_MET : Verdict.UNDECIDED;
  }

  private @Nullable Answer ofGrades(Question question) {
    Grade wanted = grade(question.target());
    Grade reached = wanted == null ? null : grade(question.actual());
    if (wanted == null || reached == null) {
      return null;
    }
    boolean met = reached.from().compareTo(wanted.from()) >= 0;
    return Answer.of(met ? Verdict.MET : Verdict.NOT_MET, Reason.GRADE, question.actual());
  }

  private @Nullable Grade grade(String printed) {
    String text = Texts.normalised(printed);
    text = RATED.matcher(text).replaceFirst("");
    if (text.endsWith("等次") || text.endsWith("以上") || text.endsWith("等级")) {
      text = text.substring(0, text.length() - 2);
    }
    return words.gradeNamed(text);
  }
}
