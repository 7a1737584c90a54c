package org.jihe.source.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jihe.source.file.Budget;
import org.jihe.source.page.Ruling.Axis;

/**
 * Finds tables in the lines of a page: lines that touch make a table, their places make its rows
 * and columns, and fields of that mesh that no line parts are one merged cell.
 *
 * <p>This works with what is there, though outer borders be missing or the mesh have gaps, for the
 * lines of a drawing and for those found in a picture alike.
 */
public final class RuledTables {

  /** By how much the ends of lines of one table may differ. */
  private static final double SAME = 0.6;

  /** Lines that run further than this beyond the last line across them end at a missing border. */
  private static final double OVERHANG = 10;

  /** A row that no line crosses is at most this high. */
  private static final double NEAR = 60;

  private static final int MOST_RULINGS = 20_000;

  private RuledTables() {}

  /**
   * The tables of a page from top to bottom, those inside others behind them.
   *
   * @param tolerance places that differ by less are the same; less than the lowest row's height
   * @param mostFields fields that a mesh may have
   * @throws Budget.Exceeded where there are more lines or fields than any form has
   */
  public static List<RuledTable> of(List<Ruling> rulings, double tolerance, int mostFields) {
    List<Ruling> across = WholeRulings.of(rulings, Axis.HORIZONTAL);
    List<Ruling> down = WholeRulings.of(rulings, Axis.VERTICAL);
    if (across.isEmpty() || down.isEmpty()) {
      return List.of();
    }
    if (across.size() + down.size() > MOST_RULINGS) {
      throw new Budget.Exceeded(Budget.Kind.COST, across.size() + down.size() + " rulings");
    }
    List<RuledTable> tables = new ArrayList<>();
    List<List<Ruling>> components = components(across, down, tolerance);
    adopt(components);
    for (List<Ruling> touching : components) {
      RuledTable table = RulingMesh.table(touching, tolerance, mostFields);
      if (table != null) {
        tables.add(table);
      }
    }
    tables.sort(Comparator.comparingDouble(RuledTable::top).thenComparingDouble(RuledTable::left));
    return tables;
  }

  /** Lines that touch one another, directly or over others. */
  private static List<List<Ruling>> components(
      List<Ruling> across, List<Ruling> down, double tolerance) {
    List<Ruling> all = new ArrayList<>(across);
    all.addAll(down); // both in the order of their places
    double[] places = down.stream().mapToDouble(Ruling::at).toArray();
    DisjointSets sets = new DisjointSets(all.size());
    for (int i = 0; i < across.size(); i++) {
      Ruling line = across.get(i);
      for (int j = RulingMesh.firstFrom(places, line.from() - tolerance);
          j < places.length && places[j] <= line.to() + tolerance;
          j++) {
        Ruling crossing = down.get(j);
        if (crossing.from() - tolerance <= line.at() && line.at() <= crossing.to() + tolerance) {
          sets.join(i, across.size() + j);
        }
      }
    }
    List<List<Ruling>> components = new ArrayList<>();
    int[] number = new int[all.size()];
    Arrays.fill(number, -1);
    for (int i = 0; i < all.size(); i++) {
      int root = sets.root(i);
      if (number[root] < 0) {
        number[root] = components.size();
        components.add(new ArrayList<>());
      }
      components.get(number[root]).add(all.get(i));
    }
    return components;
  }

  /**
   * A table without outer borders may begin and end with a row that no line crosses: its border is
   * as long as the others and near to them.
   */
  private static void adopt(List<List<Ruling>> components) {
    List<List<Ruling>> alone =
        components.stream()
            .filter(lines -> lines.size() == 1 && lines.get(0).axis() == Axis.HORIZONTAL)
            .toList();
    for (List<Ruling> lines : components) {
      if (lines.size() >= 3) {
        adopt(alone, lines);
      }
    }
    components.removeIf(List::isEmpty);
  }

  private static void adopt(List<List<Ruling>> alone, List<Ruling> lines) {
    List<Ruling> across = lines.stream().filter(r -> r.axis() == Axis.HORIZONTAL).toList();
    double from = across.stream().mapToDouble(Ruling::from).min().orElse(0);
    double to = across.stream().mapToDouble(Ruling::to).max().orElse(0);
    boolean open =
        lines.stream()
            .filter(r -> r.axis() == Axis.VERTICAL)
            .allMatch(r -> r.at() > from + OVERHANG && r.at() < to - OVERHANG);
    if (!open || across.isEmpty()) {
      return;
    }
    for (List<Ruling> line : alone) {
      if (!line.isEmpty() && isBorder(line.get(0), across, from, to)) {
        lines.add(line.get(0));
        line.clear();
      }
    }
  }

  private static boolean isBorder(Ruling line, List<Ruling> across, double from, double to) {
    return Math.abs(line.from() - from) <= SAME
        && Math.abs(line.to() - to) <= SAME
        && across.stream().anyMatch(r -> Math.abs(r.at() - line.at()) <= NEAR);
  }
}
