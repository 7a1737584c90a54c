package org.jihe.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * Whose a file is that no form could be read of: where all forms of the same file, or else of its
 * folder or the next one above it that forms are in, are of one department and year, it is theirs.
 */
final class Submitters {

  private static final String SEVERAL = "";

  private final Map<String, String> dossiers = new HashMap<>();

  static Submitters of(ReviewData data) {
    Submitters all = new Submitters();
    data.table(WorkspaceTable.FORMS)
        .forEach(
            List.of("dossier", "file"), row -> all.add(row.getAs("file"), row.getAs("dossier")));
    return all;
  }

  private void add(String file, String dossier) {
    for (String place = file; place != null; place = above(place)) {
      String known = dossiers.putIfAbsent(place, dossier);
      if (known != null && !known.equals(dossier)) {
        dossiers.put(place, SEVERAL);
      }
    }
  }

  /** Key of the department and year; null where that cannot be told. */
  @Nullable String of(String file) {
    for (String place = file; place != null; place = above(place)) {
      String dossier = dossiers.get(place);
      if (dossier != null) {
        return dossier.equals(SEVERAL) ? null : dossier;
      }
    }
    return null;
  }

  /** The folder, or the archive; the topmost one says nothing. */
  private static @Nullable String above(String place) {
    int end = place.lastIndexOf('/');
    return end <= 0 ? null : place.substring(0, end);
  }
}
