package org.jihe.publish.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormKey;
import org.jihe.form.FormPath;
import org.jihe.form.SelfEvaluation;
import org.jihe.table.VersionCodec;
import org.jihe.view.Places;
import org.jihe.workspace.StoredRows;
import org.jspecify.annotations.Nullable;

/** The versions of a department's forms that are not in force any more. */
public final class FormHistory {

  private final Map<String, List<Version>> versions = new HashMap<>();
  private final UnaryOperator<String> cells;

  private record Version(int number, String run, SelfEvaluation form) {}

  /**
   * The history of one department and year.
   *
   * @param rows its rows of {@code form_versions}; null where there are none
   * @param cells what a cell is called, by its path
   */
  public FormHistory(@Nullable StoredRows rows, UnaryOperator<String> cells) throws IOException {
    this.cells = cells;
    if (rows != null) {
      rows.forEach((row, internal) -> add(row));
    }
  }

  private void add(Row row) {
    versions
        .computeIfAbsent(FormKey.withoutNumber(row.getAs("formId")), id -> new ArrayList<>())
        .add(new Version(row.getAs("version"), row.getAs("supersededIn"), VersionCodec.form(row)));
  }

  /** Adds to a form's data what its earlier versions printed otherwise, the latest first. */
  void put(ObjectNode node, String formId, SelfEvaluation now) {
    List<Version> own = versions.get(FormKey.withoutNumber(formId));
    if (own == null) {
      return;
    }
    own.sort(Comparator.comparingInt(Version::number).reversed());
    ArrayNode all = node.putArray("versions");
    for (Version one : own) {
      ObjectNode version = all.addObject();
      version.put("version", one.number).put("run", one.run);
      version.put("place", Places.of(one.form.origin()));
      changes(version.putArray("changes"), FormFields.of(one.form), FormFields.of(now));
    }
  }

  private void changes(
      ArrayNode changes, Map<FormPath, Field<?>> then, Map<FormPath, Field<?>> now) {
    Set<FormPath> paths = new LinkedHashSet<>(now.keySet());
    paths.addAll(then.keySet());
    for (FormPath path : paths) {
      String before = printed(then.get(path));
      String after = printed(now.get(path));
      if (!Objects.equals(before, after)) {
        changes
            .addObject()
            .put("label", cells.apply(path.toString()))
            .put("before", before)
            .put("after", after);
      }
    }
  }

  private static @Nullable String printed(@Nullable Field<?> field) {
    return field == null ? null : field.printed();
  }
}
