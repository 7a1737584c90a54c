package org.jihe.source.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jihe.csv.CsvRecords;
import org.jihe.csv.CsvRecords.Field;
import org.jihe.csv.CsvRecords.Marks;

/**
 * Text whose lines are records of a table: tabs between fields of which some are quoted, as Excel
 * writes Unicode text, or upright lines between them, as people and Markdown write tables. Every
 * record has as many fields as the widest one.
 */
final class SeparatedText {

  private static final int LEAST_RECORDS = 4;
  private static final int LEAST_FIELDS = 4;

  /** The line below the head of a table in Markdown. */
  private static final Pattern RULE = Pattern.compile("[\\s|:+-]*-[\\s|:+-]*");

  /** A sign that Markdown keeps from its other meaning. */
  private static final Pattern ESCAPED = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  private SeparatedText() {}

  /** The records of such a text; none where it is another. */
  static List<List<Field>> records(String text) {
    List<List<Field>> quoted = quoted(text);
    return quoted.isEmpty() ? barred(text) : quoted;
  }

  private static List<List<Field>> quoted(String text) {
    if (!text.contains("\t\"") && !text.contains("\n\"") && !text.startsWith("\"")) {
      return List.of();
    }
    List<List<Field>> read = new ArrayList<>();
    CsvRecords records = new CsvRecords(text, 0, 1, '\t', Marks.TOLERANT);
    while (records.hasNext()) {
      read.add(records.next());
    }
    boolean stray =
        read.stream().anyMatch(record -> record.stream().anyMatch(each -> isStray(each.text())));
    return !stray && isTable(read) ? read : List.of();
  }

  /** True where a mark of quotation was left since nothing closes it. */
  private static boolean isStray(String field) {
    return field.startsWith("\"") && field.indexOf('"', 1) < 0;
  }

  private static List<List<Field>> barred(String text) {
    List<List<Field>> records = new ArrayList<>();
    int line = 0;
    int others = 0;
    boolean ruled = text.lines().anyMatch(SeparatedText::isRule); // only Markdown has such a line
    boolean framed =
        text.lines().filter(each -> each.indexOf('|') >= 0).allMatch(SeparatedText::isFramed);
    for (String each : text.lines().toList()) {
      line++;
      if (each.indexOf('|') < 0) {
        others += each.isBlank() ? 0 : 1;
        records.add(each.isBlank() ? List.of() : List.of(new Field(each, line)));
      } else if (!RULE.matcher(each).matches()) {
        records.add(fields(framed ? inner(each.strip()) : each, line, ruled));
      }
    }
    long barred = records.stream().filter(record -> record.size() > 1).count();
    return barred > others && isTable(records.stream().filter(r -> r.size() > 1).toList())
        ? records
        : List.of();
  }

  /** True for a line that begins and ends with a bar. */
  private static boolean isFramed(String line) {
    String stripped = line.strip();
    return stripped.length() > 1 && stripped.startsWith("|") && stripped.endsWith("|");
  }

  private static String inner(String line) {
    return line.length() < 2 ? "" : line.substring(1, line.length() - 1);
  }

  private static boolean isRule(String line) {
    return line.indexOf('|') >= 0 && RULE.matcher(line).matches();
  }

  /**
   * The fields of a line.
   *
   * @param markdown true where a sign of punctuation may stand behind a backslash and is itself
   */
  private static List<Field> fields(String line, int number, boolean markdown) {
    List<Field> fields = new ArrayList<>();
    for (String field : BAR.split(line, -1)) {
      String text = field.strip().replace("\\|", "|");
      fields.add(new Field(markdown ? ESCAPED.matcher(text).replaceAll("$1") : text, number));
    }
    return fields;
  }

  /**
   * True where nine records of ten have as many fields as the widest, one that is cut off aside.
   */
  private static boolean isTable(List<List<Field>> records) {
    int widest = 0;
    int all = 0;
    for (List<Field> record : records) {
      widest = Math.max(widest, record.size());
      all += record.isEmpty() ? 0 : 1;
    }
    int same = 0;
    for (List<Field> record : records) {
      same += record.size() == widest ? 1 : 0;
    }
    return all >= LEAST_RECORDS && widest >= LEAST_FIELDS && same * 10 >= all * 9;
  }
}
