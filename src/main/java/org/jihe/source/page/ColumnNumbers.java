package org.jihe.source.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Numbers the columns of tables so that a column has one number on all pages over which a table
 * runs: the number of a border among all borders of the tables that agree in their outer ones.
 */
final class ColumnNumbers {

  /** Outer borders that differ by less agree. */
  private static final double OUTER = 3;

  /** Inner borders that differ by less are one; tables' own stand further apart. */
  private static final double INNER = 1.2;

  /** What tables of another layout may add to the borders, beyond the half of them. */
  private static final int MORE = 4;

  /** So many borders that are the same in two tables are no chance. */
  private static final int LEAST = 6;

  private final IdentityHashMap<RuledTable, List<Double>> borders = new IdentityHashMap<>();
  private List<Double> current = new ArrayList<>();

  /** Takes in the next table of a document. */
  void add(RuledTable table) {
    List<Double> merged = merged(current, table.xs());
    int most = Math.max(current.size(), table.xs().length);
    boolean agrees =
        !current.isEmpty()
            && Math.abs(current.get(0) - table.left()) <= OUTER
            && Math.abs(current.get(current.size() - 1) - table.right()) <= OUTER
            && merged.size() <= most + most / 2 + MORE;
    if (agrees || isPart(table.xs(), current) || isPart(asArray(current), asList(table.xs()))) {
      current.clear();
      current.addAll(merged);
    } else {
      current = merged(new ArrayList<>(), table.xs());
    }
    borders.put(table, current);
  }

  /**
   * True for the borders of a table that lacks an outer column of another: a merged label that runs
   * over several pages is not always drawn on all of them.
   */
  private static boolean isPart(double[] some, List<Double> all) {
    int shared = 0;
    for (double border : some) {
      boolean there = false;
      for (double other : all) {
        there |= Math.abs(other - border) <= INNER;
      }
      shared += there ? 1 : 0;
    }
    return some.length >= LEAST && shared * 10 >= some.length * 9;
  }

  private static double[] asArray(List<Double> borders) {
    return borders.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Double> asList(double[] borders) {
    return Arrays.stream(borders).boxed().toList();
  }

  private static List<Double> merged(List<Double> borders, double[] more) {
    List<Double> merged = new ArrayList<>(borders);
    int at = 0;
    for (int i = 0; i < more.length; i++) {
      while (at < merged.size() && merged.get(at) < more[i] - INNER) {
        at++;
      }
      boolean outer =
          !borders.isEmpty()
              && ((i == 0 && Math.abs(merged.get(0) - more[i]) <= OUTER)
                  || (i == more.length - 1
                      && Math.abs(merged.get(merged.size() - 1) - more[i]) <= OUTER));
      if (!outer && (at == merged.size() || merged.get(at) > more[i] + INNER)) {
        merged.add(at, more[i]);
      }
    }
    return merged;
  }

  /** Number of the column, counted from 1, that begins with a border of a table. */
  int column(RuledTable table, int border) {
    List<Double> all = borders.getOrDefault(table, List.of());
    double[] xs = table.xs();
    if (border == 0 && Math.abs(all.get(0) - xs[0]) <= OUTER) {
      return 1;
    }
    if (border == xs.length - 1 && Math.abs(all.get(all.size() - 1) - xs[border]) <= OUTER) {
      return all.size();
    }
    return nearest(all, table.xs()[border]) + 1;
  }

  /** Number of the column of a table's borders in which a place is. */
  int columnAt(RuledTable table, double x) {
    List<Double> all = borders.getOrDefault(table, List.of());
    int column = 1;
    while (column < all.size() - 1 && all.get(column) <= x) {
      column++;
    }
    return column;
  }

  private static int nearest(List<Double> sorted, double value) {
    int best = 0;
    for (int i = 1; i < sorted.size(); i++) {
      if (Math.abs(sorted.get(i) - value) < Math.abs(sorted.get(best) - value)) {
        best = i;
      }
    }
    return best;
  }
}
