package org.jihe.template.exact;

import java.util.ArrayList;
import java.util.List;
import org.jihe.form.Numbers;
import org.jihe.template.aspect.AspectAssignment;
import org.jihe.template.declaration.Lexicon;
import org.jihe.template.exact.ExactIndicators.Line;
import org.jihe.template.exact.ExactIndicators.Run;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * A merged label that the end of a page cuts is printed where there is room for it: on top of the
 * next page, if need be, while its first rows stand on the page before and have none.
 */
final class LabelsAfterBreak {

  private final Lexicon lexicon;
  private final TableHead head;
  private final AspectAssignment path;

  LabelsAfterBreak(Lexicon lexicon, TableHead head) {
    this.lexicon = lexicon;
    this.head = head;
    this.path = new AspectAssignment(lexicon.template());
  }

  /** Gives labels on top of pages to the rows before that have none. */
  static void toRowsWithout(List<Line> lines) {
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
  void toRowsOfOthers(List<Line> lines) {
    if (lines.stream().anyMatch(LabelsAfterBreak::isMerged)) {
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
  private static void blankCategories(List<Line> lines, int top) {
    Line first = lines.get(top);
    int from = top;
    while (first.printsCategory && from > 0 && isBlank(lines.get(from - 1), lines.get(top - 1))) {
      from--;
      lines.get(from).category = first.category;
    }
  }

  private static boolean isBlank(Line line, Line last) {
    return line.isOnPageOf(last) && line.category == null;
  }

  private static boolean isWithoutAspect(Line line, Line first) {
    return line.category == first.category && line.aspect == null;
  }

  /** Rows without an aspect before the page are of the one on top of it. */
  private static void blankAspects(List<Line> lines, int top) {
    Line first = lines.get(top);
    int from = top;
    while (first.ownAspect
        && from > 0
        && lines.get(from - 1).isOnPageOf(lines.get(top - 1))
        && isWithoutAspect(lines.get(from - 1), first)) {
      from--;
      lines.get(from).aspect = first.aspect;
    }
  }

  private static boolean isMerged(Line line) {
    return (line.category != null && line.category.token.rows() > 1)
        || (line.aspect != null && line.aspect.token.rows() > 1);
  }

  /** Where labels are merged, a blank cell above the end of a page begins the next one. */
  private void toBlankCells(List<Line> lines, int top) {
    Line first = lines.get(top);
    for (int i = lastBlank(lines, top, "category"); first.printsCategory && i < top; i++) {
      lines.get(i).labelGuessed |= lines.get(i).category != first.category;
      lines.get(i).category = first.category;
    }
    for (int i = lastBlank(lines, top, "aspect"); first.ownAspect && i < top; i++) {
      Line line = lines.get(i);
      if (line.category == first.category) {
        line.labelGuessed |= line.aspect != first.aspect;
        line.aspect = first.aspect;
      }
    }
  }

  /** The row that begins the last cell of a column of labels, if that is blank; or the page. */
  private int lastBlank(List<Line> lines, int top, String name) {
    TableHead.Column column = head.column(name);
    boolean category = name.equals("category");
    for (int i = top - 1; i > 0 && column != null; i--) {
      Line line = lines.get(i);
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
  private static boolean isDoubtful(List<Line> lines, int top) {
    Line first = lines.get(top);
    Line last = lines.get(top - 1);
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
  private static boolean isCarried(@Nullable Run run, Line line) {
    return run == null
        || (run.token.rows() == 1
            && !(run.grid == line.row.grid() && run.token.position().row() == line.row.line()));
  }

  /** The labels of rows before a page, where names and points speak for those on top of it. */
  private void carriedLabels(List<Line> lines, int top, List<AspectAssignment.Step> steps) {
    Line first = lines.get(top);
    String aspect = first.aspect == null ? null : lexicon.aspect(first.aspect.token.text());
    if (steps.isEmpty() || isOpen(steps.get(top - 1), aspect)) {
      lines.get(top - 1).labelGuessed = true;
      return;
    }
    for (int i = top - 1; i >= 0; i--) {
      Line line = lines.get(i);
      AspectAssignment.Step step = steps.get(i);
      AspectAssignment.Choice choice = path.choice(step.choice());
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
        && (path.choice(step.choice()).aspectName().equals(aspect)
            || path.choice(step.other()).aspectName().equals(aspect));
  }

  /** What names and points say; nothing where a label is not known. */
  private List<AspectAssignment.Step> steps(List<Line> lines) {
    List<AspectAssignment.Item> items = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String category = line.category == null ? null : lexicon.category(line.category.token.text());
      String aspect = line.aspect == null ? null : lexicon.aspect(line.aspect.token.text());
      if ((line.printsCategory && category == null) || (line.ownAspect && aspect == null)) {
        return List.of();
      }
      Token points = cell(line, "maxScore");
      items.add(
          new AspectAssignment.Item(
              line.printsCategory ? category : null,
              line.ownAspect ? aspect : null,
              List.of(),
              i > 0 && !line.isOnPageOf(lines.get(i - 1)),
              text(line, "name") + text(line, "target"),
              points == null ? null : Numbers.points(points.text())));
    }
    return path.of(items);
  }

  private @Nullable Token cell(Line line, String name) {
    TableHead.Column column = head.column(name);
    return column == null ? null : line.cells.get(column);
  }

  private String text(Line line, String name) {
    Token token = cell(line, name);
    return token == null ? "" : token.key();
  }
}
