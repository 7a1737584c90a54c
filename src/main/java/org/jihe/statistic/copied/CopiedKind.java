package org.jihe.statistic.copied;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jihe.form.Texts;
import org.jihe.form.alike.AlikeSets;

/** Which text of a form is looked at. */
public enum CopiedKind {
  /** 预期目标. A project that goes on may keep it, so a department may. */
  OBJECTIVE,
  /** 实际完成情况. */
  ACHIEVEMENT,
  /** 偏差原因分析及改进措施 of one indicator. */
  EXPLANATION,
  /** Names and targets of all indicators, one a line. A project that goes on may keep them. */
  INDICATORS;

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
  private static final int GRAM = 3;
  private static final String LINE = "\n";

  /** The kind's name in tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a name in tables. */
  public static CopiedKind of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** True where the same text of one department in two years tells of copying. */
  boolean countsYears() {
    return this == ACHIEVEMENT || this == EXPLANATION;
  }

  /**
   * The text without what does not part two texts: without punctuation and spacing; of indicators
   * the lines in one order.
   */
  String bare(String text) {
    return this == INDICATORS ? String.join(LINE, lines(text)) : Texts.normalised(text);
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split(LINE, -1)).map(Texts::folded).sorted().distinct().toList();
  }

  /**
   * The numbers that the text states, in order, without those of years: who copies a sentence and
   * puts in numbers of one's own has something to say.
   *
   * @param bare as above
   */
  String figures(String bare) {
    return this == INDICATORS
        ? ""
        : NUMBER
            .matcher(bare)
            .results()
            .map(MatchResult::group)
            .filter(number -> !YEAR.matcher(number).matches())
            .collect(Collectors.joining(" "));
  }

  /**
   * Hashes of what the text is made of: of three characters each that follow one another, or of the
   * indicators.
   *
   * @param bare as above
   */
  long[] parts(String bare) {
    if (this == INDICATORS) {
      return AlikeSets.hashes(Arrays.asList(bare.split(LINE, -1)));
    }
    List<String> grams = new ArrayList<>(bare.length());
    for (int i = 0; i + GRAM <= bare.length(); i++) {
      grams.add(bare.substring(i, i + GRAM));
    }
    return AlikeSets.hashes(grams);
  }
}
