package org.jihe.source.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jihe.source.page.Ruling.Axis;

/** Puts the pieces together of which a page draws its lines. */
final class WholeRulings {

  /** Pieces of one line that are closer than this are one: dashes, borders drawn cell by cell. */
  private static final double GAP = 4.5;

  /** Two lines closer than this are one that was drawn in two strips. */
  private static final double SAME = 0.6;

  /** Shorter lines are parts of characters. */
  private static final double SHORTEST = 4;

  private WholeRulings() {}

  /** The whole lines of one axis in the order of their places. */
  static List<Ruling> of(List<Ruling> all, Axis axis) {
    List<Ruling> sorted = new ArrayList<>();
    for (Ruling ruling : all) {
      if (ruling.axis() == axis) {
        sorted.add(ruling);
      }
    }
    sorted.sort(Comparator.comparingDouble(Ruling::at));
    List<Ruling> merged = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i).at() - sorted.get(first).at() > SAME) {
        mergeLine(sorted.subList(first, i), merged);
        first = i;
      }
    }
    return merged;
  }

  private static void mergeLine(List<Ruling> line, List<Ruling> merged) {
    line.sort(Comparator.comparingDouble(Ruling::from));
    double at = line.stream().mapToDouble(Ruling::at).sum() / line.size();
    double from = line.get(0).from();
    double to = line.get(0).to();
    for (Ruling piece : line.subList(1, line.size())) {
      if (piece.from() > to + GAP) {
        add(merged, new Ruling(piece.axis(), at, from, to));
        from = piece.from();
      }
      to = Math.max(to, piece.to());
    }
    add(merged, new Ruling(line.get(0).axis(), at, from, to));
  }

  private static void add(List<Ruling> merged, Ruling ruling) {
    if (ruling.length() >= SHORTEST) {
      merged.add(ruling);
    }
  }
}
