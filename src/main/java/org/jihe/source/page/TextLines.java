package org.jihe.source.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.jihe.source.file.Characters;

/** Puts characters into lines, and lines into texts. */
final class TextLines {

  /** Base lines that differ by less of a character's height are one. */
  private static final double SAME_LINE = 0.4;

  /** The same where lines of several cells may stand beside one another. */
  private static final double SAME_BASELINE = 0.1;

  /** A gap of this many ems between letters is a space that was not printed as a character. */
  private static final double SPACE = 0.25;

  /** Chinese is often spread over its cell. */
  private static final double WIDE_SPACE = 0.7;

  /** A gap of this many ems parts a line of text into fields. */
  private static final double FIELD = 2.5;

  /** The same in a table without rulings. */
  private static final double COLUMN = 1.5;

  /** The same between strings that were printed one by one. */
  private static final double STRINGS = 0.5;

  private static final double MOST_PADDING = 6;

  private TextLines() {}

  /**
   * Characters of one line from left to right.
   *
   * @param glyphs at least one that is no space
   */
  record Line(List<Glyph> glyphs) {

    double left() {
      return glyphs.get(0).left();
    }

    double top() {
      return glyphs.stream().mapToDouble(Glyph::top).min().orElseThrow();
    }

    double right() {
      return glyphs.stream().mapToDouble(Glyph::right).max().orElseThrow();
    }

    double bottom() {
      return glyphs.stream().mapToDouble(Glyph::bottom).max().orElseThrow();
    }

    double baseline() {
      return glyphs.get(0).baseline();
    }

    double size() {
      return glyphs.get(0).height();
    }

    String text() {
      StringBuilder text = new StringBuilder();
      Glyph before = null;
      for (Glyph glyph : glyphs) {
        if (before != null && isSpaced(before, glyph)) {
          text.append(' ');
        }
        text.append(glyph.text());
        before = glyph;
      }
      return text.toString().strip();
    }
  }

  private static boolean isSpaced(Glyph before, Glyph glyph) {
    if (before.isSpace() || glyph.isSpace()) {
      return false;
    }
    double gap = (glyph.left() - before.right()) / Math.min(before.height(), glyph.height());
    return gap > (isWide(before) && isWide(glyph) ? WIDE_SPACE : SPACE);
  }

  private static boolean isWide(Glyph glyph) {
    return Characters.isWide(glyph.text().codePointAt(0));
  }

  /** Upright characters as lines from top to bottom; blank lines are left out. */
  static List<Line> lines(List<Glyph> glyphs) {
    return lines(glyphs, SAME_LINE);
  }

  /** The same, but only what stands on one base line is of one line. */
  static List<Line> baselines(List<Glyph> glyphs) {
    return lines(glyphs, SAME_BASELINE);
  }

  private static List<Line> lines(List<Glyph> glyphs, double same) {
    List<Glyph> sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble(Glyph::baseline));
    List<Line> lines = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || isNextLine(sorted.get(i - 1), sorted.get(i), same)) {
        add(lines, sorted.subList(first, i));
        first = i;
      }
    }
    return lines;
  }

  private static boolean isNextLine(Glyph above, Glyph below, double same) {
    double least = Math.min(above.height(), below.height());
    return below.baseline() - above.baseline() > same * least;
  }

  private static void add(List<Line> lines, List<Glyph> glyphs) {
    List<Glyph> line = new ArrayList<>(glyphs);
    line.sort(Comparator.comparingDouble(Glyph::left));
    int from = 0;
    int to = line.size();
    while (from < to && line.get(from).isSpace()) {
      from++;
    }
    while (to > from && line.get(to - 1).isSpace()) {
      to--;
    }
    if (from < to) {
      lines.add(new Line(line.subList(from, to)));
    }
  }

  /** The parts of a line between wide gaps. */
  static List<Line> fields(Line line) {
    List<Line> fields =
        parts(line, (before, glyph) -> glyph.left() - before.right() > FIELD * glyph.height());
    boolean spread = fields.stream().allMatch(part -> part.glyphs().size() == 1);
    return spread ? List.of(line) : fields;
  }

  /** The parts of a line that are fields of a table without rulings; a spread title is one. */
  static List<Line> columns(Line line) {
    List<Line> columns = apart(line);
    boolean spread = columns.stream().allMatch(part -> part.glyphs().size() == 1);
    return spread ? List.of(line) : columns;
  }

  /** The parts of a line that are fields of a table without rulings, each maybe one character. */
  static List<Line> apart(Line line) {
    return parts(
        line,
        (before, glyph) -> {
          double gap = glyph.left() - before.right();
          return gap > (before.run() == glyph.run() ? COLUMN : STRINGS) * glyph.height();
        });
  }

  private static List<Line> parts(Line line, BiPredicate<Glyph, Glyph> isApart) {
    List<Line> fields = new ArrayList<>();
    List<Glyph> field = new ArrayList<>();
    Glyph before = null;
    for (Glyph glyph : line.glyphs()) {
      if (glyph.isSpace()) {
        continue;
      }
      if (before != null && isApart.test(before, glyph)) {
        add(fields, field);
        field = new ArrayList<>();
      }
      before = glyph;
      field.add(glyph);
    }
    add(fields, field);
    return withSpaces(fields, line);
  }

  /** The fields with the spaces inside them. */
  private static List<Line> withSpaces(List<Line> fields, Line line) {
    if (fields.size() == 1) {
      return List.of(line);
    }
    List<Line> spaced = new ArrayList<>();
    for (Line field : fields) {
      double left = field.left();
      double right = field.right();
      spaced.add(
          new Line(
              line.glyphs().stream().filter(g -> g.left() >= left && g.right() <= right).toList()));
    }
    return spaced;
  }

  /**
   * The text of a cell. Its lines join without a space in Chinese and in numbers, and in words that
   * were cut because nothing more of them fitted.
   *
   * @param glyphs characters of the cell, whichever way they are turned
   * @param left left border of the cell
   * @param right its right border
   */
  static String text(List<Glyph> glyphs, double left, double right) {
    if (glyphs.isEmpty()) {
      return "";
    }
    List<Glyph> upright = glyphs;
    for (int turn = 1; turn <= 3; turn++) {
      int wanted = turn;
      if (glyphs.stream().allMatch(glyph -> glyph.turn() == wanted)) {
        upright = glyphs.stream().map(glyph -> QuarterTurns.upright(glyph, wanted, 0, 0)).toList();
      }
    }
    List<Line> lines = lines(upright);
    if (lines.size() == 1) {
      return lines.get(0).text();
    }
    double padding = MOST_PADDING;
    for (Line line : lines) {
      padding = Math.min(padding, Math.max(0, line.left() - left));
    }
    StringBuilder text = new StringBuilder();
    Line above = null;
    for (Line line : lines) {
      if (above != null && isSpaceBetween(above, line, right - padding)) {
        text.append(' ');
      }
      text.append(line.text());
      above = line;
    }
    return text.toString();
  }

  private static boolean isSpaceBetween(Line above, Line below, double right) {
    Glyph last = above.glyphs().get(above.glyphs().size() - 1);
    Glyph first = below.glyphs().get(0);
    int end = last.text().codePointBefore(last.text().length());
    int start = first.text().codePointAt(0);
    if (Characters.isWide(end) || Characters.isWide(start)) {
      return false;
    }
    if (isOfNumber(end) && isOfNumber(start)) {
      return false;
    }
    return last.right() + (first.right() - first.left()) <= right;
  }

  private static boolean isOfNumber(int c) {
    return Character.isDigit(c) || ".,%-".indexOf(c) >= 0;
  }
}
