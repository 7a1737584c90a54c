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
import org.jihe.rule.jurisdiction.Parameters;
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
  private static final String RATIO_UNIT = "1∶";
  private static final String NUMERAL = "[一二两三四五六七八九十]";

  private static final Pattern YEARLY =
      Pattern.compile("^(?:每年度?|年度内?|全年度?|本年度?|当年|年内|原则上|均|应|须|要|需|仅仅|仅|只有|只|实际)+");
  private static final Pattern MUST_NOT = Pattern.compile("不(?:得|应|能|可|要|许|允许)(?=[超高低少多大小])");
  private static final Pattern REACHED =
      Pattern.compile(
          "^[\\p{IsHan}]{0,8}?(?:仅|只|高)?(?:达到了?|达|为|完成了?|实现|发放|约?有)(?=[\\d一二两三四五六七八九十百])");
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
  private static final Pattern WIDE_COMMA = Pattern.compile("(?<=\\d)，(?=\\d{3}(?!\\d))");
  private static final Pattern GROWTH = Pattern.compile("增(?!强)|涨幅|提[升高]");
  private static final Pattern FALL = Pattern.compile("降|减少|压减|缩短|节约|节省");
  private static final Pattern RATIO = Pattern.compile("^1[:：∶](\\d+(?:\\.\\d+)?)$");
  private static final Pattern MOVED =
      Pattern.compile(
          "^(?:(降低?|下降|压减|压降|控制|减少?|缩短|缩小)|(?:提[升高]|增加?|增长|扩大|上升))(?:至|到|在)(?=[\\d一二三四五六七八九十])");
  private static final Pattern OVER = Pattern.compile("^(?:已?超过|已?超|逾|高于|多于|突破)(?=[一二三四五六七八九]成)");
  private static final Pattern UNDER =
      Pattern.compile("^(?:仅|只|还|均|尚)*(?:不足|不到|未达到?|未满|低于)(?=[\\d一二三四五六七八九])");
  private static final Pattern EACH =
      Pattern.compile(
          "^(?:平均)?(?:每([\\p{IsHan}])|([人户亩])均)(?:支出|花费|费用|补助|发放|成本)?(?:为|达|约)?(?=\\d)");
  private static final Pattern AROUND =
      Pattern.compile("^(\\d+(?:\\.\\d+)?)±(\\d+(?:\\.\\d+)?)([^\\d]{0,6})$");
  private static final Pattern HALF = Pattern.compile("^(?:一半|半数|50%)$");

  private static final String CHANGE_WORDS = "(增长|增加|提高|提升|上升|上涨|增幅|下降|降低|减少|缩短|下滑|降幅|压减|压降|节约|节省)";
  private static final Pattern CHANGE =
      Pattern.compile(
          "^[\\p{IsHan}]{0,8}?"
              + CHANGE_WORDS
              + "(?:率|幅度|了|幅|至少)?(?:为|达到?|约)?([^\\p{IsHan}]*?(?:不[低少]于|≥|>=|超过)?\\d[\\d.,]*(?:%|个百分点|‰)(?:以上)?)$");
  private static final String DOWN = "下降 降低 减少 缩短 下滑 降幅 压减 压降 节约 节省";

  /** The quantities; a comma between figures may be as wide as the characters. */
  static Amounts of(String name, String printedTarget, String printedActual, Parameters words) {
    String target = narrow(printedTarget);
    String actual = narrow(printedActual);
    Change wanted = Change.of(target);
    Change reached = Change.of(actual);
    if (wanted != null && (reached != null || !Measures.read(actual).uncertain())) {
      return ofChanges(wanted, reached, actual);
    }
    Measure asked = target(target);
    boolean doubtful = asked.unit().indexOf('/') < 0 && Told.doubtful(actual, name, target, words);
    Measure got = doubtful ? unread(actual) : actual(actual, asked, target);
    if (got.uncertain() && reached != null && asked.quantitative()) {
      got = named(name, reached, got);
    }
    return new Amounts(asked, inUnitOf(asked, got), false);
  }

  private static String narrow(String text) {
    return WIDE_COMMA.matcher(text).replaceAll(",");
  }

  /** What is read of a text beside whose number words say that it is not what was done. */
  private static Measure unread(String actual) {
    Measure plain = Measures.read(actual);
    return !plain.quantitative() || plain.zero()
        ? plain
        : new Measure(actual, Kind.UNCERTAIN, Comparator.NONE, null, null, "", plain.note());
  }

  /** 增长17.2% answers 研发投入增幅, and 下降2% is a growth below 0. */
  private static Measure named(String name, Change reached, Measure otherwise) {
    boolean growth = GROWTH.matcher(name).find();
    boolean fall = FALL.matcher(name).find();
    Measure read = Measures.read(reached.number());
    BigDecimal magnitude = read.magnitude();
    if (growth == fall || magnitude == null) {
      return otherwise;
    }
    BigDecimal signed = reached.down() == fall ? magnitude : magnitude.negate();
    return new Measure(
        otherwise.printed(), read.kind(), Comparator.NONE, signed, null, read.unit(), read.note());
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
    Measure other = ratio(printed);
    other = other == null ? around(printed) : other;
    other = other == null ? moved(printed) : other;
    if (other != null) {
      return other;
    }
    String text =
        MUST_NOT.matcher(YEARLY.matcher(outside(printed)).replaceFirst("")).replaceAll("不");
    Measure share = share(text.replaceFirst("^(?:≥|>=|不[低少]于|至少|超?过|达到|达)", ""), printed);
    return share == null ? read(text, printed, plain) : share;
  }

  private static Measure actual(String printed, Measure target, String targetText) {
    Measure plain = Measures.read(printed);
    Measure each = each(printed, target);
    if (each != null) {
      return each;
    }
    if (plain.quantitative()) {
      boolean reached = printed.contains("达");
      return reached && plain.comparator() == Comparator.AT_LEAST ? exact(plain) : plain;
    }
    if (plain.kind() == Kind.BLANK) {
      return plain;
    }
    Measure other = target.unit().equals(RATIO_UNIT) ? ratio(printed) : null;
    if (other != null) {
      return other;
    }
    String text = outside(printed);
    Measure bound = under(text, printed);
    if (bound != null) {
      return bound;
    }
    if (OVER.matcher(text).find()) {
      Measure share = share(OVER.matcher(text).replaceFirst(""), printed);
      return share == null ? plain : above(share);
    }
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
    Measure told = Told.quantity(printed, target);
    Measure otherwise = told == null ? plain : told;
    return text.equals(outside(printed)) ? otherwise : read(text, printed, otherwise);
  }

  /** 人均1380元 beside 元/人. */
  private static @Nullable Measure each(String printed, Measure target) {
    Matcher each = EACH.matcher(outside(printed));
    int slash = target.unit().indexOf('/');
    if (slash < 0 || !each.find()) {
      return null;
    }
    String one = each.group(1) == null ? each.group(2) : each.group(1);
    Measure read = Measures.read(outside(printed).substring(each.end()));
    return !read.quantitative() || !target.unit().substring(slash + 1).equals(one)
        ? null
        : new Measure(
            printed,
            Kind.QUANTITY,
            read.comparator(),
            read.magnitude(),
            null,
            read.unit() + "/" + one,
            read.note());
  }

  /** 不足九成. */
  private static @Nullable Measure under(String text, String printed) {
    Matcher under = UNDER.matcher(text);
    if (!under.find()) {
      return null;
    }
    String rest = text.substring(under.end());
    Measure share = share(rest, printed);
    Measure read = share == null ? Measures.read(rest) : share;
    return read.quantitative() && read.comparator() == Comparator.NONE
        ? new Measure(
            printed, Kind.QUANTITY, Comparator.BELOW, read.magnitude(), null, read.unit(), "")
        : null;
  }

  private static Measure above(Measure share) {
    return new Measure(
        share.printed(),
        share.kind(),
        Comparator.ABOVE,
        share.magnitude(),
        null,
        share.unit(),
        share.note());
  }

  /** 1∶1.2: how much one brings. */
  private static @Nullable Measure ratio(String printed) {
    Matcher ratio = RATIO.matcher(outside(printed));
    return ratio.matches()
        ? new Measure(
            printed,
            Kind.QUANTITY,
            Comparator.NONE,
            new BigDecimal(ratio.group(1)),
            null,
            RATIO_UNIT,
            "")
        : null;
  }

  /** 降至5%以下 bounds from above, 提升至90% from below. */
  private static @Nullable Measure moved(String printed) {
    String text = outside(printed);
    Matcher moved = MOVED.matcher(text);
    if (!moved.find()) {
      return null;
    }
    Measure read = Measures.read(text.substring(moved.end()).replaceAll("(?:以[内上下]|左右)$", ""));
    if (!read.quantitative()) {
      return null;
    }
    Comparator comparator = moved.group(1) == null ? Comparator.AT_LEAST : Comparator.AT_MOST;
    return new Measure(
        printed, Kind.QUANTITY, comparator, read.magnitude(), null, read.unit(), read.note());
  }

  /** 200±10吨. */
  private static @Nullable Measure around(String printed) {
    Matcher around = AROUND.matcher(outside(printed));
    Measure middle = around.matches() ? Measures.read(around.group(1) + around.group(3)) : null;
    if (middle == null || middle.magnitude() == null) {
      return null;
    }
    Measure margin = Measures.read(around.group(2) + around.group(3));
    return margin.magnitude() == null
        ? null
        : new Measure(
            printed,
            Kind.RANGE,
            Comparator.NONE,
            middle.magnitude().subtract(margin.magnitude()),
            middle.magnitude().add(margin.magnitude()),
            middle.unit(),
            "");
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

  /** 97亿 beside 100亿元. */
  private static boolean sameScale(Measure target, Measure actual) {
    String wanted = String.valueOf(target.printed());
    String reached = String.valueOf(actual.printed());
    return (wanted.contains("亿") && reached.endsWith("亿"))
        || (wanted.contains("万") && reached.endsWith("万"));
  }

  /** An answer in the target's unit; as it is where that cannot be reckoned. */
  private static Measure inUnitOf(Measure target, Measure actual) {
    if (target.unit().equals(actual.unit()) || target.magnitude() == null) {
      return actual;
    }
    if (target.unit().equals("元") && actual.unit().isEmpty() && sameScale(target, actual)) {
      return new Measure(
          actual.printed(),
          actual.kind(),
          actual.comparator(),
          actual.magnitude(),
          actual.upper(),
          target.unit(),
          actual.note());
    }
    Measure converted = actual.in(target.unit());
    return converted == null ? actual : converted;
  }
}
