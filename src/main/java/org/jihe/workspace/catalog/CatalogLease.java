package org.jihe.workspace.catalog;

import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a workspace whose catalog machines share: the properties of a table without
 * rows name who has it, and a number that its owner raises all the time. Whoever finds that the
 * number stands still takes the right over. It rests on the catalog's own commits, of which one
 * wins, and on no clock but to measure how long a number has stood still.
 */
public final class CatalogLease implements AutoCloseable {

  public static final String TABLE = "writer";

  private static final String OWNER = "owner";
  private static final String BEAT = "beat";
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "write.metadata.delete-after-commit.enabled",
          "true",
          "write.metadata.previous-versions-max",
          "1",
          OWNER,
          "");

  /**
   * How the lease keeps time.
   *
   * @param beat after so long the owner raises the number
   * @param dead an owner whose number stands still for so long is dead
   */
  public record Pace(Duration beat, Duration dead) {

    public static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(30));
  }

  private final TableOperations table;
  private final String owner = UUID.randomUUID().toString();
  private final Pace pace;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "workspace-lease");
            thread.setDaemon(true);
            return thread;
          });

  private CatalogLease(TableOperations table, Pace pace) {
    this.table = table;
    this.pace = pace;
  }

  /**
   * Takes the right, waiting so long for whoever has it. One that died is told from one that lives
   * by watching it, also beyond the time given, where its last sign is older than a living owner's
   * could be.
   *
   * @throws WorkspaceBusyException where another has it
   */
  public static CatalogLease take(Catalog catalog, Path folder, Duration wait, Pace pace)
      throws WorkspaceBusyException, InterruptedIOException {
    CatalogLease lease = new CatalogLease(table(catalog), pace);
    try {
      lease.take(folder, wait);
    } catch (WorkspaceBusyException | InterruptedIOException | RuntimeException e) {
      lease.heart.shutdownNow();
      throw e;
    }
    long every = pace.beat().toMillis();
    Future<?> unused =
        lease.heart.scheduleWithFixedDelay(lease::beat, every, every, TimeUnit.MILLISECONDS);
    return lease;
  }

  private static TableOperations table(Catalog catalog) {
    TableIdentifier name = TableIdentifier.of(TABLE);
    if (!catalog.tableExists(name)) {
      Schema schema = new Schema(Types.NestedField.optional(1, OWNER, Types.StringType.get()));
      try {
        catalog.createTable(name, schema, PartitionSpec.unpartitioned(), PROPERTIES);
      } catch (AlreadyExistsException e) {
        // Made by another in the same moment.
      }
    }
    return ((HasTableOperations) catalog.loadTable(name)).operations();
  }

  private void take(Path folder, Duration wait)
      throws WorkspaceBusyException, InterruptedIOException {
    long begun = System.nanoTime();
    long since = begun;
    String seen = sign(table.refresh());
    boolean isAlive = false;
    while (true) {
      TableMetadata found = table.refresh();
      long now = System.nanoTime();
      if (!sign(found).equals(seen)) {
        seen = sign(found);
        since = now;
        isAlive = true;
      }
      boolean isFree = ownerOf(found).isEmpty() || now - since >= pace.dead().toNanos();
      if (isFree && set(found, owner, 0)) {
        return;
      }
      if (now - begun >= wait.toNanos() && (isAlive || !looksDead(found))) {
        throw new WorkspaceBusyException(folder);
      }
      pause();
    }
  }

  /** Its clock may go wrong: this alone takes nothing from anybody. */
  private boolean looksDead(TableMetadata found) {
    long age = System.currentTimeMillis() - found.lastUpdatedMillis();
    return Math.abs(age) >= pace.dead().toMillis();
  }

  private void pause() throws InterruptedIOException {
    try {
      TimeUnit.MILLISECONDS.sleep(Math.max(1, pace.beat().toMillis() / 4));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the workspace");
    }
  }

  private static String ownerOf(TableMetadata found) {
    return found.properties().getOrDefault(OWNER, "");
  }

  private static String sign(TableMetadata found) {
    return ownerOf(found) + " " + found.properties().getOrDefault(BEAT, "");
  }

  private boolean set(TableMetadata found, String newOwner, long beat) {
    Map<String, String> properties = new HashMap<>(found.properties());
    properties.put(OWNER, newOwner);
    properties.put(BEAT, String.valueOf(beat));
    try {
      TableMetadata present = TableTimes.settled(found, Instant.now());
      table.commit(found, present.replaceProperties(properties));
      return true;
    } catch (CommitFailedException e) {
      return false; // another was first
    }
  }

  private synchronized void beat() {
    try {
      TableMetadata found = owned();
      if (found != null) {
        set(found, owner, beatOf(found) + 1);
      }
    } catch (RuntimeException e) {
      // The catalog cannot be reached at the moment. Where it stays so, the commit says it.
    }
  }

  private static long beatOf(TableMetadata found) {
    return Long.parseLong(Objects.requireNonNullElse(found.properties().get(BEAT), "0"));
  }

  private @Nullable TableMetadata owned() {
    TableMetadata found = table.refresh();
    return ownerOf(found).equals(owner) ? found : null;
  }

  /**
   * Makes sure that nobody has taken the right over, as from a process that was stopped for a
   * while.
   */
  public synchronized void require() {
    TableMetadata found = owned();
    if (found == null || !set(found, owner, beatOf(found) + 1)) {
      throw new LostLease();
    }
  }

  /** Another has taken the process for dead, and writes now. */
  public static final class LostLease extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private LostLease() {
      super("another process has taken the workspace over");
    }
  }

  @Override
  public synchronized void close() {
    heart.shutdownNow();
    try {
      TableMetadata found = owned();
      if (found != null) {
        set(found, "", 0);
      }
    } catch (RuntimeException e) {
      // It is taken for dead after a while.
    }
  }
}
