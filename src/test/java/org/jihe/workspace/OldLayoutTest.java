package org.jihe.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.spark.sql.Row;
import org.jihe.review.Sessions;
import org.jihe.table.FormCodec;
import org.jihe.workspace.catalog.CatalogSetting;
import org.jihe.workspace.catalog.LocalCatalog;
import org.jihe.workspace.file.WorkspacePlaces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace of version 0.1 is read as it is, and taken over by who writes. */
class OldLayoutTest {

  @TempDir private Path folder;

  private Path workspace;
  private Map<String, List<String>> before;

  @BeforeEach
  void old() throws Exception {
    workspace = folder.resolve("绩效 #1");
    OldWorkspace.at(workspace);
    before = rows();
    assertThat(before.get("forms")).hasSizeGreaterThan(1);
  }

  private Map<String, List<String>> rows() throws Exception {
    Tables tables = Tables.open(workspace);
    tables.requireColumns();
    Map<String, List<String>> rows = new TreeMap<>();
    for (String id : tables.runs()) {
      Run run = tables.run(id);
      for (WorkspaceTable table : WorkspaceTable.values()) {
        List<String> columns = List.of(table.schema().fieldNames());
        rows.put(id + " " + table.tableName(), texts(table, tables.rows(run, table, columns)));
        rows.put(table.tableName(), texts(table, tables.rows(tables.last(), table, columns)));
      }
    }
    return rows;
  }

  /** Forms are compared as forms: their columns are others now. */
  private static List<String> texts(WorkspaceTable table, List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                table == WorkspaceTable.FORMS ? FormCodec.fromRow(row).toString() : row.toString())
        .sorted()
        .toList();
  }

  private Workspace open() throws Exception {
    return Workspace.open(Sessions.current(), workspace);
  }

  @Test
  void isReadAsItIs() throws Exception {
    Map<String, Integer> state = FolderState.of(workspace);
    assertThat(Tables.open(workspace).runs()).hasSize(OldWorkspace.RUNS);
    rows();
    assertThat(FolderState.of(workspace)).isEqualTo(state);
  }

  @Test
  void isTakenOverWithAllItsRuns() throws Exception {
    open().close();
    assertThat(rows()).containsAllEntriesOf(before);
    Tables now = Tables.open(workspace);
    assertThat(now.runs()).hasSize(OldWorkspace.RUNS + 1);
    assertThat(now.rows(now.last(), WorkspaceTable.FORMS, List.of("cells")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.isNullAt(0)).isFalse());
    for (String location : LocalCatalog.locations(workspace).values()) {
      assertThat(location).startsWith("jihe:/tables/");
    }
    for (WorkspaceTable table : WorkspaceTable.values()) {
      Tables tables = Tables.open(workspace);
      if (tables.exists(table.tableName())) {
        assertThat(tables.load(table.tableName()).location())
            .isEqualTo("jihe:/tables/" + table.tableName());
      }
    }
  }

  @Test
  void isTakenOverOnceMoreByWhoComesAfterAKill() throws Exception {
    Configuration hadoop = new Configuration();
    try (WorkspaceClosing catalog = new WorkspaceClosing(workspace, hadoop)) {
      // All but the runs, as a killed process leaves it; and another table that says otherwise.
      Map<String, String> found = OldLayout.locations(WorkspacePlaces.tables(workspace));
      catalog.get().registerTable(TableIdentifier.of("forms"), found.get("findings"));
    }
    assertThat(rows()).isEqualTo(before);
    open().close();
    assertThat(rows()).containsAllEntriesOf(before);
  }

  @Test
  void formsAreMigratedOnceMoreByWhoComesAfterAKill() throws Exception {
    Configuration hadoop = new Configuration();
    try (Writing killed = Writing.begin(workspace, Duration.ZERO, hadoop, InstantSource.system())) {
      FormsMigration.alter(killed.catalog().loadTable(TableIdentifier.of("forms")));
    }
    assertThat(rows()).containsAllEntriesOf(before);
    open().close();
    assertThat(rows()).containsAllEntriesOf(before);
    open().close();
    assertThat(Tables.open(workspace).runs()).as("and only once").hasSize(OldWorkspace.RUNS + 1);
  }

  private record WorkspaceClosing(Catalog get) implements AutoCloseable {

    private WorkspaceClosing(Path folder, Configuration hadoop) throws Exception {
      this(CatalogSetting.of(folder, Map.of()).open(folder, hadoop));
    }

    @Override
    public void close() throws IOException {
      Tables.close(get);
    }
  }

  @Test
  void whoKnowsNothingOfTheCatalogFindsNoRunsAnyMore() throws Exception {
    open().close();
    try (HadoopCatalog catalog = new HadoopCatalog()) {
      catalog.setConf(new Configuration());
      catalog.initialize(
          "old", Map.of("warehouse", WorkspacePlaces.address(WorkspacePlaces.tables(workspace))));
      assertThat(catalog.tableExists(TableIdentifier.of(Tables.RUNS))).isFalse();
    }
  }

  @Test
  void withoutItsCatalogItIsNotTakenForAnOldOne() throws Exception {
    open().close();
    Files.delete(workspace.resolve("catalog.db"));
    assertThatThrownBy(() -> Tables.open(workspace).last())
        .isInstanceOfSatisfying(
            WorkspaceDamagedException.class, e -> assertThat(e.isWithoutHistory()).isTrue());
    Map<String, Integer> state = FolderState.of(workspace);
    assertThatThrownBy(this::open).isInstanceOf(WorkspaceDamagedException.class);
    assertThat(FolderState.of(workspace)).isEqualTo(state);
  }

  @Test
  void aLaterLayoutIsRefused() throws Exception {
    open().close();
    Configuration hadoop = new Configuration();
    try (WorkspaceClosing catalog = new WorkspaceClosing(workspace, hadoop)) {
      Table runs = catalog.get().loadTable(TableIdentifier.of(Tables.RUNS));
      runs.updateProperties()
          .set(WorkspaceSchema.NUMBER, String.valueOf(WorkspaceSchema.CURRENT + 1))
          .set(WorkspaceSchema.PROGRAM, "9.1.0")
          .commit();
    }
    Map<String, Integer> state = FolderState.of(workspace);
    for (Opening opening :
        List.<Opening>of(
            () -> Tables.open(workspace),
            this::open,
            () ->
                Writing.begin(workspace, Duration.ZERO, hadoop, InstantSource.system()).close())) {
      assertThatThrownBy(opening::open)
          .isInstanceOfSatisfying(
              WorkspaceNewerException.class, e -> assertThat(e.version()).isEqualTo("9.1.0"));
    }
    assertThat(FolderState.of(workspace)).isEqualTo(state);
  }

  @FunctionalInterface
  private interface Opening {
    void open() throws Exception;
  }
}
