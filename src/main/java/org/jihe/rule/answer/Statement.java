package org.jihe.rule.answer;

import java.util.regex.Pattern;
import org.jihe.form.Texts;
import org.jihe.form.measure.Measure;
import org.jihe.rule.answer.Answer.Reason;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** What the words of an answer say of its target, clause by clause. */
final class Statement {

  private static final int SHORT_TARGET = 4;
  private static final Pattern NOTES = Pattern.compile("[（(\\[【][^）)\\]】]*[）)\\]】]");
  private static final Pattern CLAUSES = Pattern.compile("[，,。；;！!\\n]+|(?<!^)(?=但|不过|然而)");
  private static final Pattern EXCEPT = Pattern.compile("除[^，,]{1,20}(?:外|以外|之外)");
  private static final Pattern NOTHING = Pattern.compile("无|没有|零|暂无|没|否|0|无发生");
  private static final Pattern HAPPENED =
      Pattern.compile("(?:共|累计|全年)?(?:发生|出现|存在|接到|收到)?[\\p{IsHan}]{0,8}?\\d+(?:起|宗|例|件|次|人次|桩)?");
  private static final Pattern ONCE =
      Pattern.compile(
          "(?:全年|本年度?|年内|[上下]半年|第?[一二三四]季度|\\d{1,2}月份?|曾经?|先后|共|累计|仅|只)*(?:有|发生|出现|存在|接到|收到|[较比][\\p{IsHan}]{2,4}增加)?[过了]?(?:[1-9]\\d*|[一二两三四五六七八九十多数]+)[起宗例件次桩]");
  private static final Pattern DENIAL = Pattern.compile("[无不未零没]|禁止|杜绝|避免|防止");

  private final Question question;
  private final Attainment figures;
  private final Parameters words;
  private final Subject subject;

  Statement(Question question, Attainment figures, Parameters words) {
    this.question = question;
    this.figures = figures;
    this.words = words;
    this.subject = new Subject(question, figures.polarity(), words);
  }

  Answer answer() {
    String text = NOTES.matcher(Texts.folded(question.actual())).replaceAll("");
    if (text.isEmpty()) {
      return Answer.unknown();
    }
    if (Texts.normalised(question.target()).equals(Texts.normalised(question.actual()))) {
      return Answer.of(Verdict.MET, Reason.REPEATED, question.target());
    }
    if (subject.denied() && figures.actual().quantitative() && HAPPENED.matcher(text).matches()) {
      Verdict verdict = figures.actual().zero() ? Verdict.MET : Verdict.NOT_MET;
      return Answer.of(verdict, Reason.WORDS, text);
    }
    if (NOTHING.matcher(Texts.normalised(text)).matches()) {
      return ofNothing(text);
    }
    if (EXCEPT.matcher(text).find() || words.mentions("tellsNothing", text)) {
      return Answer.unknown();
    }
    String[] clauses = CLAUSES.split(text, -1);
    String once = subject.denied() || figures.target().zero() ? once(clauses) : null;
    if (once != null) {
      return Answer.of(Verdict.NOT_MET, Reason.WORDS, once);
    }
    return ofClauses(clauses);
  }

  /** The clause that says how often something happened; null where none does. */
  private static @Nullable String once(String[] clauses) {
    for (String clause : clauses) {
      if (ONCE.matcher(clause).matches()) {
        return clause;
      }
    }
    return null;
  }

  /** 无 is good where nothing was to happen, and bad where something was. */
  private Answer ofNothing(String text) {
    Measure target = figures.target();
    if (target.zero() || subject.denied() || figures.polarity().unwelcome()) {
      return Answer.of(Verdict.MET, Reason.WORDS, text);
    }
    boolean bounded =
        target.comparator() == Measure.Comparator.AT_MOST
            || target.comparator() == Measure.Comparator.BELOW;
    if (bounded || subject.mentionsUnwelcome()) {
      return bounded ? Answer.of(Verdict.MET, Reason.WORDS, text) : Answer.unknown();
    }
    return Answer.of(Verdict.NOT_MET, Reason.WORDS, text);
  }

  private Answer ofClauses(String[] clauses) {
    String part = "";
    Signal worst = Signal.NONE;
    Signal last = Signal.NONE;
    String evidence = "";
    for (String clause : clauses) {
      Signal signal = new Clause(clause, subject, words).signal();
      if (signal == Signal.NONE) {
        continue;
      }
      if (signal == Signal.GOOD && worst == Signal.BAD) {
        return Answer.unknown(); // what was wrong at first may have been put right
      }
      part = signal == Signal.PARTIAL && part.isEmpty() ? clause : part;
      if (signal.compareTo(worst) > 0) {
        worst = signal;
        evidence = clause;
      }
      last = signal;
    }
    boolean mayBeMet = worst == Signal.GOOD || worst == Signal.NONE;
    if (mayBeMet && onlyAStep(text(clauses))) {
      return Answer.unknown();
    }
    return switch (worst) {
      // 基本建成，细则还在征求意见: a part is there, and what is left does not take it away.
      case BAD ->
          part.isEmpty()
              ? Answer.of(Verdict.NOT_MET, Reason.WORDS, evidence)
              : Answer.of(Verdict.PARTLY, Reason.WORDS, part);
      case PARTIAL ->
          last == Signal.GOOD && clauses.length > 1
              ? Answer.unknown()
              : Answer.of(Verdict.PARTLY, Reason.WORDS, evidence);
      case GOOD -> ofGood(evidence);
      case NONE ->
          Repetition.of(question.target(), question.actual())
              ? Answer.of(Verdict.MET, Reason.REPEATED, question.target())
              : Answer.unknown();
    };
  }

  private static String text(String[] clauses) {
    return String.join("，", clauses);
  }

  /** 完成招标 is a step towards what was to be done, where that is not the tender itself. */
  private boolean onlyAStep(String text) {
    String step = words.firstWord("preliminary", text);
    return step != null && !subject.mentions(step) && question.target().length() <= SHORT_TARGET;
  }

  /** Good words do not tell how many, unless all or none was asked for. */
  private Answer ofGood(String evidence) {
    if (Repetition.of(question.target(), question.actual())) {
      return Answer.of(Verdict.MET, Reason.REPEATED, question.target());
    }
    Measure target = figures.target();
    boolean counted =
        target.quantitative() || target.uncertain() || target.kind() == Measure.Kind.RANGE;
    boolean all = target.percent() && "100".equals(String.valueOf(plain(target)));
    boolean none =
        target.zero() || (figures.polarity().unwelcome() && DENIAL.matcher(evidence).find());
    boolean answered = !counted || (all && !figures.actual().quantitative()) || none;
    return answered ? Answer.of(Verdict.MET, Reason.WORDS, evidence) : Answer.unknown();
  }

  private static String plain(Measure measure) {
    return measure.magnitude() == null
        ? ""
        : measure.magnitude().stripTrailingZeros().toPlainString();
  }
}
