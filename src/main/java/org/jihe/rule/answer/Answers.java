package org.jihe.rule.answer;

import java.math.BigDecimal;
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
    return grade == null ? new Statement(question, figures, words).answer() : grade;
  }

  private @Nullable Answer ofNumbers(Question question, Attainment figures) {
    if (figures.state() != Attainment.State.UNKNOWN) {
      boolean met = figures.state() == Attainment.State.MET;
      return Answer.of(met ? Verdict.MET : Verdict.NOT_MET, Reason.QUANTITY, "");
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
    if (text.length() > 2 && (text.startsWith("达到") || text.startsWith("评为"))) {
      text = text.substring(2);
    }
    if (text.endsWith("等次") || text.endsWith("以上") || text.endsWith("等级")) {
      text = text.substring(0, text.length() - 2);
    }
    return words.gradeNamed(text);
  }
}
