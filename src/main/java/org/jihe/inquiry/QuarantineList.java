package org.jihe.inquiry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.message.JobException;
import org.jihe.review.Quarantine;
import org.jihe.review.Workbench;
import org.jspecify.annotations.Nullable;

/** What waits for a person in a workspace, and what a person has dismissed. */
public final class QuarantineList {

  private QuarantineList() {}

  /**
   * An entry.
   *
   * @param number its place in the list of all, counted from 1
   */
  public record Entry(int number, Quarantined entry) {}

  /**
   * The entries as the last run left them, by file.
   *
   * @param reason the one that is asked for, or null for all
   * @throws JobException where there is no workspace, or it cannot be read
   */
  public static List<Entry> of(Path workspace, @Nullable Reason reason) throws JobException {
    return Workbench.inForce(
        workspace,
        (tables, run) -> {
          List<Entry> entries = new ArrayList<>();
          int number = 0;
          for (Quarantined entry : Quarantine.entries(tables, run)) {
            number++;
            if (reason == null || entry.reason() == reason) {
              entries.add(new Entry(number, entry));
            }
          }
          return entries;
        });
  }
}
