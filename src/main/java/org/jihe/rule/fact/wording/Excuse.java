package org.jihe.rule.fact.wording;

import java.util.regex.Pattern;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** What an explanation (偏差原因分析及改进措施) names: measures, and causes; what it denies is neither. */
public final class Excuse {

  private static final Pattern DENIED =
      Pattern.compile("(?:尚未|未|没有|没|无|不)(?:受到?|因|有效|及时|能|进一步|再|切实|得到)*$");

  /** What stands behind a word of a measure and makes it something that did not happen. */
  private static final Pattern UNDONE =
      Pattern.compile(
          "^[^，,。；;]{0,4}?(?:推迟|取消|延期|延后|滞后|暂停|暂缓|停滞|缓慢|不足|不够|不力|不到位|不及时|未开展|未落实|未进行|缺失|欠缺)");

  private Excuse() {}

  /** True where a measure is named that is neither denied nor itself what went wrong. */
  public static boolean namesMeasure(String text, Parameters words) {
    String seen = words.masked("notMeasure", text);
    for (int at = 0; at < seen.length(); at++) {
      String word = words.wordAt("measure", seen, at);
      if (word != null && !denied(seen, at) && !undone(seen, at + word.length())) {
        return true;
      }
    }
    return false;
  }

  /** The first external cause that is not denied; null where there is none. */
  public static @Nullable String externalCause(@Nullable String text, Parameters words) {
    if (text == null || !words.mentions("externalCause", text)) {
      return null;
    }
    for (int at = 0; at < text.length(); at++) {
      String word = words.wordAt("externalCause", text, at);
      if (word != null && !denied(text, at)) {
        return word;
      }
    }
    return null;
  }

  private static boolean denied(String text, int at) {
    return DENIED.matcher(text.substring(Math.max(0, at - 6), at)).find();
  }

  private static boolean undone(String text, int end) {
    return UNDONE.matcher(text.substring(end)).find();
  }
}
