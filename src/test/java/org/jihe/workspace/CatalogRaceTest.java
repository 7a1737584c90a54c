package org.jihe.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.io.CloseableIterable;
import org.jihe.JavaProcess;
import org.jihe.workspace.catalog.CatalogSetting;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that write one table lose no commit to each other. */
class CatalogRaceTest {

  private static final int EACH = 150;

  @TempDir private Path folder;

  private Path workspace;

  @BeforeEach
  void make() throws IOException {
    workspace = folder.resolve("绩效 测试");
    Files.createDirectories(workspace.resolve("tables"));
  }

  @Test
  void theCatalogInTheWorkspaceKeepsEveryCommit() throws Exception {
    race(Map.of(), EACH);
    assertThat(workspace.resolve("catalog.db")).isNotEmptyFile();
    assertThat(workspace.resolve("catalog.db-wal")).doesNotExist();
  }

  @Test
  void aDatabaseServerKeepsEveryCommit() throws Exception {
    try (EmbeddedPostgres server = started()) {
      Files.writeString(
          workspace.resolve(CatalogSetting.FILE),
          "uri=jdbc:postgresql://localhost:" + server.getPort() + "/postgres\n");
      Map<String, String> user =
          Map.of("JIHE_CATALOG_USER", "postgres", "JIHE_CATALOG_PASSWORD", "postgres");
      race(user, EACH);
      assertThat(workspace.resolve("catalog.db")).doesNotExist();
    }
  }

  private EmbeddedPostgres started() throws IOException {
    try {
      return EmbeddedPostgres.builder()
          .setOverrideWorkingDirectory(folder.resolve("postgres").toFile())
          .start();
    } catch (IOException | RuntimeException e) {
      Assumptions.abort("no database server can be started here: " + e);
      throw e;
    }
  }

  private void race(Map<String, String> environment, int each) throws Exception {
    JavaProcess maker =
        JavaProcess.start(
            folder.resolve("made.txt"), environment, CatalogMaker.class, workspace.toString());
    assertThat(maker.await()).as(maker.said()).isZero();
    List<JavaProcess> racers =
        List.of(racer(environment, "a", each), racer(environment, "b", each));
    for (JavaProcess racer : racers) {
      assertThat(racer.await()).as(racer.said()).isZero();
    }
    JavaProcess counter =
        JavaProcess.start(
            folder.resolve("counted.txt"), environment, CatalogCount.class, workspace.toString());
    assertThat(counter.await()).as(counter.said()).isZero();
    assertThat(counter.said().lines().filter(line -> line.startsWith("found ")))
        .containsExactly("found " + 2 * each + " of " + 2 * each);
  }

  private JavaProcess racer(Map<String, String> environment, String name, int each)
      throws IOException {
    return JavaProcess.start(
        folder.resolve(name + ".txt"),
        environment,
        CatalogCommits.class,
        workspace.toString(),
        name,
        String.valueOf(each));
  }

  /** Makes the table that is raced for. */
  static final class CatalogMaker {

    private CatalogMaker() {}

    public static void main(String[] arguments) throws Exception {
      Catalog catalog = CatalogCommits.open(Path.of(arguments[0]));
      CatalogCommits.create(catalog);
      Tables.close(catalog);
      System.exit(0);
    }
  }

  /** Counts the files of the table, and its snapshots. */
  static final class CatalogCount {

    private CatalogCount() {}

    public static void main(String[] arguments) throws Exception {
      Catalog catalog = CatalogCommits.open(Path.of(arguments[0]));
      Table table = catalog.loadTable(CatalogCommits.TABLE);
      Set<String> files = new TreeSet<>();
      try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
        tasks.forEach(task -> files.add(task.file().location()));
      }
      int snapshots = 0;
      for (var ignored : table.snapshots()) {
        snapshots++;
      }
      System.out.println("found " + files.size() + " of " + snapshots);
      Tables.close(catalog);
      System.exit(0);
    }
  }
}
