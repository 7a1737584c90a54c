package org.jihe.publish;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.publish.dictionary.DictionaryTable;
import org.jihe.table.Dictionary.Unit;

/** What is published, table by table and column by column, in both languages. */
final class DictionaryFiles {

  private static final String NAME = "dictionary";

  private static final List<String> HEAD =
      List.of(
          "table",
          "column",
          "type",
          "key",
          "chinese",
          "english",
          "unit",
          "parquet_unit",
          "example",
          "table_chinese",
          "table_english");

  private DictionaryFiles() {}

  static void write(Path published) throws IOException {
    List<DictionaryTable> tables = DictionaryTable.all(Map.of(Ledger.NAME, Ledger.schema()));
    csv(published.resolve(NAME + ".csv"), tables);
    Files.writeString(
        published.resolve(NAME + ".json"),
        RowJson.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(tables)) + "\n");
    Files.writeString(published.resolve(NAME + ".html"), html(tables), StandardCharsets.UTF_8);
  }

  private static void csv(Path file, List<DictionaryTable> tables) throws IOException {
    try (CsvFile csv = new CsvFile(file, HEAD)) {
      for (DictionaryTable table : tables) {
        for (DictionaryTable.Column column : table.columns()) {
          csv.line(
              table.name(),
              column.path(),
              column.type(),
              column.key() ? "key" : "",
              column.meaning().chinese(),
              column.meaning().english(),
              unit(column.unit()),
              unit(column.parquetUnit()),
              example(column),
              table.meaning().chinese(),
              table.meaning().english());
        }
      }
    }
  }

  private static ObjectNode json(List<DictionaryTable> tables) {
    ObjectNode root = RowJson.JSON.createObjectNode();
    ArrayNode all = root.putArray("tables");
    for (DictionaryTable table : tables) {
      ObjectNode node = all.addObject();
      node.put("table", table.name());
      node.put("chinese", table.meaning().chinese());
      node.put("english", table.meaning().english());
      table.meaning().key().forEach(node.putArray("key")::add);
      ArrayNode columns = node.putArray("columns");
      for (DictionaryTable.Column column : table.columns()) {
        columns
            .addObject()
            .put("column", column.path())
            .put("type", column.type())
            .put("key", column.key())
            .put("chinese", column.meaning().chinese())
            .put("english", column.meaning().english())
            .put("unit", unit(column.unit()))
            .put("parquetUnit", unit(column.parquetUnit()))
            .put("example", example(column));
      }
    }
    return root;
  }

  private static String unit(Unit unit) {
    return unit == Unit.NONE ? "" : unit.key();
  }

  /** Of a column with parts, its parts have examples. */
  private static String example(DictionaryTable.Column column) {
    String example = column.meaning().example();
    return example.equals("-") || example.equals("{}") ? "" : example;
  }

  private static String html(List<DictionaryTable> tables) {
    Messages chinese = Messages.of(Language.ZH, NAME);
    Messages english = Messages.of(Language.EN, NAME);
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh\"><head>");
    html.append("<meta charset=\"utf-8\"><title>")
        .append(both(chinese, english, "dictionary.title"))
        .append("</title>\n<style>body{font:14px/1.5 sans-serif;margin:1em auto;max-width:80em}")
        .append("table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;")
        .append("padding:.2em .5em;text-align:left;vertical-align:top}td{word-break:break-word}")
        .append("code{font-size:13px}</style></head>\n<body><h1>")
        .append(both(chinese, english, "dictionary.title"))
        .append("</h1>\n");
    paragraph(html, chinese.text("dictionary.note"));
    paragraph(html, english.text("dictionary.note"));
    html.append("<ul>\n");
    for (DictionaryTable table : tables) {
      String name = escaped(table.name());
      html.append("<li><a href=\"#").append(name).append("\"><code>").append(name);
      html.append("</code></a> ").append(escaped(table.meaning().chinese())).append("</li>\n");
    }
    html.append("</ul>\n");
    tables.forEach(table -> section(html, table, chinese, english));
    return html.append("</body></html>\n").toString();
  }

  private static void section(
      StringBuilder html, DictionaryTable table, Messages chinese, Messages english) {
    html.append("<h2 id=\"").append(escaped(table.name())).append("\"><code>");
    html.append(escaped(table.name())).append("</code></h2>\n");
    paragraph(html, table.meaning().chinese());
    paragraph(html, table.meaning().english());
    html.append("<table><tr>");
    for (String head :
        List.of("column", "type", "meaning", "unit", "parquetUnit", "key", "example")) {
      html.append("<th>").append(both(chinese, english, "dictionary." + head)).append("</th>");
    }
    html.append("</tr>\n");
    for (DictionaryTable.Column column : table.columns()) {
      html.append("<tr><td><code>").append(escaped(column.path())).append("</code></td><td><code>");
      html.append(escaped(column.type())).append("</code></td><td>");
      html.append(escaped(column.meaning().chinese())).append("<br>");
      html.append(escaped(column.meaning().english())).append("</td><td>");
      html.append(unitInWords(column.unit())).append("</td><td>");
      html.append(unitInWords(column.parquetUnit())).append("</td><td>");
      html.append(column.key() ? "✓" : "").append("</td><td>");
      html.append(escaped(example(column))).append("</td></tr>\n");
    }
    html.append("</table>\n");
  }

  private static String unitInWords(Unit unit) {
    String chinese = unit.chinese();
    return escaped(chinese.equals(unit.english()) ? chinese : chinese + " " + unit.english());
  }

  private static void paragraph(StringBuilder html, String text) {
    html.append("<p>").append(escaped(text)).append("</p>\n");
  }

  private static String both(Messages chinese, Messages english, String key) {
    return escaped(chinese.text(key) + " " + english.text(key));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
