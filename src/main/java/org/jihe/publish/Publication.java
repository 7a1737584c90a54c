package org.jihe.publish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.WorkspaceTable;

/**
 * One output that is made of the rows of one table.
 *
 * @param table the table
 * @param opening begins the output
 */
record Publication(WorkspaceTable table, Opening opening) {

  /** An output that takes the rows one after the other. */
  interface Sink extends Closeable, StoredRows.Taker {}

  /** Begins an output. */
  @FunctionalInterface
  interface Opening {

    /**
     * Opens the output's file.
     *
     * @param folder a folder that exists
     */
    Sink in(Path folder, ReviewData data) throws IOException;
  }
}
