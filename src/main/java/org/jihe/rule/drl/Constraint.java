package org.jihe.rule.drl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.AtomicExprDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.BindingDescr;
import org.drools.drl.ast.descr.ConnectiveType;
import org.drools.drl.ast.descr.ConstraintConnectiveDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RelationalExprDescr;
import org.drools.drl.parser.DrlExprParserFactory;
import org.drools.drl.parser.DrlParser;
import org.jspecify.annotations.Nullable;

/**
 * One constraint that compares; both sides without white space.
 *
 * @param operator {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >} or {@code >=}
 */
record Constraint(String left, String operator, String right) {

  private static final Set<String> OPERATORS = Set.of("==", "!=", "<", "<=", ">", ">=");

  /**
   * What must hold of a pattern.
   *
   * @param comparisons the constraints that compare
   * @param others the text of all others, without white space
   */
  record Together(List<Constraint> comparisons, List<String> others) {}

  /** The constraints of a pattern: those between commas, and those joined by {@code &&}. */
  static Together in(PatternDescr pattern) {
    Together together = new Together(new ArrayList<>(), new ArrayList<>());
    for (BaseDescr each : pattern.getDescrs()) {
      if (each instanceof ExprConstraintDescr constraint) {
        add(constraint.getExpression(), together);
      }
    }
    return together;
  }

  private static void add(String printed, Together together) {
    String expression = DrlText.withoutComments(printed);
    String whole = packed(expression);
    ConstraintConnectiveDescr read =
        DrlExprParserFactory.getDrlExprParser(DrlParser.DEFAULT_LANGUAGE_LEVEL).parse(expression);
    // The parser drops brackets, a sign before them and what it does not know: such a text is not
    // the one that it has understood.
    if (read == null
        || read.getConnective() != ConnectiveType.AND
        || !whole.equals(
            String.join("&&", read.getDescrs().stream().map(Constraint::text).toList()))) {
      together.others.add(whole);
      return;
    }
    for (BaseDescr part : read.getDescrs()) {
      if (part instanceof RelationalExprDescr relation
          && OPERATORS.contains(relation.getOperator())) {
        together.comparisons.add(
            new Constraint(
                value(relation.getLeft()), relation.getOperator(), value(relation.getRight())));
      } else {
        together.others.add(text(part));
      }
    }
  }

  /** A part of an expression as it was written; empty of what is no part of a plain conjunction. */
  private static String text(BaseDescr part) {
    if (part instanceof RelationalExprDescr relation) {
      return text(relation.getLeft()) + packed(relation.getOperator()) + text(relation.getRight());
    }
    if (part instanceof BindingDescr binding) {
      String sign = binding.isUnification() ? ":=" : ":";
      return binding.getVariable() + sign + packed(binding.getExpression());
    }
    return value(part);
  }

  /** The same without the name that it is bound to. */
  private static String value(BaseDescr part) {
    if (part instanceof BindingDescr binding) {
      return packed(binding.getExpression());
    }
    return part instanceof AtomicExprDescr atom ? packed(atom.getExpression()) : "";
  }

  static String packed(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** The constraint for people. */
  String text() {
    return left + " " + operator + " " + right;
  }

  /** The number on the right side; null where none stands there. */
  @Nullable BigDecimal number() {
    return number(right);
  }

  /** The number that a text is; null for any other text. */
  static @Nullable BigDecimal number(String text) {
    try {
      return new BigDecimal(text.replaceFirst("[BbIilLdDfF]$", ""));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The same with the smaller text at the left and numbers at the right. */
  Constraint turned() {
    boolean turn = number(left) != null || (number() == null && left.compareTo(right) > 0);
    return turn ? new Constraint(/* left= */ right, turnedOperator(), /* right= */ left) : this;
  }

  private String turnedOperator() {
    return switch (operator) {
      case "<" -> ">";
      case ">" -> "<";
      case "<=" -> ">=";
      case ">=" -> "<=";
      default -> operator;
    };
  }

  /** Where a left side that holds may stand to the right side: below, at, above. */
  boolean allows(int sign) {
    return switch (operator) {
      case "==" -> sign == 0;
      case "!=" -> sign != 0;
      case "<" -> sign < 0;
      case "<=" -> sign <= 0;
      case ">" -> sign > 0;
      default -> sign >= 0;
    };
  }

  /** False where this and another constraint on the same left side exclude each other for sure. */
  boolean canHoldWith(Constraint other) {
    if (right.equals(other.right)) {
      return List.of(-1, 0, 1).stream().anyMatch(sign -> allows(sign) && other.allows(sign));
    }
    if (right.equals("null")) {
      return canHoldWhereNull(/* blank= */ this, /* value= */ other);
    }
    if (other.right.equals("null")) {
      return canHoldWhereNull(/* blank= */ other, /* value= */ this);
    }
    BigDecimal first = number();
    BigDecimal second = other.number();
    return first == null || second == null || canHold(first, other, second);
  }

  /** No comparison but != holds with null. */
  private static boolean canHoldWhereNull(Constraint blank, Constraint value) {
    return !blank.operator.equals("==") || value.operator.equals("!=");
  }

  private boolean canHold(BigDecimal first, Constraint other, BigDecimal second) {
    // Between, at and around the two numbers nothing else can be told apart.
    BigDecimal least = first.min(second).subtract(BigDecimal.ONE);
    BigDecimal most = first.max(second).add(BigDecimal.ONE);
    BigDecimal middle = first.add(second).divide(BigDecimal.valueOf(2));
    return List.of(least, first, middle, second, most).stream()
        .anyMatch(value -> allows(value.compareTo(first)) && other.allows(value.compareTo(second)));
  }
}
