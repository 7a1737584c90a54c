package org.jihe.table;

import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.finding.Decision;
import org.jihe.finding.Reply;
import org.jihe.finding.Reply.About;

/**
 * What people say of findings to rows of {@link Schemas#DECISIONS} and {@link Schemas#REPLIES} and
 * back.
 */
public final class DecisionCodec {

  private DecisionCodec() {}

  /** The row of a decision. */
  public static Row toRow(Decision decision) {
    return RowFactory.create(
        decision.fingerprint(),
        decision.state(),
        decision.by(),
        decision.when(),
        decision.text(),
        decision.run());
  }

  /** The decision of a row. */
  public static Decision decision(Row row) {
    return new Decision(
        row.getAs("fingerprint"),
        row.getAs("state"),
        row.getAs("by"),
        Moments.of(row.getAs("when")),
        row.getAs("text"),
        row.getAs("run"));
  }

  /** The row of a reply. */
  public static Row toRow(Reply reply) {
    return RowFactory.create(
        reply.fingerprint(),
        reply.state().name(),
        reply.text(),
        reply.by(),
        reply.when(),
        reply.file(),
        reply.row(),
        reply.about().dossier(),
        reply.about().project(),
        reply.about().place(),
        reply.about().problem(),
        SparkMaps.of(reply.about().extras()));
  }

  /** The reply of a row. */
  public static Reply reply(Row row) {
    return new Reply(
        row.getAs("fingerprint"),
        Reply.State.valueOf(row.getAs("state")),
        row.getAs("text"),
        row.getAs("by"),
        Moments.of(row.getAs("when")),
        row.getAs("file"),
        row.<Integer>getAs("row"),
        about(row));
  }

  /** Rows of before it was noted have none. */
  private static About about(Row row) {
    if (row.getAs("dossier") == null) {
      return About.NOTHING;
    }
    Map<String, String> extras = row.getJavaMap(row.fieldIndex("extras"));
    return new About(
        row.getAs("dossier"),
        row.getAs("project"),
        row.getAs("place"),
        row.getAs("problem"),
        extras == null ? Map.of() : extras);
  }
}
