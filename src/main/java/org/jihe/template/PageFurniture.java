package org.jihe.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jihe.template.row.PrintedRow;

/**
 * Running heads and feet: lines that the margins of several pages print alike, numbers aside. They
 * are taken out where they part the two halves of a form, and stay where a form begins or ends, so
 * that no text is lost that is printed but once.
 */
final class PageFurniture {

  /** So many lines may stand in a margin. */
  private static final int MOST_LINES = 2;

  /** A form that begins on top of a page shows its title or its project within so many rows. */
  private static final int HEAD_ROWS = 5;

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private PageFurniture() {}

  /**
   * The rows without such lines.
   *
   * @param beginsForm true for a row with a title or a project's name
   * @param isPreamble true for a row that may stand above it
   */
  static List<PrintedRow> takenOut(
      List<PrintedRow> rows, Predicate<PrintedRow> beginsForm, Predicate<PrintedRow> isPreamble) {
    if (rows.isEmpty() || page(rows.get(0)) == 0) {
      return rows;
    }
    Map<Integer, List<PrintedRow>> pages = new TreeMap<>();
    for (PrintedRow row : rows) {
      pages.computeIfAbsent(page(row), page -> new ArrayList<>()).add(row);
    }
    if (pages.size() < 2 || pages.containsKey(0)) {
      return rows;
    }
    Map<String, Integer> pagesOfText = new HashMap<>();
    for (List<PrintedRow> page : pages.values()) {
      Set<String> texts = new HashSet<>();
      margin(page, true).forEach(row -> texts.add("^" + text(row)));
      margin(page, false).forEach(row -> texts.add("$" + text(row)));
      texts.forEach(text -> pagesOfText.merge(text, 1, Integer::sum));
    }
    Set<PrintedRow> furniture = new HashSet<>();
    List<PrintedRow> before = List.of();
    for (List<PrintedRow> page : pages.values()) {
      boolean begins = begins(page, beginsForm, isPreamble);
      if (!before.isEmpty() && !begins) {
        margin(page, true).stream()
            .filter(row -> pagesOfText.getOrDefault("^" + text(row), 0) > 1)
            .forEach(furniture::add);
        margin(before, false).stream()
            .filter(row -> pagesOfText.getOrDefault("$" + text(row), 0) > 1)
            .forEach(furniture::add);
      }
      before = page;
    }
    return without(rows, furniture);
  }

  /** True for a page that a form begins on top of, rather than below the end of another. */
  private static boolean begins(
      List<PrintedRow> page, Predicate<PrintedRow> beginsForm, Predicate<PrintedRow> isPreamble) {
    for (PrintedRow row : page.subList(0, Math.min(HEAD_ROWS, page.size()))) {
      if (beginsForm.test(row)) {
        return true;
      }
      if (row.tokens().size() > 1 && !row.outside() && !isPreamble.test(row)) {
        return false;
      }
    }
    return false;
  }

  private static List<PrintedRow> without(List<PrintedRow> rows, Set<PrintedRow> furniture) {
    List<PrintedRow> kept = new ArrayList<>();
    boolean broken = false;
    for (PrintedRow row : rows) {
      broken |= row.afterBreak();
      if (!furniture.contains(row)) {
        kept.add(broken ? row.behindBreak() : row);
        broken = false;
      }
    }
    return kept;
  }

  /** The lines of one text at an end of a page, from the edge inwards. */
  private static List<PrintedRow> margin(List<PrintedRow> page, boolean top) {
    List<PrintedRow> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_LINES, page.size()); i++) {
      PrintedRow row = page.get(top ? i : page.size() - 1 - i);
      boolean table = row.fixed() && !row.outside() && !row.blank().isEmpty();
      if (table || (row.tokens().size() != 1 && !row.outside())) {
        break; // what stands in a ruled table is its own
      }
      lines.add(row);
    }
    return lines;
  }

  private static int page(PrintedRow row) {
    return row.tokens().get(0).position().page();
  }

  private static String text(PrintedRow row) {
    StringBuilder text = new StringBuilder();
    row.tokens().forEach(token -> text.append(token.key()).append(' '));
    return DIGITS.matcher(text.toString().strip()).replaceAll("0");
  }
}
