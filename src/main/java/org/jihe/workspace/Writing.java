package org.jihe.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jihe.workspace.catalog.CatalogLease;
import org.jihe.workspace.catalog.CatalogSetting;
import org.jihe.workspace.catalog.LocalCatalog;
import org.jihe.workspace.catalog.WorkspaceBusyException;
import org.jihe.workspace.file.WorkspaceFileIO;
import org.jihe.workspace.file.WorkspacePlaces;
import org.jspecify.annotations.Nullable;

/** What a process holds as long as it writes a workspace: the right to it, and its catalog. */
final class Writing implements AutoCloseable {

  private final Path folder;
  private final CatalogSetting setting;
  private final WriterLock lock;
  private final Catalog catalog;
  private final @Nullable CatalogLease lease;

  private Writing(
      Path folder,
      CatalogSetting setting,
      WriterLock lock,
      Catalog catalog,
      @Nullable CatalogLease lease) {
    this.folder = folder;
    this.setting = setting;
    this.lock = lock;
    this.catalog = catalog;
    this.lease = lease;
  }

  /**
   * Begins to write, taking over what an earlier version of the program left. Nothing changes where
   * it cannot be read.
   *
   * @throws WorkspaceBusyException where another process is writing after so long a wait
   */
  static Writing begin(Path folder, Duration wait, Configuration hadoop, InstantSource clock)
      throws IOException, WorkspaceBusyException {
    Writing writing = begin(folder, wait, hadoop);
    try {
      writing.takeOver(hadoop, clock);
      return writing;
    } catch (IOException | RuntimeException e) {
      writing.close();
      throw e;
    }
  }

  private static Writing begin(Path folder, Duration wait, Configuration hadoop)
      throws IOException, WorkspaceBusyException {
    Path stray = StrayTables.of(folder);
    Files.createDirectories(WorkspacePlaces.tables(folder));
    long begun = System.nanoTime();
    WriterLock lock = WriterLock.take(folder, wait);
    try {
      if (stray != null) {
        StrayTables.bringHome(folder, stray);
      }
      Tables.open(folder, WorkspacePlaces.tables(folder), hadoop).requireReadable();
      CatalogSetting setting = CatalogSetting.of(folder, System.getenv());
      Catalog catalog = setting.open(folder, hadoop);
      try {
        setting.keep(folder);
        Duration left = wait.minusNanos(System.nanoTime() - begun);
        CatalogLease lease =
            setting.isLocal()
                ? null
                : CatalogLease.take(catalog, folder, left, CatalogLease.Pace.USUAL);
        return new Writing(folder, setting, lock, catalog, lease);
      } catch (IOException | WorkspaceBusyException | RuntimeException e) {
        Tables.close(catalog);
        throw e;
      }
    } catch (IOException | WorkspaceBusyException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private void takeOver(Configuration hadoop, InstantSource clock) throws IOException {
    if (setting.isHadoop()) {
      return; // laid out in the same manner
    }
    Path home = WorkspacePlaces.tables(folder);
    try {
      Map<String, String> old = OldLayout.locations(home);
      if (old.containsKey(Tables.RUNS) && !catalog.tableExists(TableIdentifier.of(Tables.RUNS))) {
        OldLayout.takeOver(old, WorkspaceFileIO.at(WorkspacePlaces.address(home), hadoop), catalog);
      }
      OldLayout.finish(home, catalog, clock.instant());
    } catch (RuntimeException e) {
      throw new WorkspaceDamagedException(folder, e);
    }
  }

  Catalog catalog() {
    return catalog;
  }

  /** Makes sure that the right is still there. */
  void require() {
    if (lease != null) {
      lease.require();
    }
  }

  /** Has what was committed lie in the catalog's own file. */
  void settle() {
    if (setting.isLocal()) {
      LocalCatalog.settle(folder);
    }
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      if (lease != null) {
        lease.close();
      }
      Tables.close(catalog);
    }
  }
}
