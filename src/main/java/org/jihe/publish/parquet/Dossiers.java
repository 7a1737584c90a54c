package org.jihe.publish.parquet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jihe.form.FormKey;
import org.jihe.form.Texts;
import org.jihe.form.department.DepartmentLine;
import org.jihe.form.department.Departments;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/** Which department and year every dossier is of. */
final class Dossiers {

  /** The table of them. */
  static final String TABLE = "dossiers";

  static final String YEAR = "fiscalYear";
  static final String DEPARTMENT = "departmentId";

  /** What stands in the name of a folder where nothing is known; readers take it for null. */
  private static final String UNKNOWN = "__HIVE_DEFAULT_PARTITION__";

  /** The folders of a table without a row: it has the partitions' columns all the same. */
  static final String NOBODYS = YEAR + "=0/" + DEPARTMENT + "=none";

  static final StructType SCHEMA =
      new StructType(
          new StructField[] {
            column("dossier", DataTypes.StringType),
            column(YEAR, DataTypes.IntegerType),
            column(DEPARTMENT, DataTypes.StringType),
            column("department", DataTypes.StringType),
            column("departmentGroup", DataTypes.StringType),
            column("departmentKind", DataTypes.StringType)
          });

  private record Owner(String name, @Nullable String printed, @Nullable Integer year) {}

  private final Departments list;
  private final Map<String, Owner> owners = new TreeMap<>();

  private Dossiers(Departments list) {
    this.list = list;
  }

  private static StructField column(String name, org.apache.spark.sql.types.DataType type) {
    return DataTypes.createStructField(name, type, true);
  }

  static Dossiers of(Map<WorkspaceTable, StoredRows> tables, Departments list) {
    Dossiers all = new Dossiers(list);
    StoredRows forms = tables.get(WorkspaceTable.FORMS);
    if (forms != null) {
      forms.forEach(
          List.of("dossier", "supervisingDepartment.printed", "year.value"),
          row ->
              all.add(
                  row.getAs("dossier"),
                  row.<Row>getAs("supervisingDepartment").getAs("printed"),
                  row.<Row>getAs("year").getAs("value")));
    }
    StoredRows statistics = tables.get(WorkspaceTable.DEPARTMENT_STATISTICS);
    if (statistics != null) {
      statistics.forEach(
          List.of("dossier", "supervisingDepartment", "year"),
          row ->
              all.add(row.getAs("dossier"), row.getAs("supervisingDepartment"), row.getAs("year")));
    }
    return all;
  }

  private void add(String dossier, @Nullable String printed, @Nullable Integer year) {
    if (!owners.containsKey(dossier)) {
      owners.put(dossier, new Owner(list.identity(printed), printed, year));
    }
  }

  /** A short name of the department, good in any file system and never taken for a number. */
  private static String id(Owner owner) {
    return "d" + FormKey.of(owner.name);
  }

  /** The folders of a dossier's rows, as Hive names them. */
  String folders(String dossier) {
    Owner owner = owners.get(dossier);
    Object year = owner == null || owner.year == null ? UNKNOWN : owner.year;
    return YEAR + "=" + year + "/" + DEPARTMENT + "=" + (owner == null ? UNKNOWN : id(owner));
  }

  /** A row each. */
  List<Row> rows() {
    return owners.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
  }

  private Row row(String dossier, Owner owner) {
    DepartmentLine line = list.line(owner.printed);
    String name = owner.printed == null ? "" : Texts.folded(owner.printed);
    return line == null
        ? RowFactory.create(dossier, owner.year, id(owner), name, null, null)
        : RowFactory.create(
            dossier, owner.year, id(owner), line.department(), line.group(), line.kind());
  }
}
