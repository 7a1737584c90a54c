package org.jihe.template.exact;

import java.math.BigDecimal;
import java.util.Map;
import org.jihe.form.FundingKind;
import org.jihe.form.Numbers;
import org.jihe.form.Texts;
import org.jihe.layout.Position;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * A row of the funding table.
 *
 * @param kind which of the model's rows it is; null for another one
 * @param rank place of its label among those of the kind; 0 counts most
 * @param label its label as printed
 * @param cells its values by their columns
 * @param place its first cell
 */
record FundingLine(
    @Nullable FundingKind kind,
    int rank,
    String label,
    Map<TableHead.Column, Token> cells,
    Position place) {

  boolean holdsNumbers() {
    return cells.values().stream().anyMatch(token -> !Texts.isBlank(token.text()));
  }

  boolean isBetterThan(FundingLine other) {
    boolean numbers = holdsNumbers();
    return numbers == other.holdsNumbers() ? rank < other.rank : numbers;
  }

  /** The number in a column, whatever its unit; null where there is none. */
  @Nullable BigDecimal number(String name) {
    for (Map.Entry<TableHead.Column, Token> cell : cells.entrySet()) {
      if (cell.getKey().is(name)) {
        return Numbers.amount(cell.getValue().text(), "元");
      }
    }
    return null;
  }
}
