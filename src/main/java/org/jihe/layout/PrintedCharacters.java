package org.jihe.layout;

import java.text.Normalizer;

/**
 * What is printed where a file's characters say it in another way: radicals that share the shape of
 * an ideograph, ligatures, codes of symbol fonts, and characters that show nothing.
 */
public final class PrintedCharacters {

  private static final int FIRST_SUPPLEMENT = 0x2E80;
  private static final int FIRST_RADICAL = 0x2F00;
  private static final int LAST_RADICAL = 0x2FD5;

  /**
   * The ideographs of the radicals from U+2E80, as Unicode's EquivalentUnifiedIdeograph has them.
   */
  private static final int[] SUPPLEMENT =
      ("·厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵·旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲"
              + "讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟")
          .codePoints()
          .toArray();

  /** Codes of symbol fonts that stand for one sign wherever they are met, and these signs. */
  private static final String SYMBOL_CODES =
      "\uf0fc\uf0fe\uf0fd\uf0fb\uf0a8\uf0a3\uf0b3\uf0b4\uf0b1\uf0b8";

  private static final String SYMBOLS = "✓☑☒✗☐≤≥×±÷";

  private static final int NONE = '·';

  private PrintedCharacters() {}

  /**
   * The text with ideographs for radicals, letters for ligatures, and without what shows nothing.
   * Nothing else is changed: full-width characters are what was printed.
   */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isOther(text.charAt(i))) {
        return mended(text);
      }
    }
    return text;
  }

  private static String mended(String text) {
    StringBuilder mended = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isRadical(c)) {
        mended.appendCodePoint(ideograph(c));
      } else if (isLigature(c)) {
        mended.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
      } else if (isSymbol(c)) {
        mended.append(SYMBOLS.charAt(SYMBOL_CODES.indexOf(c)));
      } else if (!isInvisible(c)) {
        mended.append(c);
      }
    }
    return mended.toString();
  }

  private static int ideograph(char radical) {
    int place = radical - FIRST_SUPPLEMENT;
    if (radical < FIRST_RADICAL) {
      return place < SUPPLEMENT.length && SUPPLEMENT[place] != NONE ? SUPPLEMENT[place] : radical;
    }
    return switch (radical) {
      case '\u2F3E' -> '户'; // whose shape a Chinese font gives to it, not that of 戶
      case '\u2FAD' -> '青';
      default -> Normalizer.normalize(String.valueOf(radical), Normalizer.Form.NFKC).codePointAt(0);
    };
  }

  private static boolean isOther(char c) {
    return c >= '\u00ad' && (isInvisible(c) || isRadical(c) || isLigature(c) || isSymbol(c));
  }

  /** True for a radical of the two blocks that Unicode has for them. */
  public static boolean isRadical(char c) {
    return c >= FIRST_SUPPLEMENT && c <= LAST_RADICAL;
  }

  private static boolean isLigature(char c) {
    return c >= '\ufb00' && c <= '\ufb06';
  }

  private static boolean isSymbol(char c) {
    return c >= '\uf0a3' && c <= '\uf0fe' && SYMBOL_CODES.indexOf(c) >= 0;
  }

  /** True for marks of direction, joiners, soft hyphens and spaces without width. */
  private static boolean isInvisible(char c) {
    return c == '\u00ad'
        || (c >= '\u200b' && c <= '\u200f')
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2060' && c <= '\u2064')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\ufeff';
  }
}
