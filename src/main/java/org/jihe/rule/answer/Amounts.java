package org.jihe.rule.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Texts;
import org.jihe.form.measure.Measure;
import org.jihe.form.measure.Measure.Comparator;
import org.jihe.form.measure.Measure.Kind;
import org.jihe.form.measure.Measures;
import org.jspecify.annotations.Nullable;

/**
 * The quantities of a target and of its answer. What {@link Measures} leaves open is read once more
 * in the light of the other: a change beside a change, a share beside a percentage.
 *
 * @param target what the target states
 * @param actual what the answer states, in the target's unit where that can be reckoned
 * @param change true where both state by how much something changed
 */
record Amounts(Measure target, Measure actual, boolean change) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String NUMERAL = "[一二两三四五六七八九十]";

  private static final Pattern YEARLY =
      Pattern.compile("^(?:每年度?|年度内?|全年度?|本年度?|当年|年内|原则上|均|应|须|要|需|仅仅|仅|只有|只|实际)+");
  private static final Pattern MUST_NOT = Pattern.compile("不(?:得|应|能|可|要|许|允许)(?=[超高低少多大小])");
  private static final Pattern REACHED =
      Pattern.compile(
          "^[\\p{IsHan}]{0,8}?(?:仅|只)?(?:达到了?|达|为|完成了?|实现|发放|约?有)(?=[\\d一二两三四五六七八九十百])");
  private static final Pattern HAPPENED =
      Pattern.compile("^(?:共|累计|已)?(?:发生|出现|收到|接到|产生)[\\p{IsHan}]{0,8}?(?=[\\d一二两三四五六七八九十])");
  private static final Pattern MADE =
      Pattern.compile(
          "^(?:已|共|累计|共计|合计|全年|实际)*(?:建成|新建|修建|建设|举办|开展|组织|安装|购置|采购|配备|更换|培训|改造|维修|检测|印发|编制|受理|办理|救助|资助|种植)了?(?=[\\d一二两三四五六七八九十百])");
  private static final Pattern TENTHS =
      Pattern.compile("^([一二三四五六七八九])成(半|" + NUMERAL + ")?(以上|多)?$");
  private static final Pattern FRACTION = Pattern.compile("^(\\d{1,6})/(\\d{1,6})$");
  private static final Pattern FRACTION_IN_WORDS =
      Pattern.compile("^(" + NUMERAL + "{1,3})分之(" + NUMERAL + "{1,3})$");
  private static final Pattern HALF = Pattern.compile("^(?:一半|半数|50%)$");

  private static final String CHANGE_WORDS = "(增长|增加|提高|提升|上升|上涨|增幅|下降|降低|减少|缩短|下滑|降幅|压减|压降|节约|节省)";
  private static final Pattern CHANGE =
      Pattern.compile(
          "^[\\p{IsHan}]{0,8}?"
              + CHANGE_WORDS
              + "(?:率|幅度|了|幅|至少)?(?:为|达到?|约)?([^\\p{IsHan}]*?(?:不[低少]于|≥|>=|超过)?\\d[\\d.,]*(?:%|个百分点|‰)(?:以上)?)$");
  private static final String DOWN = "下降 降低 减少 缩短 下滑 降幅 压减 压降 节约 节省";

  static Amounts of(String name, String target, String actual) {
    Change wanted = Change.of(target);
    Change reached = Change.of(actual);
    if (wanted != null && (reached != null || !Measures.read(actual).uncertain())) {
      return ofChanges(wanted, reached, actual);
    }
    Measure asked = target(target);
    Measure got = actual(actual, asked, target);
    if (got.uncertain() && reached != null && (name.contains("增") || name.contains("降"))) {
      boolean named = name.contains(reached.word());
      got = named ? Measures.read(reached.number()) : got;
    }
    return new Amounts(asked, inUnitOf(asked, got), false);
  }

  private static Amounts ofChanges(Change wanted, @Nullable Change reached, String actual) {
    Measure asked = reprinted(Measures.read(wanted.number()), wanted.printed());
    if (reached == null) {
      return new Amounts(asked, Measures.read(actual), true);
    }
    Measure got = Measures.read(reached.number());
    BigDecimal magnitude = got.magnitude();
    if (magnitude != null && reached.down() != wanted.down()) {
      magnitude = magnitude.negate();
    }
    return new Amounts(
        asked,
        new Measure(
            actual, got.kind(), Comparator.NONE, magnitude, got.upper(), got.unit(), got.note()),
        true);
  }

  /** By how much something changed. */
  private record Change(String printed, String word, String number) {

    static @Nullable Change of(String text) {
      Matcher matcher = CHANGE.matcher(Texts.folded(text));
      return matcher.matches() ? new Change(text, matcher.group(1), matcher.group(2)) : null;
    }

    boolean down() {
      return DOWN.contains(word);
    }
  }

  private static Measure target(String printed) {
    Measure plain = Measures.read(printed);
    if (plain.quantitative() || plain.kind() == Kind.RANGE || plain.kind() == Kind.BLANK) {
      return plain;
    }
    String text =
        MUST_NOT.matcher(YEARLY.matcher(outside(printed)).replaceFirst("")).replaceAll("不");
    Measure share = share(text.replaceFirst("^(?:≥|>=|不低于|达到|达)", ""), printed);
    return share == null ? read(text, printed, plain) : share;
  }

  private static Measure actual(String printed, Measure target, String targetText) {
    Measure plain = Measures.read(printed);
    if (plain.quantitative()) {
      boolean reached = printed.contains("达");
      return reached && plain.comparator() == Comparator.AT_LEAST ? exact(plain) : plain;
    }
    if (plain.kind() == Kind.BLANK) {
      return plain;
    }
    String text = outside(printed);
    text = YEARLY.matcher(text).replaceFirst("");
    text = REACHED.matcher(text).replaceFirst("");
    text = MADE.matcher(text).replaceFirst("");
    text = HAPPENED.matcher(text).replaceFirst("");
    if (target.percent() || target.unit().equals("‰") || targetText.contains("/")) {
      Measure share = share(text, printed);
      if (share != null) {
        return share;
      }
    }
    return text.equals(outside(printed)) ? plain : read(text, printed, plain);
  }

  private static Measure read(String text, String printed, Measure otherwise) {
    Measure read = Measures.read(text);
    return read.quantitative() ? reprinted(read, printed) : otherwise;
  }

  private static Measure reprinted(Measure read, String printed) {
    return new Measure(
        printed,
        read.kind(),
        read.comparator(),
        read.magnitude(),
        read.upper(),
        read.unit(),
        Measures.read(printed).note());
  }

  private static Measure exact(Measure read) {
    return new Measure(
        read.printed(),
        read.kind(),
        Comparator.NONE,
        read.magnitude(),
        read.upper(),
        read.unit(),
        read.note());
  }

  private static String outside(String printed) {
    return Texts.folded(printed)
        .replaceAll("[（(\\[【][^）)\\]】]*[）)\\]】]", "")
        .replaceAll("[。；;，,]+$", "");
  }

  /** A share in words or as a fraction, in percent. */
  private static @Nullable Measure share(String text, String printed) {
    Matcher tenths = TENTHS.matcher(text);
    if (tenths.matches()) {
      String more = tenths.group(2);
      int units = more == null ? 0 : more.equals("半") ? 5 : digit(more);
      Comparator comparator = tenths.group(3) == null ? Comparator.NONE : Comparator.AT_LEAST;
      return percent(BigDecimal.valueOf(digit(tenths.group(1)) * 10L + units), comparator, printed);
    }
    if (HALF.matcher(text).matches()) {
      return percent(BigDecimal.valueOf(50), Comparator.NONE, printed);
    }
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      return quotient(
          new BigDecimal(fraction.group(1)), new BigDecimal(fraction.group(2)), printed);
    }
    Matcher words = FRACTION_IN_WORDS.matcher(text);
    if (words.matches()) {
      BigDecimal whole = Measures.read(words.group(1) + "个").magnitude();
      BigDecimal part = Measures.read(words.group(2) + "个").magnitude();
      return part == null || whole == null ? null : quotient(part, whole, printed);
    }
    return null;
  }

  private static int digit(String numeral) {
    return "一二三四五六七八九".indexOf(numeral) + 1;
  }

  private static @Nullable Measure quotient(BigDecimal part, BigDecimal whole, String printed) {
    return whole.signum() <= 0 || part.compareTo(whole) > 0
        ? null
        : percent(
            HUNDRED.multiply(part).divide(whole, 4, RoundingMode.HALF_UP),
            Comparator.NONE,
            printed);
  }

  private static Measure percent(BigDecimal number, Comparator comparator, String printed) {
    return new Measure(printed, Kind.QUANTITY, comparator, number, null, "%", "");
  }

  /** An answer in the target's unit; as it is where that cannot be reckoned. */
  private static Measure inUnitOf(Measure target, Measure actual) {
    if (target.unit().equals(actual.unit()) || target.magnitude() == null) {
      return actual;
    }
    Measure converted = actual.in(target.unit());
    return converted == null ? actual : converted;
  }
}
