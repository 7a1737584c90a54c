package org.jihe.review.list;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jihe.csv.CsvRecords;
import org.jihe.csv.CsvRecords.Marks;
import org.jihe.message.JobException;
import org.jihe.reading.InputFile;
import org.jspecify.annotations.Nullable;

/** A list that a bureau holds, as lines of cells: CSV in UTF-8 or GB18030. */
final class CsvList {

  /** Characters of a wrong first line that are told. */
  private static final int MOST_SHOWN = 120;

  private final String option;
  private final Path path;
  private final String file;
  private final String needed;
  private final String others;

  /**
   * A list.
   *
   * @param option the option that names it
   * @param needed names of the columns that it must have
   * @param others names of those that it may have
   */
  CsvList(String option, Path path, String needed, String others) {
    this.option = option;
    this.path = path;
    this.file = InputFile.name(path);
    this.needed = needed;
    this.others = others;
  }

  /**
   * A line of cells that are not all blank.
   *
   * @param number the line of the file, counted from 1
   */
  record Line(int number, List<String> cells) {}

  /** The list, as the user named it. */
  String file() {
    return file;
  }

  /** A mistake in this list, with all that the list must have. */
  JobException wrong(String key, Map<String, String> facts) {
    return new JobException(key, facts(facts));
  }

  private Map<String, String> facts(Map<String, String> more) {
    Map<String, String> facts = new TreeMap<>(more);
    facts.put("option", option);
    facts.put("file", file);
    facts.put("needed", needed);
    facts.put("others", others);
    return facts;
  }

  /**
   * Its lines, the one with the columns' names first.
   *
   * @throws JobException naming file and line of what is wrong, and the remedy
   */
  List<Line> lines() throws JobException {
    CsvRecords records = new CsvRecords(text(), Marks.STRICT);
    List<Line> lines = new ArrayList<>();
    while (records.hasNext()) {
      List<CsvRecords.Field> fields = records.next();
      List<String> cells = fields.stream().map(CsvRecords.Field::text).toList();
      String flaw = records.flaw();
      if (flaw != null) {
        String line = String.valueOf(fields.get(0).line());
        throw wrong("list.malformed", Map.of("line", line, "detail", flaw));
      }
      if (!cells.stream().allMatch(String::isBlank)) {
        lines.add(new Line(fields.get(0).line(), cells));
      }
    }
    if (lines.isEmpty()) {
      throw wrong("list.empty", Map.of());
    }
    return lines;
  }

  private String text() throws JobException {
    if (file.isBlank() || !Files.exists(path)) {
      throw wrong("list.missing", Map.of());
    }
    if (Files.isDirectory(path)) {
      throw wrong("list.folder", Map.of());
    }
    byte[] content;
    try {
      content = Files.readAllBytes(path);
    } catch (IOException e) {
      String detail = String.valueOf(e.getMessage());
      throw new JobException("list.unreadable", facts(Map.of("detail", detail)), e);
    }
    String kind = kind(content);
    if (kind != null) {
      throw wrong("list.noCsv", Map.of("kind", kind));
    }
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      String text = decoded(content, charset);
      if (text != null && text.indexOf('\0') < 0) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
      }
    }
    throw wrong("list.encoding", Map.of());
  }

  /** What a file is that people take for a list, by how it begins; null where it may be CSV. */
  private static @Nullable String kind(byte[] content) {
    String begins =
        new String(content, 0, Math.min(4, content.length), StandardCharsets.ISO_8859_1);
    return switch (begins) {
      case "PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0" -> "Excel";
      case "%PDF" -> "PDF";
      default -> null;
    };
  }

  private static @Nullable String decoded(byte[] content, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** What a first line says, for a message. */
  static String shown(List<String> cells) {
    String found =
        cells.stream()
            .map(String::strip)
            .filter(cell -> !cell.isEmpty())
            .collect(Collectors.joining("、"));
    int end =
        found.offsetByCodePoints(0, Math.min(MOST_SHOWN, found.codePointCount(0, found.length())));
    return end < found.length() ? found.substring(0, end) + "…" : found;
  }

  /** A cell of a line; null where it is blank or missing. */
  static @Nullable String cell(List<String> cells, int place) {
    String value = place >= cells.size() ? null : cells.get(place);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** A text in plain characters and single spaces. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " ").strip();
  }
}
