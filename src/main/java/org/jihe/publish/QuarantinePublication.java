package org.jihe.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Dismissal;
import org.jihe.table.QuarantineCodec;
import org.jihe.view.Places;
import org.jihe.view.QuarantineView;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * What is in quarantine, for those who mend it: each entry with its reason in words and a remedy.
 */
final class QuarantinePublication {

  private QuarantinePublication() {}

  /** A line each, for spreadsheets. */
  static Publication csv() {
    return CsvPublication.lines(
        WorkspaceTable.QUARANTINE,
        "quarantine.csv",
        List.of(
            "input",
            "file",
            "place",
            "page",
            "sheet",
            "row",
            "column",
            "reason",
            "explanation",
            "detail",
            "excerpt",
            "remedy",
            "dismissed"),
        (csv, row, data) -> {
          Quarantined entry = data.dismissals().on(QuarantineCodec.fromRow(row));
          Position place = entry.place();
          csv.line(
              row.getAs("input"),
              entry.file(),
              place(entry),
              place == null ? null : place.page(),
              place == null ? null : place.sheet(),
              place == null ? null : place.row(),
              place == null ? null : place.column(),
              entry.reason(),
              data.texts().text(key(entry)),
              entry.detail(),
              entry.excerpt(),
              data.texts().text(key(entry) + ".remedy"),
              dismissed(entry, data));
        });
  }

  /** An object each, for programs: the table's columns, and what the CSV file has besides. */
  static Publication json() {
    return JsonPublication.array(WorkspaceTable.QUARANTINE, QuarantinePublication::explain);
  }

  private static void explain(ObjectNode node, Row row, ReviewData data) {
    Quarantined entry = data.dismissals().on(QuarantineCodec.fromRow(row));
    node.put("address", place(entry));
    node.put("explanation", data.texts().text(key(entry)));
    node.put("remedy", data.texts().text(key(entry) + ".remedy"));
    node.put("dismissed", dismissed(entry, data));
  }

  /** Who has looked at it, when and why; null where it waits. */
  static @Nullable String dismissed(Quarantined entry, ReviewData data) {
    Dismissal dismissal = entry.dismissed();
    return dismissal == null ? null : QuarantineView.words(data.texts(), dismissal);
  }

  private static @Nullable String place(Quarantined entry) {
    Position place = entry.place();
    return place == null ? null : Places.of(place);
  }

  private static String key(Quarantined entry) {
    return "quarantine." + entry.reason().name().toLowerCase(Locale.ROOT);
  }
}
