package org.jihe.rule.engine;

import java.math.BigDecimal;
import java.util.Map;
import org.jihe.form.measure.Figures;
import org.jihe.rule.fact.Evidence;
import org.jspecify.annotations.Nullable;

/** Amounts of money in the arguments of messages: in yuan and in one style, whatever is printed. */
final class Amounts {

  private Amounts() {}

  /** Puts what evidence on an amount says in this style; what a rule itself has put stays. */
  static void put(Map<String, String> arguments, Evidence evidence, @Nullable Object value) {
    BigDecimal reported =
        evidence.reported() == null && value instanceof BigDecimal yuan ? yuan : null;
    put(arguments, "reported", reported == null ? number(evidence.reported()) : reported);
    put(arguments, "expected", evidence.expectedNumber());
    BigDecimal difference = evidence.difference();
    if (difference == null && reported != null && evidence.expectedNumber() != null) {
      difference = reported.subtract(evidence.expectedNumber());
    }
    put(arguments, "difference", difference);
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    return text != null && text.matches("-?\\d+(?:\\.\\d+)?") ? new BigDecimal(text) : null;
  }

  private static void put(Map<String, String> arguments, String name, @Nullable BigDecimal yuan) {
    if (yuan != null) {
      arguments.putIfAbsent(name, Figures.amount(yuan));
    }
  }
}
