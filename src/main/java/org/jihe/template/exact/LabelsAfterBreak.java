package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.List;
import org.jihe.template.aspect.AspectAssignment;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * Gives labels behind the end of a page to the rows above it that they were meant for: a merged
 * label that the end of a page cuts is printed where there is room for it: on top of the next page,
 * if need be, while its first rows stand on the page before and have none.
 */
final class LabelsAfterBreak {

  private final Lexicon lexicon;
  private final TableHead head;
  private final AspectAssignment aspects;

  LabelsAfterBreak(Lexicon lexicon, TableHead head) {
    this.lexicon = lexicon;
    this.head = head;
    this.aspects = new AspectAssignment(lexicon.template());
  }

  /** Gives labels on top of pages to the rows before that have none. */
  static void toRowsWithout(List<IndicatorLine> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isOnPageOf(lines.get(i - 1))) {
        blankCategories(lines, i);
        blankAspects(lines, i);
      }
    }
  }

  /**
   * Gives labels on top of pages to the rows before to which the labels above were carried, where
   * what they say speaks for it.
   */
  void toRowsOfOthers(List<IndicatorLine> lines) {
    if (lines.stream().anyMatch(IndicatorLine::hasMergedLabel)) {
      for (int i = 1; i < lines.size(); i++) {
        if (!lines.get(i).isOnPageOf(lines.get(i - 1))) {
          toBlankCells(lines, i);
        }
      }
    }
    List<AspectAssignment.Step> steps = null;
    for (int i = 1; i < lines.size(); i++) {
      if (isDoubtful(lines, i)) {
        steps = steps == null ? steps(lines) : steps;
        carriedLabels(lines, i, steps);
      }
    }
  }

  /** Rows without a category before the page are of the one on top of it. */
  private static void blankCategories(List<IndicatorLine> lines, int top) {
    IndicatorLine first = lines.get(top);
    int from = top;
    while (first.printsCategory && from > 0 && isBlank(lines.get(from - 1), lines.get(top - 1))) {
      from--;
      lines.get(from).category = first.category;
    }
  }

  private static boolean isBlank(IndicatorLine line, IndicatorLine last) {
    return line.isOnPageOf(last) && line.category == null;
  }

  private static boolean isWithoutAspect(IndicatorLine line, IndicatorLine first) {
    return line.category == first.category && line.aspect == null;
  }

  /** Rows without an aspect before the page are of the one on top of it. */
  private static void blankAspects(List<IndicatorLine> lines, int top) {
    IndicatorLine first = lines.get(top);
    int from = top;
    while (first.ownAspect
        && from > 0
        && lines.get(from - 1).isOnPageOf(lines.get(top - 1))
        && isWithoutAspect(lines.get(from - 1), first)) {
      from--;
      lines.get(from).aspect = first.aspect;
    }
  }

  /** Where labels are merged, a blank cell above the end of a page begins the next one. */
  private void toBlankCells(List<IndicatorLine> lines, int top) {
    IndicatorLine first = lines.get(top);
    for (int i = lastBlank(lines, top, "category"); first.printsCategory && i < top; i++) {
      lines.get(i).labelGuessed |= lines.get(i).category != first.category;
      lines.get(i).category = first.category;
    }
    for (int i = lastBlank(lines, top, "aspect"); first.ownAspect && i < top; i++) {
      IndicatorLine line = lines.get(i);
      if (line.category == first.category) {
        line.labelGuessed |= line.aspect != first.aspect;
        line.aspect = first.aspect;
      }
    }
  }

  /** The row that begins the last cell of a column of labels, if that is blank; or the page. */
  private int lastBlank(List<IndicatorLine> lines, int top, String name) {
    TableHead.Column column = head.column(name);
    boolean category = name.equals("category");
    for (int i = top - 1; i > 0 && column != null; i--) {
      IndicatorLine line = lines.get(i);
      boolean printed = category ? line.printsCategory : line.ownAspect;
      if (printed || !line.isOnPageOf(lines.get(i - 1))) {
        return top; // on top of a page a blank cell is the rest of the one before
      }
      if (line.row.blank().containsKey(column.first())) {
        return i;
      }
    }
    return top;
  }

  /** True where the labels above a page were carried down to rows that print none. */
  private static boolean isDoubtful(List<IndicatorLine> lines, int top) {
    IndicatorLine first = lines.get(top);
    IndicatorLine last = lines.get(top - 1);
    return !first.isOnPageOf(last)
        && first.ownAspect
        && first.category != null
        && !last.ownAspect
        && last.aspect != first.aspect
        && last.row.blank().isEmpty()
        && isCarried(last.aspect, last)
        && (first.category == last.category
            || (first.printsCategory && isCarried(last.category, last)));
  }

  /** True where nothing but the order of the rows says that a label reaches one. */
  private static boolean isCarried(@Nullable LabelRun run, IndicatorLine line) {
    return run == null || (!run.isMerged() && !run.isPrintedOn(line.row));
  }

  /** The labels of rows before a page, where names and points speak for those on top of it. */
  private void carriedLabels(
      List<IndicatorLine> lines, int top, List<AspectAssignment.Step> steps) {
    IndicatorLine first = lines.get(top);
    String aspect = aspect(first);
    if (steps.isEmpty() || isOpen(steps.get(top - 1), aspect)) {
      lines.get(top - 1).labelGuessed = true;
      return;
    }
    for (int i = top - 1; i >= 0; i--) {
      IndicatorLine line = lines.get(i);
      AspectAssignment.Step step = steps.get(i);
      AspectAssignment.Choice choice = aspects.choice(step.choice());
      boolean same =
          line.isOnPageOf(lines.get(top - 1))
              && !line.ownAspect
              && !line.printsCategory
              && !step.uncertain()
              && choice.aspectName().equals(aspect);
      if (!same) {
        return;
      }
      line.category = first.category;
      line.aspect = first.aspect;
      line.labelGuessed = true;
    }
  }

  /** True where names and points speak hardly for or against an aspect. */
  private boolean isOpen(AspectAssignment.Step step, @Nullable String aspect) {
    return step.uncertain()
        && (aspects.choice(step.choice()).aspectName().equals(aspect)
            || aspects.choice(step.other()).aspectName().equals(aspect));
  }

  /** What names and points say; nothing where a label is not known. */
  private List<AspectAssignment.Step> steps(List<IndicatorLine> lines) {
    List<AspectAssignment.Item> items = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      IndicatorLine line = lines.get(i);
      String category = line.printsCategory ? category(line) : null;
      String aspect = line.ownAspect ? aspect(line) : null;
      if ((line.printsCategory && category == null) || (line.ownAspect && aspect == null)) {
        return List.of();
      }
      boolean afterBreak = i > 0 && !line.isOnPageOf(lines.get(i - 1));
      items.add(item(line, category, aspect, afterBreak));
    }
    return aspects.of(items);
  }

  private static AspectAssignment.Item item(
      IndicatorLine line, @Nullable String category, @Nullable String aspect, boolean afterBreak) {
    Token points = line.cell("maxScore");
    return new AspectAssignment.Item(
        category,
        aspect,
        List.of(),
        afterBreak,
        line.key("name") + line.key("target"),
        points == null ? null : points.points());
  }

  private @Nullable String category(IndicatorLine line) {
    return line.category == null ? null : lexicon.category(line.category.text());
  }

  private @Nullable String aspect(IndicatorLine line) {
    return line.aspect == null ? null : lexicon.aspect(line.aspect.text());
  }
}
