package org.jihe.publish.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jihe.workspace.StoredRows;
import org.jspecify.annotations.Nullable;

/**
 * The departments and years that there is anything of: of which forms were sent, or of which the
 * bureau's list knows that none was.
 */
public final class DossierNames {

  private final Map<String, DossierName> names = new TreeMap<>();
  private final Map<String, Row> statistics = new HashMap<>();

  /**
   * Looks at the figures first, then at one form, then at what was found.
   *
   * @param figures the table {@code department_statistics}
   * @param forms the forms by dossier
   * @param findings the findings by dossier
   */
  public static DossierNames of(
      StoredRows figures, Map<String, StoredRows> forms, Map<String, StoredRows> findings)
      throws IOException {
    DossierNames all = new DossierNames();
    figures.forEach((row, internal) -> all.add(row));
    Set<String> dossiers = new TreeSet<>(forms.keySet());
    dossiers.addAll(findings.keySet());
    for (String dossier : dossiers) {
      if (!all.names.containsKey(dossier)) {
        DossierName name = printed(forms.get(dossier));
        all.names.put(dossier, name == null ? listed(findings.get(dossier)) : name);
      }
    }
    all.names.keySet().retainAll(dossiers);
    return all;
  }

  /** Departments of which there are no figures. */
  static DossierNames of(Map<String, DossierName> names) {
    DossierNames all = new DossierNames();
    all.names.putAll(names);
    return all;
  }

  private void add(Row row) {
    String dossier = row.getAs("dossier");
    statistics.putIfAbsent(dossier, row);
    names.putIfAbsent(
        dossier, new DossierName(row.getAs("supervisingDepartment"), row.getAs("year")));
  }

  private static @Nullable DossierName printed(@Nullable StoredRows forms) {
    DossierName[] found = new DossierName[1];
    if (forms != null) {
      forms.forEach(
          List.of("year.value", "supervisingDepartment.printed"),
          row -> {
            if (found[0] == null) {
              found[0] =
                  new DossierName(
                      row.<Row>getAs("supervisingDepartment").getAs("printed"),
                      row.<Row>getAs("year").getAs("value"));
            }
          });
    }
    return found[0];
  }

  private static DossierName listed(@Nullable StoredRows findings) {
    DossierName[] found = {DossierName.UNKNOWN};
    if (findings != null) {
      findings.forEach(
          List.of("arguments"),
          row -> {
            Map<String, String> arguments = row.getJavaMap(row.fieldIndex("arguments"));
            String department = arguments.get("department");
            if (department != null && found[0].department() == null) {
              found[0] = new DossierName(department, year(arguments.get("year")));
            }
          });
    }
    return found[0];
  }

  private static @Nullable Integer year(@Nullable String text) {
    return text != null && text.matches("\\d{4}") ? Integer.valueOf(text) : null;
  }

  /** All of them by the dossier's key. */
  public Map<String, DossierName> all() {
    return names;
  }

  /** The dossier's row of {@code department_statistics}; null where it has none. */
  @Nullable Row statistics(String dossier) {
    return statistics.get(dossier);
  }
}
