package org.jihe.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jihe.layout.Document;
import org.jihe.template.declaration.Template;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;

/**
 * The rows of one form, from its title to its total.
 *
 * @param rows the rows in which something is printed
 * @param begun true where the form's beginning (its title or its project name) is among the rows
 */
record FormRows(List<PrintedRow> rows, boolean begun) {

  private static final int LONGEST_TITLE = 40;
  private static final int SHORTEST_TITLE = 4;

  /** How many rows a title may stand above its form's project name. */
  private static final int HEAD_ROWS = 12;

  /** Rows that may stand above a title and belong to its form. */
  private static final int MOST_PREAMBLE = 4;

  private static final int LONGEST_PREAMBLE = 60;

  /** What ends like the title of a self-evaluation, whatever it evaluates. */
  private static final Pattern TITLE = Pattern.compile(".*自评价?表(?:\\(.*\\))?");

  private static final Pattern PREAMBLE =
      Pattern.compile(
          "附[件表]\\d*[:：]?.{0,20}|公开\\d+表|表[\\d一二三四五六七八九十-]+|[\\d_]+[a-z]*\\d*"
              + "|(?:部门|单位|编制单位|填报单位|金额单位)[:：]?.*|\\(?(?:20\\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年?度?\\)?|年度:?20\\d{2}年?");

  /**
   * Cuts a document where forms begin: at a title, or at a project name that no title announces.
   */
  static List<FormRows> split(Document document, Template template) {
    List<PrintedRow> rows =
        PageFurniture.takenOut(
            DocumentRows.of(document),
            row -> isTitle(row, template) || hasName(row, template),
            FormRows::isPreamble);
    Cutter cutter = new Cutter(rows, template);
    for (int i = 0; i < rows.size(); i++) {
      cutter.take(i);
    }
    cutter.end();
    return cutter.forms;
  }

  /** Goes through the rows of a document and cuts them into forms. */
  private static final class Cutter {

    private final List<PrintedRow> rows;
    private final Template template;
    private final List<FormRows> forms = new ArrayList<>();
    private List<PrintedRow> current = new ArrayList<>();
    private boolean titled;
    private boolean named;

    Cutter(List<PrintedRow> rows, Template template) {
      this.rows = rows;
      this.template = template;
    }

    void take(int index) {
      PrintedRow row = rows.get(index);
      boolean title = isTitle(row, template);
      boolean name = hasName(row, template);
      if (title && row.fixed() && named && continues(rows, index, current, template)) {
        return;
      }
      if (title || (name && (named || !titled))) {
        begin(row, title);
        titled = title;
        named = name;
      } else {
        named |= name;
      }
      current.add(row);
    }

    private void begin(PrintedRow row, boolean title) {
      boolean begun = titled || named;
      List<PrintedRow> preamble =
          begun || title ? preamble(current, row, begun, template) : above(current, row);
      end();
      current = new ArrayList<>(preamble);
    }

    /** Ends the form that the rows so far are of. */
    void end() {
      if (!current.isEmpty()) {
        forms.add(new FormRows(List.copyOf(current), titled || named));
      }
    }
  }

  /** A title on a later page of the same form: no project name follows, and no total came yet. */
  private static boolean continues(
      List<PrintedRow> rows, int title, List<PrintedRow> current, Template template) {
    if (current.stream().anyMatch(row -> isTotal(row, template))) {
      return false;
    }
    for (int i = title + 1; i < Math.min(rows.size(), title + HEAD_ROWS); i++) {
      if (hasName(rows.get(i), template)) {
        return false;
      }
      if (isTitle(rows.get(i), template)) {
        break;
      }
    }
    return true;
  }

  /**
   * Takes the rows off the end of a form that stand above the title of the next: a form's number, a
   * department, a year, or whatever its page or sheet begins with.
   */
  private static List<PrintedRow> preamble(
      List<PrintedRow> above, PrintedRow title, boolean ofForm, Template template) {
    int from = above.size();
    while (from > 0 && above.size() - from < MOST_PREAMBLE) {
      PrintedRow row = above.get(from - 1);
      boolean ownPage =
          title.fixed() && row.grid() == title.grid() && beginsGrid(above, row.grid());
      if (isTotal(row, template) || !(ownPage || isPreamble(row))) {
        break;
      }
      from--;
    }
    if (ofForm && above.subList(0, from).stream().noneMatch(row -> isTotal(row, template))) {
      return List.of();
    }
    List<PrintedRow> rows = List.copyOf(above.subList(from, above.size()));
    above.subList(from, above.size()).clear();
    return rows;
  }

  /** Takes the rows that stand right above a project name that no title announces. */
  private static List<PrintedRow> above(List<PrintedRow> text, PrintedRow name) {
    int from = text.size();
    PrintedRow below = name;
    while (from > 0 && text.size() - from < MOST_PREAMBLE && !below.afterBreak()) {
      from--;
      below = text.get(from);
    }
    List<PrintedRow> rows = List.copyOf(text.subList(from, text.size()));
    text.subList(from, text.size()).clear();
    return rows;
  }

  /** True where a grid holds nothing of the form above but a few rows. */
  private static boolean beginsGrid(List<PrintedRow> above, int grid) {
    return above.stream().filter(row -> row.grid() == grid).count() <= MOST_PREAMBLE;
  }

  private static boolean isPreamble(PrintedRow row) {
    return row.tokens().stream()
        .allMatch(token -> token.key().length() <= LONGEST_PREAMBLE && isPreamble(token));
  }

  /** True for a text that may stand above a title, such as a form's number or a department. */
  static boolean isPreamble(Token token) {
    return PREAMBLE.matcher(token.key()).matches();
  }

  private static boolean isTotal(PrintedRow row, Template template) {
    String key = row.tokens().get(0).key();
    if (row.tokens().size() > 6 || !Labels.beginsWithOne(key, template.totals())) {
      return false;
    }
    for (Token token : row.tokens()) {
      if (token.hasDigit()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTitle(PrintedRow row, Template template) {
    for (Token token : row.tokens()) {
      String key = token.key();
      if (key.length() <= LONGEST_TITLE
          && key.length() >= SHORTEST_TITLE
          && (Labels.holdsOne(key, template.titles()) || TITLE.matcher(key).matches())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTableHead(PrintedRow row, Template template) {
    int columns = 0;
    for (Token token : row.tokens()) {
      columns += Labels.nameOf(token.key(), template.funding().columns()) != null ? 1 : 0;
    }
    return columns > 2;
  }

  /** True where a row names the project, in a cell of its own or behind a colon. */
  private static boolean hasName(PrintedRow row, Template template) {
    if (isTableHead(row, template)) {
      return false; // the label of its first column
    }
    List<String> labels = template.head().getOrDefault("projectName", List.of());
    for (Token token : row.tokens()) {
      String key = token.key();
      for (String label : labels) {
        if (key.startsWith(label)
            && (key.length() == label.length() || key.charAt(label.length()) == ':')) {
          return true;
        }
      }
    }
    return false;
  }
}
