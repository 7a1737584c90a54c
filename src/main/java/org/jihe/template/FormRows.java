package org.jihe.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jihe.form.Reading;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;

/**
 * The rows of one form, from its title to its total.
 *
 * @param rows the rows in which something is printed
 * @param begun true where the form's beginning (its title or its project name) is among the rows
 */
record FormRows(List<Row> rows, boolean begun) {

  private static final int LONGEST_TITLE = 40;
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("第\\d+页(?:[,/]?共\\d+页)?|[-—–]+\\d{1,4}[-—–]+|共\\d+页");

  /**
   * Cuts a document where forms begin: at a title, or at a project name that no title announces.
   */
  static List<FormRows> split(Document document, Template template) {
    List<FormRows> forms = new ArrayList<>();
    List<Row> current = new ArrayList<>();
    boolean titled = false;
    boolean named = false;
    for (Row row : rows(document)) {
      boolean title = isTitle(row, template);
      boolean name = has(row, template.head().get("projectName"));
      if (title || (name && (named || !titled))) {
        add(forms, current, titled || named);
        current = new ArrayList<>();
        titled = title;
        named = name;
      } else {
        named |= name;
      }
      current.add(row);
    }
    add(forms, current, titled || named);
    return forms;
  }

  private static void add(List<FormRows> forms, List<Row> rows, boolean begun) {
    if (!rows.isEmpty()) {
      forms.add(new FormRows(List.copyOf(rows), begun));
    }
  }

  private static boolean isTitle(Row row, Template template) {
    for (Token token : row.tokens()) {
      String key = token.key();
      if (key.length() <= LONGEST_TITLE && template.titles().stream().anyMatch(key::contains)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Row row, @org.jspecify.annotations.Nullable List<String> labels) {
    return labels != null
        && row.tokens().stream().anyMatch(token -> Labels.isOneOf(token.key(), labels));
  }

  private static List<Row> rows(Document document) {
    List<Row> rows = new ArrayList<>();
    boolean broken = false;
    for (Grid grid : document.grids()) {
      for (List<Cell> cells : grid.rows()) {
        List<Token> tokens = tokens(cells);
        if (tokens.isEmpty()) {
          broken = true;
        } else {
          rows.add(new Row(tokens.get(0).position().row(), broken, tokens));
          broken = false;
        }
      }
      broken = true;
    }
    return rows;
  }

  private static List<Token> tokens(List<Cell> cells) {
    List<Token> tokens = new ArrayList<>();
    for (Cell cell : cells) {
      String text = CellText.clean(cell.text());
      if (!text.isEmpty()) {
        tokens.add(Token.of(text, cell.position(), Reading.AS_PRINTED));
      }
    }
    boolean furniture = tokens.size() == 1 && PAGE_NUMBER.matcher(tokens.get(0).key()).matches();
    return furniture ? List.of() : tokens;
  }
}
