package org.jihe.publish.database;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.jihe.finding.Finding;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.publish.Edition;
import org.jihe.publish.database.FindingTables.Found;
import org.jihe.publish.database.Owner.Owned;
import org.jihe.review.BureauYear;
import org.jihe.review.ReviewRequest;
import org.jihe.rule.engine.RuleSet;
import org.jihe.table.FindingCodec;
import org.jihe.workspace.Tables;
import org.jihe.workspace.WorkspaceTable;

/** Loads many findings; {@code .ci/feed-speed} runs it. */
public final class FeedSpeed {

  private static final int OF_A_DOSSIER = 2000;

  private FeedSpeed() {}

  public static void main(String[] arguments) throws Exception {
    int wanted = Integer.parseInt(arguments[0]);
    Path folder = Path.of(arguments[1]);
    BureauYear year = BureauYear.in(Files.createDirectories(folder.resolve("year")));
    Tables tables = Tables.open(year.workspace());
    List<Row> rows =
        tables.rows(
            tables.last(),
            WorkspaceTable.FINDINGS,
            List.of(WorkspaceTable.FINDINGS.schema().names()));
    RuleSet rules = new ReviewRequest(List.of(), year.workspace(), Language.ZH).rulesInForce();
    try (FeedServer server = FeedServer.start(Files.createDirectories(folder.resolve("server")))) {
      System.gc();
      load(server, rows, rules, wanted, "jihe");
      load(server, rows, rules, wanted, "jihe"); // replaces the first
    }
    System.exit(0);
  }

  private static void load(
      FeedServer server, List<Row> rows, RuleSet rules, int wanted, String schema)
      throws Exception {
    FeedAddress to = new FeedAddress(server.url(), schema);
    Properties credentials = new Properties();
    credentials.setProperty("user", "postgres");
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = System.nanoTime();
    new FeedMigration(to, credentials).migrate();
    try (Connection connection = new FeedConnections(to, credentials).getConnection();
        FeedLoad load =
            FeedLoad.begin(connection, to, new Edition("run", 2, "speed", "contents"))) {
      for (int i = 0; i < wanted; i++) {
        Row row = rows.get(i % rows.size());
        int dossier = i / OF_A_DOSSIER;
        Finding finding = FindingCodec.fromRow(row);
        String pattern =
            rules.messages(Language.ZH).getOrDefault(finding.ruleId(), finding.ruleId());
        load.add(
            FindingTables.FINDING,
            new Owned<>(
                new Owner("dossier" + dossier, "部门" + dossier % 200, 2020 + dossier % 5),
                new Found(
                    finding,
                    row.getAs("projectName"),
                    Messages.fill(pattern, finding.arguments()))));
        if (i % OF_A_DOSSIER == OF_A_DOSSIER - 1) {
          load.commit();
        }
      }
      load.finish();
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    List<String> seen = server.rows("SELECT count(*) FROM " + schema + ".fact_finding");
    if (!seen.equals(List.of("" + wanted))) {
      throw new IllegalStateException("there are " + seen);
    }
    System.out.printf(
        "%,d findings in %.1f s, heap at most %d of %d MB%n",
        wanted,
        millis / 1e3,
        heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static List<MemoryPoolMXBean> heap() {
    List<MemoryPoolMXBean> pools = new ArrayList<>(ManagementFactory.getMemoryPoolMXBeans());
    pools.removeIf(pool -> pool.getType() != MemoryType.HEAP);
    return pools;
  }
}
