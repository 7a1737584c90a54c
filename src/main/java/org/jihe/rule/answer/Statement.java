package org.jihe.rule.answer;

import java.util.regex.Matcher;
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
  private static final Pattern EXCEPT_SOME =
      Pattern.compile(
          "除[\\p{IsHan}]{0,6}?(?:\\d+|[一二两三四五六七八九十]|个别|少数)[\\p{IsHan}]{1,6}?(?:外|以外|之外)[，,]?[\\p{IsHan}]{0,6}(?:均|都|全部)[\\p{IsHan}]{0,4}(?:完成|完工|到位|达标|合格|交付|办结|整改|落实|实施)");
  private static final Pattern NOTHING = Pattern.compile("无|没有|零|暂无|没|否|0|无发生");
  private static final Pattern HAPPENED =
      Pattern.compile("(?:共|累计|全年)?(?:发生|出现|存在|接到|收到)?[\\p{IsHan}]{0,8}?\\d+(?:起|宗|例|件|次|人次|桩)?");
  private static final Pattern ONCE =
      Pattern.compile(
          "(?:全年|本年度?|年内|[上下]半年|第?[一二三四]季度|\\d{1,2}月份?|曾经?|先后|共|累计|仅|只)*(?:有|发生|出现|存在|接到|收到|[较比][\\p{IsHan}]{2,4}增加)?[过了]?(?:[1-9]\\d*|[一二两三四五六七八九十多数]+)[起宗例件次桩]");
  private static final Pattern LAST_YEAR = Pattern.compile("不([低少高多])于(?:上年|去年|往年|上一?年度|历年|同期)");
  private static final Pattern MORE = Pattern.compile("[比较](?:上年|去年|往年|上一?年度|同期)(?:同期|水平)?(?:多|高)");
  private static final Pattern LESS = Pattern.compile("[比较](?:上年|去年|往年|上一?年度|同期)(?:同期|水平)?(?:少|低)");
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
    Answer beside = besideLastYear(text);
    if (beside != null) {
      return beside;
    }
    if (NOTHING.matcher(Texts.normalised(text)).matches()) {
      return ofNothing(text);
    }
    if (EXCEPT_SOME.matcher(text).find()) {
      return Answer.of(Verdict.PARTLY, Reason.WORDS, text);
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

  /** 与上年持平 where it was not to be below last year's; null where that is not asked for. */
  private @Nullable Answer besideLastYear(String text) {
    Matcher bound = LAST_YEAR.matcher(Texts.folded(question.target()));
    Trend trend = bound.find() ? Trend.of(text, words) : null;
    if (trend == null && bound.reset().find()) {
      trend = MORE.matcher(text).find() ? Trend.UP : LESS.matcher(text).find() ? Trend.DOWN : null;
    }
    if (trend == null) {
      return null;
    }
    boolean floor = "低少".contains(bound.group(1));
    boolean met = trend == Trend.STEADY || (trend == Trend.UP) == floor;
    return Answer.of(met ? Verdict.MET : Verdict.NOT_MET, Reason.WORDS, text);
  }

  /** The clause that says how often something happened; null where none does. */
  private @Nullable String once(String[] clauses) {
    for (String clause : clauses) {
      if (ONCE.matcher(clause).matches() || new Clause(clause, subject, words).countsUnwelcome()) {
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
