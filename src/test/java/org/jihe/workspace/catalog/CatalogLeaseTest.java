package org.jihe.workspace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jihe.workspace.Tables;
import org.jihe.workspace.catalog.CatalogLease.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One writer at a time by the catalog alone, whatever becomes of the one before. */
@Timeout(120)
class CatalogLeaseTest {

  private static final Pace PACE = new Pace(Duration.ofMillis(200), Duration.ofSeconds(4));

  @TempDir private Path folder;

  private Catalog catalog;

  @BeforeEach
  void open() throws Exception {
    Files.createDirectories(folder.resolve("tables"));
    catalog = CatalogSetting.of(folder, Map.of()).open(folder, new Configuration());
  }

  @AfterEach
  void close() throws Exception {
    Tables.close(catalog);
  }

  private CatalogLease take(Duration wait) throws Exception {
    return CatalogLease.take(catalog, folder, wait, PACE);
  }

  @Test
  void oneHasItAtATime() throws Exception {
    try (CatalogLease lease = take(Duration.ZERO)) {
      lease.require();
      assertThatThrownBy(() -> take(Duration.ZERO)).isInstanceOf(WorkspaceBusyException.class);
      lease.require();
    }
    take(Duration.ZERO).close();
  }

  @Test
  void aLivingOwnerKeepsItHoweverLongItIsWaitedFor() throws Exception {
    try (CatalogLease lease = take(Duration.ZERO)) {
      assertThatThrownBy(() -> take(PACE.dead().multipliedBy(2)))
          .isInstanceOf(WorkspaceBusyException.class);
      lease.require();
    }
  }

  @Test
  void anotherGetsItWhenItIsGivenBack() throws Exception {
    CatalogLease first = take(Duration.ZERO);
    Thread ending = new Thread(first::close);
    ending.start();
    take(Duration.ofSeconds(20)).close();
    ending.join();
  }

  @Test
  void ofADeadOwnerItIsTakenOver() throws Exception {
    leftByADeadOwner();
    Thread.sleep(PACE.dead().toMillis());
    try (CatalogLease lease = take(Duration.ZERO)) {
      lease.require();
    }
  }

  @Test
  void whoHasLostItDoesNotGoOn() throws Exception {
    try (CatalogLease lease = take(Duration.ZERO)) {
      leftByADeadOwner();
      assertThatThrownBy(lease::require).isInstanceOf(CatalogLease.LostLease.class);
    }
    assertThat(table().refresh().properties()).containsEntry("owner", "dead");
  }

  private TableOperations table() {
    return ((HasTableOperations) catalog.loadTable(TableIdentifier.of(CatalogLease.TABLE)))
        .operations();
  }

  private void leftByADeadOwner() throws Exception {
    if (!catalog.tableExists(TableIdentifier.of(CatalogLease.TABLE))) {
      take(Duration.ZERO).close();
    }
    for (int attempt = 0; attempt < 20; attempt++) {
      try {
        TableOperations table = table();
        TableMetadata found = table.refresh();
        table.commit(found, found.replaceProperties(Map.of("owner", "dead", "beat", "7")));
        return;
      } catch (org.apache.iceberg.exceptions.CommitFailedException e) {
        Thread.sleep(10); // a beat came between
      }
    }
  }
}
