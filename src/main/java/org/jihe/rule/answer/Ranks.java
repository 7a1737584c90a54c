package org.jihe.rule.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Texts;
import org.jihe.rule.answer.Answer.Reason;
import org.jspecify.annotations.Nullable;

/** Ranks beside ranks: 乙等 beside 甲等, 三级 beside 二级以上, 第13名 beside 前10名. */
final class Ranks {

  private static final Pattern CYCLIC = Pattern.compile("(?:^|[为是获])([甲乙丙丁])[等级]$");
  private static final Pattern CLASS = Pattern.compile("^([一二三四五])级(?:或|及)?以上$");
  private static final Pattern OF_CLASS = Pattern.compile("(?:^|[为是获到])([一二三四五])级$");
  private static final Pattern AMONG = Pattern.compile("前(\\d{1,3}|[一二三四五六七八九十])[名位]");
  private static final Pattern PLACE = Pattern.compile("第(\\d{1,3}|[一二三四五六七八九十])[名位]?$");
  private static final String NUMERALS = "一二三四五六七八九十";

  private Ranks() {}

  /** What it says; null where not both are ranks of one kind. */
  static @Nullable Answer of(Question question) {
    String target = Texts.folded(question.target());
    String actual = Texts.folded(question.actual());
    Integer wanted = at(CYCLIC, target, "甲乙丙丁");
    Integer reached = wanted == null ? null : at(CYCLIC, actual, "甲乙丙丁");
    if (wanted == null || reached == null) {
      wanted = at(CLASS, target, NUMERALS);
      reached = wanted == null ? null : at(OF_CLASS, actual, NUMERALS);
    }
    if (wanted == null || reached == null) {
      wanted = at(AMONG, target, NUMERALS);
      reached = wanted == null ? null : at(PLACE, actual, NUMERALS);
    }
    if (wanted == null || reached == null) {
      return null;
    }
    Verdict verdict = reached <= wanted ? Verdict.MET : Verdict.NOT_MET;
    return Answer.of(verdict, Reason.GRADE, question.actual());
  }

  private static @Nullable Integer at(Pattern pattern, String text, String order) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    String rank = matcher.group(1);
    return Character.isDigit(rank.charAt(0)) ? Integer.parseInt(rank) : order.indexOf(rank) + 1;
  }
}
