package org.jihe.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What the extraction of a table does to a printed form. Every kind changes a {@link Sheet} in one
 * random place; several are applied in the order in which they are listed.
 */
enum Damage {
  // Merged labels.
  CATEGORY_MOVED(LabelDamage::categoryMoved, "category label on a later row of its extent"),
  ASPECT_MOVED(LabelDamage::aspectMoved, "aspect label on a later row of its extent"),
  CATEGORY_ECHO(LabelDamage::categoryEcho, "aspect label printed in the category's cell as well"),
  CATEGORY_DROPPED(LabelDamage::categoryDropped, "category label lost, aspect labels left"),
  LABELS_LEFT(LabelDamage::labelsLeft, "labels one column left, a gap before the name"),
  LABELS_OVER_BREAK(LabelDamage::labelsOverBreak, "labels on the first row after a page break"),
  LABELS_ALONE(LabelDamage::labelsAlone, "labels in a line of their own above their extent"),
  LABELS_DOWN(LabelDamage::labelsDown, "category and aspect label on a later row, no break"),
  ASPECT_DROPPED(LabelDamage::aspectDropped, "aspect label lost"),
  // Cells of a row.
  ROWS_LEFT(RowDamage::rowsLeft, "one to four rows one column left"),
  ROWS_RIGHT(RowDamage::rowsRight, "one or two rows one column right"),
  NAME_FAR_LEFT(RowDamage::nameFarLeft, "name two or three columns left, values one"),
  NAME_LEFT(RowDamage::nameLeft, "name alone one column left"),
  CELL_SPLIT(RowDamage::cellSplit, "a text cut in two cells"),
  CELLS_GLUED(RowDamage::cellsGlued, "two neighbours in one cell, a space between"),
  NUMBERS_GLUED(RowDamage::numbersGlued, "points and score in one cell, a space between"),
  ZERO_REPEATED(RowDamage::zeroRepeated, "the 0 of a funding cell again in front of the next"),
  CELLS_GLUED_TIGHT(RowDamage::cellsGluedTight, "target and actual value in one cell, no space"),
  NUMBERS_GLUED_TIGHT(RowDamage::numbersGluedTight, "points and score in one cell, no space"),
  // Page breaks.
  WORD_BROKEN_VALUES_FIRST(BreakDamage::valuesFirst, "break in a text, values on its first page"),
  WORD_BROKEN_VALUES_LAST(BreakDamage::valuesLast, "break in a name, values on its second page"),
  BREAK(BreakDamage::between, "break between two rows"),
  NARROW_AFTER_BREAK(BreakDamage::narrowAfter, "first column gone after a break"),
  NARROW_BEFORE_BREAK(BreakDamage::narrowBefore, "first column only after a break"),
  HEAD_REPEATED(BreakDamage::headRepeated, "break with the column heads printed again"),
  OBJECTIVE_BROKEN(BreakDamage::objectiveBroken, "break inside the annual objective"),
  // Head and total.
  BLOCK_LABEL(HeadDamage::blockLabel, "绩效指标 lost, torn, or on a later row"),
  HEAD_LEFT(HeadDamage::headLeft, "column heads one column left"),
  OBJECTIVE_LABEL(HeadDamage::objectiveLabel, "年度总体目标 lost, torn, shortened or one row down"),
  AGENCY_SHIFTED(HeadDamage::agencyShifted, "实施单位 one column right"),
  TOTAL_SHIFTED(HeadDamage::totalShifted, "the total's label or numbers one column off"),
  FUNDING_SHIFTED(HeadDamage::fundingShifted, "funding rows one column left or right"),
  TOTAL_GLUED(HeadDamage::totalGlued, "the total's label and first number in one cell"),
  // Characters.
  LABEL_WRAPPED(TextDamage::labelWrapped, "spaces of line wraps in labels"),
  TEXT_WRAPPED(TextDamage::textWrapped, "spaces of line wraps in texts"),
  PARAGRAPH_TAGS(TextDamage::paragraphTags, "<p> around the annual objective"),
  PUNCTUATION(TextDamage::punctuation, "other brackets, colons and dashes around labels"),
  LINE_ENDS(TextDamage::lineEnds, "tabs at line ends missing or more");

  /**
   * Kinds that none of the thirty sample forms shows and that the sample's extraction would hardly
   * make; their scores stand apart.
   */
  static final List<Damage> HARSH =
      List.of(
          LABELS_ALONE,
          LABELS_DOWN,
          ASPECT_DROPPED,
          CELLS_GLUED_TIGHT,
          NUMBERS_GLUED_TIGHT,
          HEAD_REPEATED,
          OBJECTIVE_BROKEN,
          FUNDING_SHIFTED,
          TOTAL_GLUED);

  /** The kinds of damage of the sample. */
  static final List<Damage> USUAL =
      Arrays.stream(values()).filter(kind -> !HARSH.contains(kind)).toList();

  /** Kinds that leave every value in a cell of its own. */
  static final List<Damage> LIGHT =
      List.of(
          ROWS_LEFT, LABELS_LEFT, BREAK, NARROW_AFTER_BREAK, BLOCK_LABEL, LABEL_WRAPPED, LINE_ENDS);

  @SuppressWarnings("ImmutableEnumChecker") // method references without state
  private final Change change;

  private final String meaning;

  Damage(Change change, String meaning) {
    this.change = change;
    this.meaning = meaning;
  }

  /** A change in a random place. */
  @FunctionalInterface
  interface Change {
    /** False where the form offers no place for it; the sheet is then as it was. */
    boolean apply(Sheet sheet, Random random);
  }

  boolean apply(Sheet sheet, Random random) {
    return change.apply(sheet, random);
  }

  String meaning() {
    return meaning;
  }

  /** Applies up to {@code most} kinds and gives those that found a place. */
  static List<Damage> some(Sheet sheet, List<Damage> kinds, int most, Random random) {
    List<Damage> shuffled = new ArrayList<>(kinds);
    Collections.shuffle(shuffled, random);
    List<Damage> chosen = new ArrayList<>(shuffled.subList(0, random.nextInt(most + 1)));
    Collections.sort(chosen);
    chosen.removeIf(kind -> !kind.apply(sheet, random));
    return chosen;
  }

  /** A random element of a list that is not empty. */
  static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
