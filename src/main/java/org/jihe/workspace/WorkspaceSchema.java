package org.jihe.workspace;

import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.Table;

/**
 * How a workspace is laid out, as a number that rises with every change that an earlier version of
 * the program would not understand. The table of runs bears it.
 */
final class WorkspaceSchema {

  /** Of this version of the program; 1, which bears no number, had no catalog and wide forms. */
  static final int CURRENT = 2;

  static final String NUMBER = "jihe.schema";
  static final String PROGRAM = "jihe.program";

  private WorkspaceSchema() {}

  /** What the table of runs bears from now on. */
  static Map<String, String> properties() {
    return Map.of(NUMBER, String.valueOf(CURRENT), PROGRAM, program());
  }

  /** The program's version. */
  static String program() {
    String version = Workspace.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /**
   * Makes sure that this version of the program knows the layout.
   *
   * @throws WorkspaceNewerException where a later one has changed it
   */
  static void require(Path folder, Table runs) throws WorkspaceNewerException {
    String number = runs.properties().getOrDefault(NUMBER, "1");
    if (!number.matches("\\d{1,6}") || Integer.parseInt(number) > CURRENT) {
      throw new WorkspaceNewerException(
          folder, runs.properties().getOrDefault(PROGRAM, "schema " + number));
    }
  }
}
