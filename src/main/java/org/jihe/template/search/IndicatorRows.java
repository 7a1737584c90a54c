package org.jihe.template.search;

import java.util.ArrayList;
import java.util.List;
import org.jihe.template.declaration.Template;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.search.LabelledRow.Label;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the rows of an indicator table: which hold an indicator, which a part of a torn one, which
 * labels alone, and which repeat the head.
 */
final class IndicatorRows {

  private final Template template;
  private final RowLabelFinder labels;

  IndicatorRows(Template template) {
    this.template = template;
    this.labels = new RowLabelFinder(template);
  }

  /** Sorts the rows below the head. */
  List<IndicatorRow> of(List<PrintedRow> rows, int[] expected) {
    RowReader reader = RowReader.plain(expected);
    List<IndicatorRow> entries = new ArrayList<>();
    List<LabelledRow> fragments = new ArrayList<>();
    List<Label> loose = new ArrayList<>();
    boolean broken = false;
    for (int i = 0; i < rows.size(); i++) {
      PrintedRow row = rows.get(i);
      broken |= row.afterBreak();
      boolean atBreak = row.afterBreak() || (i + 1 < rows.size() && rows.get(i + 1).afterBreak());
      if (isHead(row)) {
        continue;
      }
      LabelledRow labelled = labels.scan(row, expected[RowReader.NAME]);
      if (labelled.tokens().isEmpty()) {
        add(loose, labelled);
      } else if (isFragment(labelled, reader, expected, atBreak)) {
        fragments.add(labelled);
        add(loose, labelled);
      } else {
        IndicatorRow entry = new IndicatorRow(labelled, broken);
        entry.loose.addAll(loose);
        IndicatorRow above = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        deal(fragments, above, entry);
        entries.add(entry);
        fragments.clear();
        loose.clear();
        broken = false;
      }
    }
    if (!entries.isEmpty()) {
      entries.get(entries.size() - 1).after.addAll(fragments);
    }
    return entries;
  }

  private static void add(List<Label> loose, LabelledRow row) {
    if (row.category() != null) {
      loose.add(row.category());
    }
    if (row.aspect() != null) {
      loose.add(row.aspect());
    }
  }

  /** A part of a broken cell belongs to the row on the other side of the page break. */
  private static void deal(
      List<LabelledRow> fragments, @Nullable IndicatorRow above, IndicatorRow below) {
    boolean broken = false;
    for (int i = 0; i < fragments.size(); i++) {
      LabelledRow fragment = fragments.get(i);
      broken |= fragment.row().afterBreak();
      boolean breaksLater = below.row.row().afterBreak();
      for (int j = i + 1; j < fragments.size(); j++) {
        breaksLater |= fragments.get(j).row().afterBreak();
      }
      if (above == null) {
        below.before.add(fragment);
      } else if (broken && !breaksLater) {
        above.after.add(fragment);
      } else if (breaksLater && !broken) {
        below.before.add(fragment);
      } else {
        above.after.add(fragment);
        above.partUncertain = true;
      }
    }
  }

  /** A row without points is a part of another row, unless it is whole but for its points. */
  private static boolean isFragment(
      LabelledRow row, RowReader reader, int[] expected, boolean atBreak) {
    List<Token> tokens = row.tokens();
    int numbers = 0;
    for (Token token : tokens) {
      numbers += RowReader.isPoints(token) ? 1 : 0;
    }
    if (numbers >= 2) {
      return false;
    }
    for (ColumnAssignment reading : reader.read(tokens, true)) {
      boolean max = RowReader.isPoints(reading.tokens().get(RowReader.MAX));
      boolean score = RowReader.isPoints(reading.tokens().get(RowReader.SCORE));
      if (max && score) {
        return false;
      }
    }
    if (tokens.size() == 1 || atBreak) {
      return tokens.size() < 3;
    }
    int shift = tokens.get(0).column() - expected[RowReader.NAME];
    return tokens.get(1).column() - expected[RowReader.TARGET] != shift;
  }

  private boolean isPartOfHead(String key) {
    if (key.length() > 2) {
      for (List<String> aliases : template.indicators().columns().values()) {
        if (Labels.isPartOf(key, aliases)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isHead(PrintedRow row) {
    int hits = 0;
    for (Token token : row.tokens()) {
      boolean column = Labels.nameOf(token.key(), template.indicators().columns()) != null;
      boolean part = !column && isPartOfHead(token.key());
      if (!column && !part && !Labels.isPartOf(token.key(), template.indicators().labels())) {
        return false;
      }
      hits += column || part ? 1 : 0;
    }
    return hits > 0;
  }
}
