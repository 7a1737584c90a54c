package org.jihe.notebook;

import java.math.BigDecimal;
import java.util.List;

/** A table of values, as HTML and as text. */
record HtmlTable(List<String> heads, List<? extends List<?>> rows) {

  String html() {
    StringBuilder html = new StringBuilder("<table>\n<thead><tr>");
    for (String head : heads) {
      html.append("<th>").append(escaped(head)).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (List<?> row : rows) {
      html.append("<tr>");
      for (Object value : row) {
        html.append(value instanceof Number ? "<td style=\"text-align:right\">" : "<td>")
            .append(escaped(printed(value)))
            .append("</td>");
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody></table>\n").toString();
  }

  String text() {
    StringBuilder text = new StringBuilder(String.join("\t", heads)).append('\n');
    for (List<?> row : rows) {
      text.append(String.join("\t", row.stream().map(HtmlTable::printed).toList())).append('\n');
    }
    return text.toString();
  }

  private static String printed(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
