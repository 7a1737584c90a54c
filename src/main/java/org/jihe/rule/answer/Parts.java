package org.jihe.rule.answer;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Texts;
import org.jspecify.annotations.Nullable;

/** Several counts in one cell, compared part by part: {@code A类3个，B类5个}. */
final class Parts {

  private static final Pattern PART =
      Pattern.compile(
          "([\\p{IsHan}A-Za-z]{1,10}?)[:：]?(?:≥|>=|不少于|不低于|共|各)?(\\d+(?:\\.\\d+)?)(万)?([\\p{IsHan}%]{1,2}?)(?=[，,；;、\\s]|和|及|$|[\\p{IsHan}A-Za-z])");
  private static final Pattern SEPARATORS = Pattern.compile("[，,；;、。\\s和及]+");
  private static final int FEWEST = 2;

  private Parts() {}

  /** The verdict; null where not both are several counts of the same things. */
  static @Nullable Verdict of(String target, String actual, boolean fewerIsBetter) {
    Map<String, BigDecimal> wanted = read(target);
    if (wanted.size() < FEWEST || fewerIsBetter) {
      return null;
    }
    Map<String, BigDecimal> reached = read(actual);
    if (!reached.keySet().equals(wanted.keySet())) {
      return null;
    }
    for (Map.Entry<String, BigDecimal> part : wanted.entrySet()) {
      BigDecimal got = reached.get(part.getKey());
      if (got == null || got.compareTo(part.getValue()) < 0) {
        return Verdict.NOT_MET;
      }
    }
    return Verdict.MET;
  }

  /** The counts by what they count and its measure word; empty where anything else stands there. */
  private static Map<String, BigDecimal> read(String printed) {
    String text = Texts.folded(printed);
    if (text.contains("不超") || text.contains("≤") || text.contains("<")) {
      return Map.of();
    }
    Map<String, BigDecimal> parts = new LinkedHashMap<>();
    Matcher matcher = PART.matcher(text);
    int end = 0;
    while (matcher.find()) {
      String between = SEPARATORS.matcher(text.substring(end, matcher.start())).replaceAll("");
      BigDecimal number = new BigDecimal(matcher.group(2));
      boolean unread = !between.isEmpty();
      boolean twice =
          parts.put(matcher.group(1) + "/" + matcher.group(3) + matcher.group(4), number) != null;
      if (unread || twice) {
        return Map.of();
      }
      end = matcher.end();
    }
    return SEPARATORS.matcher(text.substring(end)).replaceAll("").isEmpty() ? parts : Map.of();
  }
}
