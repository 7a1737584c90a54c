package org.jihe.template.exact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jihe.form.Reading;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/** Carries the labels of categories and aspects down to the rows that they reach. */
final class CarriedLabels {

  private final Lexicon lexicon;
  private final TableHead head;

  /** The indicators read so far. */
  private final List<IndicatorLine> lines;

  /** Pages on which a blank merged cell of a column was met last. */
  private final Map<String, Integer> rests = new HashMap<>();

  private @Nullable LabelRun category;
  private @Nullable LabelRun aspect;

  CarriedLabels(Lexicon lexicon, TableHead head, List<IndicatorLine> lines) {
    this.lexicon = lexicon;
    this.head = head;
    this.lines = lines;
  }

  /**
   * Gives a row its labels.
   *
   * @param above the row printed above it, or null
   */
  void giveTo(IndicatorLine line, @Nullable PrintedRow above) {
    PrintedRow row = line.row;
    boolean top = above != null && above.grid() != row.grid();
    if (top) {
      line.categoryLabel = withoutRest(category, line.categoryLabel, line, lexicon::category);
      line.aspectLabel = withoutRest(aspect, line.aspectLabel, line, lexicon::aspect);
    }
    category = unlessEnded(category, line.categoryLabel, TableHead.CATEGORY, row);
    aspect = unlessEnded(aspect, line.aspectLabel, TableHead.ASPECT, row);
    line.ownCategory = beginsCategory(line, top);
    beginAspect(line, top);
    line.printsCategory = line.categoryLabel != null;
    line.ownAspect = line.aspectLabel != null;
    line.category = reaching(category, line);
    line.aspect = reaching(aspect, line);
  }

  /** True where the category that was printed last reaches the row. */
  boolean areOfLastCategory(IndicatorLine line) {
    return line.category == category;
  }

  /** A label at the top of a page, or null where it is the rest of the one before the break. */
  private @Nullable Token withoutRest(
      @Nullable LabelRun run,
      @Nullable Token label,
      IndicatorLine line,
      Function<String, @Nullable String> names) {
    if (run == null || label == null || LabelRun.isWordedLike(run, label)) {
      return label;
    }
    String joined = run.token().key() + label.key();
    boolean part = names.apply(label.text()) == null || (run.isOfLast(lines) && !line.hasPoints());
    if (!part || names.apply(joined) == null) {
      return label;
    }
    run.grow(run.token().join(label));
    return null;
  }

  /** A label, or null where a row begins a blank cell below the merged one with its rest. */
  private @Nullable LabelRun unlessEnded(
      @Nullable LabelRun run, @Nullable Token own, String name, PrintedRow row) {
    TableHead.Column column = head.column(name);
    Integer rows = column == null ? null : row.blank().get(column.first());
    Integer page = rests.get(name);
    if (rows != null && rows > 1) {
      rests.put(name, row.grid());
    }
    if (run == null || own != null || rows == null || page == null) {
      return run;
    }
    return !run.isOnPageOf(row) && page == row.grid() ? null : run;
  }

  /** Takes the row's label of a category; true where it begins one. */
  private boolean beginsCategory(IndicatorLine line, boolean top) {
    Token own = line.categoryLabel;
    LabelRun run = category;
    if (own == null) {
      return false;
    }
    if (run != null && lacksPoints(run, own)) {
      Token whole = run.token().join(own).as(run.text() + own.text(), Reading.JOINED);
      run.grow(whole);
      return false;
    }
    category = new LabelRun(own, line.row.grid());
    return !(top && LabelRun.isWordedLike(run, own));
  }

  /** Takes the row's label of an aspect. */
  private void beginAspect(IndicatorLine line, boolean top) {
    Token own = line.aspectLabel;
    if (own != null) {
      aspect = new LabelRun(own, line.row.grid());
      return;
    }
    boolean late = top && !lines.isEmpty() && lines.get(lines.size() - 1).category == null;
    boolean covers = aspect != null && line.row.covering().contains(aspect.token());
    if (line.ownCategory && !late && !covers) {
      aspect = null; // an aspect does not reach into another category by itself
    }
  }

  /** True where the points in brackets stand below the label that they belong to. */
  private static boolean lacksPoints(LabelRun run, Token label) {
    return Labels.isBracket(label.key()) && run.token().key().indexOf('(') < 0;
  }

  /** The label that reaches a row: a merged one ends where its cell ends. */
  private @Nullable LabelRun reaching(@Nullable LabelRun run, IndicatorLine line) {
    PrintedRow row = line.row;
    if (run == null || run.endsAbove(row)) {
      return null;
    }
    Token label = run.token();
    boolean covered = label.position().row() == row.line() || row.covering().contains(label);
    boolean doubtful = row.fixed() && !covered && !run.isMerged() && run.isOnPageOf(row);
    line.labelGuessed |= doubtful && mergesOn(row);
    return run;
  }

  /** True where labels beside or above are merged, so that a blank one might be meant. */
  private boolean mergesOn(PrintedRow row) {
    return lines.stream().anyMatch(line -> line.row.grid() == row.grid() && line.hasMergedLabel());
  }
}
