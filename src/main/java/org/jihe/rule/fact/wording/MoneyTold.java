package org.jihe.rule.fact.wording;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Texts;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** Money that 实际完成情况 speaks of: what is still to be paid, and whether all was paid. In yuan. */
public final class MoneyTold {

  /** 其中, and nothing that ends its sentence. */
  private static final Pattern INCLUDED = Pattern.compile("其中[^。；;]*$");

  private static final Pattern DENIED = Pattern.compile("(?:未|没有|没|不|待|将|拟|需|应|后)[^，。；;,]{0,3}$");
  private static final Pattern CLAUSES = Pattern.compile("[，。；;,（(、]");

  private final @Nullable Told outstanding;
  private final @Nullable String paidInFull;

  /**
   * An amount that the text names.
   *
   * @param words the words
   * @param yuan the amount
   * @param step what its last printed digit is worth
   * @param included true where it is said to be a part (其中) of what goes before
   */
  public record Told(String words, BigDecimal yuan, BigDecimal step, boolean included) {}

  public MoneyTold(@Nullable String achieved, Parameters parameters) {
    this.outstanding = achieved == null ? null : outstanding(achieved, parameters);
    this.paidInFull = achieved == null ? null : paidInFull(achieved, parameters);
  }

  /** The largest amount that is said to be still unpaid; null where none is. */
  public @Nullable Told outstanding() {
    return outstanding;
  }

  /**
   * The words that say that all money was paid; null where none do. That a contract was paid in
   * full says nothing of the budget.
   */
  public @Nullable String paidInFull() {
    return paidInFull;
  }

  private static @Nullable Told outstanding(String text, Parameters parameters) {
    Told largest = null;
    for (Pattern pattern : parameters.patternsNamed("outstandingInNarrative")) {
      Matcher found = pattern.matcher(text);
      while (found.find()) {
        Amount amount = Amount.of(found.group("amount"), found.group("unit"));
        if (amount != null && (largest == null || amount.yuan().compareTo(largest.yuan()) > 0)) {
          boolean included = INCLUDED.matcher(text.substring(0, found.start())).find();
          largest = new Told(found.group().strip(), amount.yuan(), amount.step(), included);
        }
      }
    }
    return largest;
  }

  private static @Nullable String paidInFull(String text, Parameters parameters) {
    for (Pattern pattern : parameters.patternsNamed("paidInFullInNarrative")) {
      Matcher found = pattern.matcher(text);
      while (found.find()) {
        String before = text.substring(0, found.start());
        String[] clauses = CLAUSES.split(before, -1);
        String clause = clauses[clauses.length - 1] + found.group();
        if (!DENIED.matcher(before).find() && !clause.contains("合同")) {
          return found.group();
        }
      }
    }
    return null;
  }

  /**
   * An amount of a text.
   *
   * @param yuan the amount
   * @param step what its last printed digit is worth
   */
  record Amount(BigDecimal yuan, BigDecimal step) {

    /** The amount; null where the digits make no number. */
    static @Nullable Amount of(String digits, @Nullable String unit) {
      String plain = Texts.folded(digits).replaceAll("[,，\\s]", "");
      if (!plain.matches("\\d+(?:\\.\\d+)?")) {
        return null;
      }
      BigDecimal number = new BigDecimal(plain);
      int zeros = unit == null || unit.isEmpty() ? 0 : unit.equals("亿") ? 8 : 4;
      BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(zeros - number.scale());
      return new Amount(number.scaleByPowerOfTen(zeros), step);
    }
  }
}
