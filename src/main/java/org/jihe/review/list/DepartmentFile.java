package org.jihe.review.list;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jihe.form.department.DepartmentLine;
import org.jihe.form.department.Departments;
import org.jihe.message.JobException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list by which a bureau says which printed names or codes are one department: CSV in
 * UTF-8 or GB18030, the first line naming the columns in Chinese or English, in any order; columns
 * of other names are passed over. A list without lines takes back what one said before.
 */
public final class DepartmentFile {

  private enum Column {
    NAME("名称 (name)", "名称|单位名称|部门名称|打印名称|名称或编码|名称/编码|name|printed ?name"),
    CODE("编码 (code)", "编码|代码|部门编码|部门代码|预算代码|单位编码|code|department ?code"),
    DEPARTMENT("部门 (department)", "部门|主管部门|department|supervising ?department"),
    GROUP("组 (group)", "组|分组|组别|group"),
    KIND("类别 (kind)", "类别|类型|部门类别|kind|type");

    private final String usual;
    private final Pattern heads;

    Column(String usual, String heads) {
      this.usual = usual;
      this.heads = Pattern.compile(heads);
    }
  }

  private final CsvList list;

  private DepartmentFile(CsvList list) {
    this.list = list;
  }

  /**
   * Reads the list.
   *
   * @param path the list, or null where none is given
   * @return null where none is given
   * @throws JobException naming file, line and column of what is wrong, and the remedy
   */
  public static @Nullable Departments read(@Nullable Path path) throws JobException {
    if (path == null) {
      return null;
    }
    String needed = Column.NAME.usual + " / " + Column.CODE.usual + "、" + Column.DEPARTMENT.usual;
    String others = Column.GROUP.usual + "、" + Column.KIND.usual;
    return new DepartmentFile(new CsvList("--departments", path, needed, others)).read();
  }

  private Departments read() throws JobException {
    List<CsvList.Line> all = list.lines();
    Map<Column, Integer> head = head(all.get(0));
    List<DepartmentLine> lines = new ArrayList<>();
    for (CsvList.Line line : all.subList(1, all.size())) {
      lines.add(department(line, head));
    }
    for (Map.Entry<DepartmentLine, DepartmentLine> wrong :
        Departments.contradictions(lines).entrySet()) {
      throw list.wrong(
          "list.contradiction",
          Map.of(
              "line",
              String.valueOf(wrong.getKey().line()),
              "printed",
              said(wrong.getKey()),
              "earlier",
              String.valueOf(wrong.getValue().line()),
              "other",
              said(wrong.getValue())));
    }
    return new Departments(list.file(), lines);
  }

  private static String said(DepartmentLine line) {
    return Stream.of(line.printed() + " → " + line.department(), line.group(), line.kind())
        .filter(part -> part != null)
        .collect(Collectors.joining("、"));
  }

  private Map<Column, Integer> head(CsvList.Line line) throws JobException {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int i = 0; i < line.cells().size(); i++) {
      String name = CsvList.folded(line.cells().get(i)).toLowerCase(Locale.ROOT);
      for (Column column : Column.values()) {
        if (column.heads.matcher(name).matches() && places.put(column, i) != null) {
          throw list.wrong("list.twice", Map.of("line", "" + line.number(), "column", name));
        }
      }
    }
    String missing =
        !places.containsKey(Column.DEPARTMENT)
            ? Column.DEPARTMENT.usual
            : places.containsKey(Column.NAME) || places.containsKey(Column.CODE)
                ? ""
                : Column.NAME.usual + " / " + Column.CODE.usual;
    if (!missing.isEmpty()) {
      throw list.wrong(
          "list.column",
          Map.of(
              "line",
              String.valueOf(line.number()),
              "column",
              missing,
              "found",
              CsvList.shown(line.cells())));
    }
    return places;
  }

  private DepartmentLine department(CsvList.Line line, Map<Column, Integer> head)
      throws JobException {
    String department = cell(line, head, Column.DEPARTMENT);
    String name = cell(line, head, Column.NAME);
    String code = cell(line, head, Column.CODE);
    if (department == null) {
      throw blank(line, head, Column.DEPARTMENT);
    }
    if (name == null && code == null) {
      throw blank(line, head, head.containsKey(Column.NAME) ? Column.NAME : Column.CODE);
    }
    String printed = name == null ? String.valueOf(code) : code == null ? name : code + "-" + name;
    return new DepartmentLine(
        printed,
        department,
        cell(line, head, Column.GROUP),
        cell(line, head, Column.KIND),
        line.number());
  }

  private JobException blank(CsvList.Line line, Map<Column, Integer> head, Column column) {
    return list.wrong(
        "list.cell",
        Map.of(
            "line",
            String.valueOf(line.number()),
            "column",
            String.valueOf(head.getOrDefault(column, 0) + 1),
            "name",
            column.usual,
            "value",
            "",
            "remedy",
            "list.remedy.blank"));
  }

  private static @Nullable String cell(
      CsvList.Line line, Map<Column, Integer> head, Column column) {
    Integer place = head.get(column);
    return place == null ? null : CsvList.cell(line.cells(), place);
  }
}
