package org.jihe.rule.sheet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.rule.sheet.Comparison.Needs;

/** Reads what a row's rule says to people; its messages name nothing that there is not. */
final class RowWording {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final Set<String> OF_ALL = Set.of("reported", "value", "place", "expected");
  private static final Set<String> OF_INDICATORS =
      Set.of("indicator", "target", "actual", "score", "maxScore");

  private final SheetTable table;
  private final Sheet.Row row;

  RowWording(SheetTable table, Sheet.Row row) {
    this.table = table;
    this.row = row;
  }

  SheetRule.Wording read(String cell, Comparison comparison) {
    String chinese = table.text(row, SheetColumn.MESSAGE);
    String english = table.text(row, SheetColumn.ENGLISH);
    if (chinese.isEmpty()) {
      table.wrong(row, SheetColumn.MESSAGE, "table.messageMissing", Map.of());
    }
    Set<String> known = placeholders(cell, comparison);
    for (SheetColumn column : List.of(SheetColumn.MESSAGE, SheetColumn.ENGLISH)) {
      demandKnown(column, known);
    }
    return new SheetRule.Wording(
        chinese,
        english.isEmpty() ? chinese : english,
        table.text(row, SheetColumn.BASIS),
        table.text(row, SheetColumn.NOTE));
  }

  private static Set<String> placeholders(String cell, Comparison comparison) {
    Set<String> known = new TreeSet<>(OF_ALL);
    if (SheetRule.isOfIndicators(cell)) {
      known.addAll(OF_INDICATORS);
    }
    if (comparison.needs() == Needs.NOTHING) {
      known.removeAll(Set.of("value", "expected"));
    }
    return known;
  }

  private void demandKnown(SheetColumn column, Set<String> known) {
    Matcher matcher = PLACEHOLDER.matcher(table.text(row, column));
    while (matcher.find()) {
      if (!known.contains(matcher.group(1))) {
        String names = String.join(" ", known.stream().map(name -> "{" + name + "}").toList());
        Map<String, String> told = Map.of("name", matcher.group(), "names", names);
        table.wrong(row, column, "table.placeholder", told);
      }
    }
  }
}
