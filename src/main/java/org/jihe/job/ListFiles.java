package org.jihe.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.rule.fact.ListedProject;
import org.jihe.rule.fact.RegistryLists;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lists that a bureau holds: CSV in UTF-8 or GB18030, the first line naming the columns
 * in Chinese or English, in any order; columns of other names are passed over.
 */
public final class ListFiles {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})(?:年度?)?");
  private static final CsvMapper CSV = new CsvMapper();

  private enum Column {
    CODE("项目编码|项目代码|编码|code|project ?code"),
    NAME("项目名称|name|project|project ?name"),
    DEPARTMENT("主管部门|部门|department|supervising ?department"),
    AGENCY("实施单位|预算单位|单位|agency|implementing ?agency"),
    YEAR("年度|年份|预算年度|year"),
    EXPENDITURE("(?:支出数|执行数|全年执行数|支出金额|支出|expenditure|amount)(?:[(]?(?:单位:)?(万?元|yuan)[)]?)?");

    private final Pattern heads;

    Column(String heads) {
      this.heads = Pattern.compile(heads);
    }
  }

  /** Where a list has its columns. */
  private record Head(Map<Column, Integer> places, boolean tenThousands) {}

  private final String file;
  private final List<ListedProject> lines = new ArrayList<>();

  private ListFiles(String file) {
    this.file = file;
  }

  /**
   * Reads the lists that are given.
   *
   * @param projects the project list (项目清单), or null
   * @param ledger the treasury's ledger (支出台账), or null
   * @throws JobException naming file, line and column of what is wrong, and the remedy
   */
  public static RegistryLists read(@Nullable Path projects, @Nullable Path ledger)
      throws JobException {
    List<Column> listed = List.of(Column.NAME, Column.DEPARTMENT, Column.YEAR);
    List<Column> booked = List.of(Column.NAME, Column.DEPARTMENT, Column.YEAR, Column.EXPENDITURE);
    return projects == null && ledger == null
        ? RegistryLists.NONE
        : new RegistryLists(
            projects == null ? null : lines(projects, listed),
            ledger == null ? null : lines(ledger, booked));
  }

  private static List<ListedProject> lines(Path path, List<Column> needed) throws JobException {
    ListFiles list = new ListFiles(path.toString().replace('\\', '/'));
    list.read(list.text(path), needed);
    return list.lines;
  }

  private String text(Path path) throws JobException {
    byte[] content;
    try {
      content = Files.readAllBytes(path);
    } catch (IOException e) {
      String detail = Files.exists(path) ? String.valueOf(e.getMessage()) : "—";
      throw new JobException("list.unreadable", Map.of("file", file, "detail", detail), e);
    }
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      String text = decoded(content, charset);
      if (text != null && text.indexOf('\0') < 0) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
      }
    }
    throw new JobException("list.encoding", Map.of("file", file));
  }

  private static @Nullable String decoded(byte[] content, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private void read(String text, List<Column> needed) throws JobException {
    int line = 1;
    try (MappingIterator<List<String>> rows =
        CSV.readerForListOf(String.class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(CsvParser.Feature.TRIM_SPACES)
            .readValues(text)) {
      Head head = null;
      while (rows.hasNextValue()) {
        line = rows.getCurrentLocation().getLineNr();
        List<String> cells = rows.nextValue();
        if (cells.stream().allMatch(cell -> cell == null || cell.isBlank())) {
          continue;
        }
        if (head == null) {
          head = head(cells, line, needed);
        } else {
          lines.add(project(cells, line, head));
        }
      }
      if (head == null) {
        throw new JobException("list.empty", Map.of("file", file));
      }
    } catch (JsonProcessingException e) {
      throw malformed(line, e.getOriginalMessage(), e);
    } catch (RuntimeJsonMappingException e) {
      throw malformed(line, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw malformed(line, String.valueOf(e.getMessage()), e);
    }
  }

  private JobException malformed(int line, String detail, Exception cause) {
    String first = detail.lines().findFirst().orElse("");
    return new JobException(
        "list.malformed",
        Map.of("file", file, "line", String.valueOf(line), "detail", first),
        cause);
  }

  private Head head(List<String> cells, int line, List<Column> needed) throws JobException {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    boolean tenThousands = false;
    for (int i = 0; i < cells.size(); i++) {
      String name = folded(cells.get(i)).toLowerCase(Locale.ROOT);
      for (Column column : Column.values()) {
        Matcher matcher = column.heads.matcher(name);
        if (!matcher.matches()) {
          continue;
        }
        if (places.put(column, i) != null) {
          throw new JobException(
              "list.twice", Map.of("file", file, "line", "" + line, "column", name));
        }
        tenThousands |= column == Column.EXPENDITURE && "万元".equals(matcher.group(1));
      }
    }
    for (Column column : needed) {
      if (!places.containsKey(column)) {
        throw new JobException(
            "list.column", Map.of("file", file, "line", "" + line, "column", usual(column)));
      }
    }
    return new Head(places, tenThousands);
  }

  private static String usual(Column column) {
    return switch (column) {
      case CODE -> "项目编码";
      case NAME -> "项目名称";
      case DEPARTMENT -> "主管部门";
      case AGENCY -> "实施单位";
      case YEAR -> "年度";
      case EXPENDITURE -> "支出数";
    };
  }

  private ListedProject project(List<String> cells, int line, Head head) throws JobException {
    String name = filled(cells, line, head, Column.NAME);
    String department = filled(cells, line, head, Column.DEPARTMENT);
    String year = filled(cells, line, head, Column.YEAR);
    Matcher matcher = YEAR.matcher(folded(year));
    if (!matcher.matches()) {
      throw wrong(line, head, Column.YEAR, year, "year");
    }
    BigDecimal amount = null;
    if (head.places().containsKey(Column.EXPENDITURE)) {
      String printed = filled(cells, line, head, Column.EXPENDITURE);
      try {
        amount = new BigDecimal(folded(printed).replace(",", "").replace("¥", ""));
      } catch (NumberFormatException e) {
        throw wrong(line, head, Column.EXPENDITURE, printed, "amount");
      }
      amount = head.tenThousands() ? amount.multiply(TEN_THOUSAND) : amount;
    }
    return new ListedProject(
        cell(cells, head, Column.CODE),
        name,
        department,
        cell(cells, head, Column.AGENCY),
        Integer.parseInt(matcher.group(1)),
        amount,
        file,
        line);
  }

  private String filled(List<String> cells, int line, Head head, Column column)
      throws JobException {
    String value = cell(cells, head, column);
    if (value == null) {
      throw wrong(line, head, column, "", "blank");
    }
    return value;
  }

  private static @Nullable String cell(List<String> cells, Head head, Column column) {
    Integer place = head.places().get(column);
    String value = place == null || place >= cells.size() ? null : cells.get(place);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private JobException wrong(int line, Head head, Column column, String value, String remedy) {
    int place = head.places().getOrDefault(column, 0) + 1;
    return new JobException(
        "list.cell",
        Map.of(
            "file",
            file,
            "line",
            String.valueOf(line),
            "column",
            String.valueOf(place),
            "name",
            usual(column),
            "value",
            value,
            "remedy",
            "list.remedy." + remedy));
  }

  private static String folded(@Nullable String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " ").strip();
  }
}
