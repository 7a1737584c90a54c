package org.jihe.rule.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Texts;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** What an answer is about: the words of the target and of the name. */
final class Subject {

  private static final Pattern DENIED =
      Pattern.compile(
          "^(?:[0零无不未没]|杜绝|禁止|严禁|避免|防止)|(?<!不)(?:无|未|不|没有|(?<![清归])零)(?!低于|少于|小于|足|断|同|超过|高于)|[0零](?:起|次|例|件|宗|发生)");

  private static final Pattern CORE =
      Pattern.compile("(?:不得?|未|无|没有|零|未发生|不发生|杜绝|禁止|严禁|避免|防止)([\\p{IsHan}]{2,8})");

  private static final Pattern COMPARED =
      Pattern.compile("不(?:低|少|高|晚|迟|大|小|多)于[\\p{IsHan}&&[^一二两三四五六七八九十百千万]]{2,6}");

  private static final Pattern IMPROVED = Pattern.compile("改善|好转|优化|改进|增进");
  private static final Pattern AT_LEAST = Pattern.compile("^不[低少差劣弱逊]于");

  private final String target;
  private final String name;
  private final Polarity polarity;
  private final Parameters words;
  private final boolean denied;
  private final boolean timeliness;

  Subject(Question question, Polarity polarity, Parameters words) {
    this.target = Texts.folded(question.target());
    this.name = Texts.folded(question.name());
    this.polarity = polarity;
    this.words = words;
    this.timeliness = question.timeliness();
    this.denied =
        DENIED.matcher(words.masked("lexical", target)).find()
            || COMPARED.matcher(target).matches();
  }

  String target() {
    return target;
  }

  String name() {
    return name;
  }

  /** True where target or name has the word, which then says nothing of the answer. */
  boolean mentions(String word) {
    return target.contains(word) || name.contains(word);
  }

  /** True where the target itself says that something is not to be. */
  boolean denied() {
    return denied;
  }

  /** True for 不低于国家标准, which denies nothing but bounds it. */
  boolean atLeast() {
    return AT_LEAST.matcher(target).find();
  }

  /**
   * True where the target wants something better, and does not say whether that is more or less.
   */
  boolean onlyImproves() {
    return Trend.of(target, words) == null && IMPROVED.matcher(target).find();
  }

  /** True for an indicator of 时效. */
  boolean timeliness() {
    return timeliness;
  }

  /** What the target says is not to be, as 超预算 of 不超预算; empty where it is not that plain. */
  String deniedCore() {
    Matcher matcher = CORE.matcher(target);
    return denied && matcher.matches() ? matcher.group(1) : "";
  }

  /** True where nothing is better. */
  boolean fewerIsBetter() {
    return polarity.unwelcome();
  }

  boolean mentionsUnwelcome() {
    return words.mentions("unwelcome", target) || words.mentions("unwelcome", name);
  }

  /** The way in which the target wants something to change; null where it does not say. */
  @Nullable Trend trend() {
    Trend said = Trend.of(target, words);
    return said == null && IMPROVED.matcher(target).find() ? Trend.UP : said;
  }
}
