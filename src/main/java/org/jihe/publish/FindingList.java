package org.jihe.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jihe.finding.Finding;
import org.jihe.form.FormPath;
import org.jihe.layout.Position;
import org.jihe.table.FindingCodec;
import org.jihe.view.Places;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * The findings for whoever writes to the departments: a list in Chinese that names the department,
 * the rule, and the cell as the form prints it.
 */
final class FindingList implements Publication.Sink {

  static final String FILE = "审核发现.csv";

  private static final List<String> HEAD =
      List.of("主管部门", "实施单位", "年度", "项目名称", "级别", "规则", "单元格", "填报", "应为", "说明", "位置", "豁免");

  /** Columns of {@code forms} that a finding has not. */
  private static final List<String> OF_FORMS =
      List.of(
          "formId", "year.value", "supervisingDepartment.printed", "implementingAgency.printed");

  /**
   * Whose form it is.
   *
   * @param department as printed
   * @param agency as printed
   */
  private record Owner(
      @Nullable Integer year, @Nullable String department, @Nullable String agency) {

    static final Owner UNKNOWN = new Owner(null, null, null);

    static Owner of(Row form) {
      return new Owner(
          (Integer) part(form, "year", "value"),
          (String) part(form, "supervisingDepartment", "printed"),
          (String) part(form, "implementingAgency", "printed"));
    }
  }

  private final CsvFile csv;
  private final ChineseWords words;

  /** Forms of one agency and year share one owner. */
  private final Map<String, Owner> owners = new HashMap<>();

  private FindingList(Path folder, ReviewData data) throws IOException {
    this.words = data.chinese();
    Map<Owner, Owner> same = new HashMap<>();
    data.table(WorkspaceTable.FORMS)
        .forEach(
            OF_FORMS,
            row ->
                owners.put(
                    row.getAs("formId"), same.computeIfAbsent(Owner.of(row), owner -> owner)));
    this.csv = new CsvFile(folder.resolve(FILE), HEAD);
  }

  static Publication publication() {
    return new Publication(WorkspaceTable.FINDINGS, FindingList::new);
  }

  private static @Nullable Object part(Row row, String column, String part) {
    Row field = row.getAs(column);
    return field == null ? null : field.get(field.fieldIndex(part));
  }

  @Override
  public void take(Row row, InternalRow internal) throws IOException {
    Finding finding = FindingCodec.fromRow(row);
    Map<String, String> arguments = finding.arguments();
    Owner owner = owners.getOrDefault(finding.formId(), Owner.UNKNOWN);
    Position cell = finding.cell();
    csv.line(
        owner.department() == null ? arguments.get("department") : owner.department(),
        owner.agency(),
        owner.year() == null ? arguments.get("year") : owner.year(),
        row.getAs("projectName"),
        words.severity(finding.severity()),
        words.title(finding),
        cellName(finding),
        finding.reported(),
        finding.expected(),
        words.message(finding),
        cell == null ? null : Places.of(cell),
        finding.waived());
  }

  /** As the form prints it, at least its column; what is no single cell has no name. */
  private @Nullable String cellName(Finding finding) {
    FormPath path = FormPath.find(finding.subject());
    if (path == null || !path.isField()) {
      return null;
    }
    String place = finding.arguments().get("place");
    return place == null ? words.cells().apply(finding.subject()) : place;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
