package org.jihe.review.list;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jihe.message.JobException;
import org.jihe.rule.fact.group.ListedProject;
import org.jihe.rule.fact.group.RegistryLists;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lists that a bureau holds: CSV in UTF-8 or GB18030, the first line naming the columns
 * in Chinese or English, in any order; columns of other names are passed over.
 */
public final class ListFiles {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})(?:年度?)?");

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

  private final CsvList list;
  private final List<Column> needed;
  private final List<ListedProject> lines = new ArrayList<>();

  private ListFiles(CsvList list, List<Column> needed) {
    this.list = list;
    this.needed = needed;
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
            projects == null ? null : lines("--project-list", projects, listed),
            ledger == null ? null : lines("--ledger", ledger, booked));
  }

  private static List<ListedProject> lines(String option, Path path, List<Column> needed)
      throws JobException {
    CsvList file =
        new CsvList(option, path, names(needed), names(List.of(Column.CODE, Column.AGENCY)));
    ListFiles list = new ListFiles(file, needed);
    list.read(file);
    if (list.lines.isEmpty()) {
      throw list.wrong("list.noLines", Map.of());
    }
    return list.lines;
  }

  /** A mistake in this list, with all that the list must have. */
  private JobException wrong(String key, Map<String, String> facts) {
    return list.wrong(key, facts);
  }

  private static String names(List<Column> columns) {
    return columns.stream().map(ListFiles::usual).collect(Collectors.joining("、"));
  }

  private void read(CsvList list) throws JobException {
    Head head = null;
    for (CsvList.Line line : list.lines()) {
      if (head == null) {
        head = head(line.cells(), line.number());
      } else {
        lines.add(project(line.cells(), line.number(), head));
      }
    }
  }

  private Head head(List<String> cells, int line) throws JobException {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    boolean tenThousands = false;
    for (int i = 0; i < cells.size(); i++) {
      String name = CsvList.folded(cells.get(i)).toLowerCase(Locale.ROOT);
      for (Column column : Column.values()) {
        Matcher matcher = column.heads.matcher(name);
        if (!matcher.matches()) {
          continue;
        }
        if (places.put(column, i) != null) {
          throw wrong("list.twice", Map.of("line", "" + line, "column", name));
        }
        tenThousands |= column == Column.EXPENDITURE && "万元".equals(matcher.group(1));
      }
    }
    List<Column> missing = needed.stream().filter(column -> !places.containsKey(column)).toList();
    if (!missing.isEmpty()) {
      throw wrong(
          "list.column",
          Map.of("line", "" + line, "column", names(missing), "found", CsvList.shown(cells)));
    }
    return new Head(places, tenThousands);
  }

  /** What a column is usually called, in both languages. */
  private static String usual(Column column) {
    return switch (column) {
      case CODE -> "项目编码 (code)";
      case NAME -> "项目名称 (name)";
      case DEPARTMENT -> "主管部门 (department)";
      case AGENCY -> "实施单位 (agency)";
      case YEAR -> "年度 (year)";
      case EXPENDITURE -> "支出数 (expenditure)";
    };
  }

  private ListedProject project(List<String> cells, int line, Head head) throws JobException {
    String name = filled(cells, line, head, Column.NAME);
    String department = filled(cells, line, head, Column.DEPARTMENT);
    String year = filled(cells, line, head, Column.YEAR);
    Matcher matcher = YEAR.matcher(CsvList.folded(year));
    if (!matcher.matches()) {
      throw wrong(line, head, Column.YEAR, year, "year");
    }
    BigDecimal amount = null;
    if (head.places().containsKey(Column.EXPENDITURE)) {
      String printed = filled(cells, line, head, Column.EXPENDITURE);
      try {
        amount = new BigDecimal(CsvList.folded(printed).replace(",", "").replace("¥", ""));
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
        list.file(),
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
    return place == null ? null : CsvList.cell(cells, place);
  }

  private JobException wrong(int line, Head head, Column column, String value, String remedy) {
    int place = head.places().getOrDefault(column, 0) + 1;
    return wrong(
        "list.cell",
        Map.of(
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
}
