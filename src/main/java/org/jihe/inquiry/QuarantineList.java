package org.jihe.inquiry;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.message.JobException;
import org.jihe.review.Workbench;
import org.jihe.table.QuarantineCodec;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/** What waits for a person in a workspace. */
public final class QuarantineList {

  private QuarantineList() {}

  /**
   * The entries as the last run left them, by file.
   *
   * @param reason the one that is asked for, or null for all
   * @throws JobException where there is no workspace, or it cannot be read
   */
  public static List<Quarantined> of(Path workspace, @Nullable Reason reason) throws JobException {
    return Workbench.inForce(
        workspace,
        (tables, run) ->
            tables
                .rows(
                    run,
                    WorkspaceTable.QUARANTINE,
                    List.of(WorkspaceTable.QUARANTINE.schema().fieldNames()))
                .stream()
                .map(QuarantineCodec::fromRow)
                .filter(entry -> reason == null || entry.reason() == reason)
                .sorted(
                    Comparator.comparing(Quarantined::file)
                        .thenComparing(
                            entry -> entry.place(),
                            Comparator.nullsFirst(
                                Comparator.<org.jihe.layout.Position>comparingInt(
                                        place -> place.page())
                                    .thenComparingInt(place -> place.row()))))
                .toList());
  }
}
