package org.jihe.source;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jihe.SampleForms;
import org.jihe.source.file.RawFile;

/** The sample's forms in every format of this package that can be printed with a few lines. */
final class FuzzSeeds {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private FuzzSeeds() {}

  static List<RawFile> all() {
    List<String> forms = SampleForms.texts().subList(0, 4);
    String text = String.join("", forms.subList(0, 2));
    String csv = csv(text);
    String page = page(forms.get(1));
    String json =
        SampleForms.transcripts().subList(0, 2).stream()
            .map(Object::toString)
            .collect(Collectors.joining(",\n", "[", "]"));
    List<RawFile> seeds = new ArrayList<>();
    seeds.add(new RawFile("a.txt", text.getBytes(UTF_8)));
    seeds.add(new RawFile("a.txt", text.getBytes(GB18030)));
    seeds.add(new RawFile("a.txt", ("\uFEFF" + text).getBytes(UTF_16LE)));
    seeds.add(new RawFile("b.txt", aligned(text).getBytes(UTF_8)));
    seeds.add(new RawFile("a.csv", csv.getBytes(GB18030)));
    seeds.add(new RawFile("b.csv", ("sep=;\n" + csv.replace(',', ';')).getBytes(UTF_8)));
    seeds.add(new RawFile("a.html", page.getBytes(UTF_8)));
    seeds.add(new RawFile("a.xls", page.getBytes(GB18030)));
    seeds.add(new RawFile("b.xls", webArchive(page).getBytes(UTF_8)));
    seeds.add(new RawFile("a.json", json.getBytes(UTF_8)));
    seeds.add(new RawFile("b.jsonl", json.replaceAll("\\A\\[|\\]\\z|,(?=\n)", "").getBytes(UTF_8)));
    seeds.add(new RawFile("a.zip", zip(seeds)));
    seeds.add(new RawFile("b.zip", zip(List.of(seeds.get(0), seeds.get(seeds.size() - 1)))));
    return seeds;
  }

  /** A form as a web page with spans, as wide as its widest line. */
  static String page(String form) {
    return "<html><head><meta charset=utf-8><style>td{border:1px solid}</style></head><body><h2>表</h2>"
        + "<table width='100%'><tr><td>首页<td><table border=1>"
        + lines(form, FuzzSeeds::tableRow)
        + "</table></table></body></html>";
  }

  private static String tableRow(String[] fields) {
    StringBuilder row = new StringBuilder("<tr>");
    for (int i = 0; i < fields.length; i++) {
      int span = 1;
      while (i + span < fields.length && fields[i + span].isEmpty()) {
        span++;
      }
      row.append("<td colspan=\"").append(span).append("\" style='width:9pt'><p>");
      row.append(fields[i].replace("<", "&lt;").replace("，", "，<br>")).append("</p></td>");
      i += span - 1;
    }
    return row.append("</tr>\n").toString();
  }

  /** A form as CSV, every field quoted. */
  static String csv(String form) {
    return lines(form, FuzzSeeds::csvRow);
  }

  private static String csvRow(String[] fields) {
    return Arrays.stream(fields)
            .map(field -> "\"" + field.replace("\"", "\"\"").replace("，", "\n") + "\"")
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String aligned(String text) {
    return lines(
        text,
        fields -> {
          StringBuilder line = new StringBuilder();
          for (String field : fields) {
            line.append(field).append(" ".repeat(Math.max(2, 30 - 2 * field.length())));
          }
          return line.append('\n').toString();
        });
  }

  private static String lines(String text, Function<String[], String> line) {
    return text.lines().map(each -> line.apply(each.split("\t"))).collect(Collectors.joining());
  }

  private static String webArchive(String page) {
    return "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
        + "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(page.getBytes(UTF_8))
        + "\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n"
        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n<table><tr><td>=E9=A1=B9</table>\r\n--b--";
  }

  private static byte[] zip(List<RawFile> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      int number = 0;
      for (RawFile file : files) {
        zip.putNextEntry(new ZipEntry(number++ + "/" + file.name()));
        zip.write(file.content());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
