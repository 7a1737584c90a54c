package org.jihe.template.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.Numbers;
import org.jihe.form.Reading;
import org.jihe.layout.Position;
import org.jihe.template.declaration.Template;
import org.jihe.template.row.CurrencyUnit;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.row.TokenFields;
import org.jspecify.annotations.Nullable;

/** Reads what stands above the funding block: title, year, project, department and agency. */
final class HeadBlock {

  private static final Pattern YEAR = Pattern.compile(".*?(20\\d{2})年?度?.*");
  private static final Pattern YEAR_ROW =
      Pattern.compile("\\(?(20\\d{2})年度?\\)?.*|年度:?(20\\d{2})年?");

  private final Template template;
  private final Map<String, Token> values = new HashMap<>();
  private final List<Extra> extras = new ArrayList<>();
  private @Nullable Token title;
  private @Nullable Token year;

  /** Reads the rows from the title to the funding block. */
  HeadBlock(Template template, List<PrintedRow> rows) {
    this.template = template;
    Map<String, Integer> columns = Map.of();
    for (PrintedRow row : rows) {
      columns = read(row, columns);
    }
    if (year == null && title != null) {
      year = year(title);
    }
  }

  private Map<String, Integer> read(PrintedRow row, Map<String, Integer> above) {
    HeadRow reading = new HeadRow(row, above);
    row.tokens().forEach(reading::read);
    return reading.columns.isEmpty() ? above : reading.columns;
  }

  /** One row on its way: its labels say what the texts behind them are. */
  private final class HeadRow {

    private final PrintedRow row;

    /** Where the labels of the row above have their values. */
    private final Map<String, Integer> above;

    private final Map<String, Integer> columns = new HashMap<>();
    private @Nullable String field;
    private boolean labelled;

    /** The label of a further field that waits for its value. */
    private @Nullable String other;

    HeadRow(PrintedRow row, Map<String, Integer> above) {
      this.row = row;
      this.above = above;
    }

    void read(Token token) {
      String label = Labels.nameOf(token.key(), template.head());
      String waiting = other;
      other = null;
      if (template.headExtras().contains(token.key())) {
        other = token.text();
      } else if (waiting != null && label == null) {
        extras.add(
            new Extra(
                Extra.HEAD, waiting, TokenFields.text(token, token.column(), token.position())));
      } else if (label != null) {
        field = label;
        labelled = true;
        columns.put(label, token.column() + 1);
      } else if (!takesPair(token)) {
        takeValue(token);
      }
    }

    /** Reads a label with its value in one cell; false where the text is none. */
    private boolean takesPair(Token token) {
      Token value = behindLabel(token);
      if (value == null) {
        return false;
      }
      String label = Labels.nameOf(labelOf(token), template.head());
      if (label != null) {
        columns.put(label, token.column());
        values.merge(label, value, Token::join);
      }
      field = label;
      labelled = true;
      return true;
    }

    private void takeValue(Token token) {
      if (field != null) {
        values.merge(field, token, Token::join);
      } else if (!labelled && isTitle(token.key()) && title == null) {
        title = token;
      } else if (!labelled && year == null && YEAR_ROW.matcher(token.key()).matches()) {
        year = year(token);
      } else if (CurrencyUnit.in(row) == null) {
        String nearest = nearest(token, above);
        if (nearest != null) {
          values.merge(nearest, token, Token::join);
        }
      }
    }
  }

  private static @Nullable String nearest(Token token, Map<String, Integer> columns) {
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (Map.Entry<String, Integer> column : columns.entrySet()) {
      int distance = Math.abs(column.getValue() - token.column());
      if (distance < least) {
        least = distance;
        nearest = column.getKey();
      }
    }
    return nearest;
  }

  /** What follows a head label and a colon or a space in one cell, or null. */
  private @Nullable Token behindLabel(Token token) {
    String label = labelOf(token);
    if (label.isEmpty()) {
      return null;
    }
    String rest = token.text().substring(end(token.text())).strip();
    return rest.isEmpty() ? null : token.as(rest, Reading.SEPARATED);
  }

  private String labelOf(Token token) {
    int end = end(token.text());
    if (end <= 0) {
      return "";
    }
    String key = Labels.key(token.text().substring(0, end));
    return Labels.nameOf(key, template.head()) == null ? "" : key;
  }

  private int end(String text) {
    for (int i = 1; i < text.length(); i++) {
      char here = text.charAt(i);
      if ((here == ':' || here == '：' || here == ' ')
          && Labels.nameOf(Labels.key(text.substring(0, i)), template.head()) != null) {
        return i + 1;
      }
    }
    return 0;
  }

  private boolean isTitle(String key) {
    return Labels.holdsOne(key, template.titles());
  }

  private static @Nullable Token year(Token token) {
    Matcher matcher = YEAR.matcher(token.key());
    return matcher.matches() ? token.as(matcher.group(1), token.reading()) : null;
  }

  /** TokenFields that the template knows and the model does not. */
  List<Extra> extras() {
    return extras;
  }

  Field<String> title(Position place) {
    return TokenFields.text(title, 1, place);
  }

  /** The year; its printed text is its digits alone. */
  Field<Integer> year(Position place) {
    return year == null
        ? Field.blank(place)
        : new Field<>(year.text(), Numbers.year(year.text()), year.position(), year.reading());
  }

  Field<String> field(String name, Position place) {
    Token token = values.get(name);
    return token == null ? Field.blank(place) : TokenFields.text(token, token.column(), place);
  }
}
