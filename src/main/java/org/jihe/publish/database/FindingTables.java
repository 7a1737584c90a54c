package org.jihe.publish.database;

import static org.jihe.publish.database.ColumnType.BOOLEAN;
import static org.jihe.publish.database.ColumnType.COUNT;
import static org.jihe.publish.database.ColumnType.INTEGER;
import static org.jihe.publish.database.ColumnType.MOMENT;
import static org.jihe.publish.database.ColumnType.NUMBER;
import static org.jihe.publish.database.ColumnType.TEXT;

import java.sql.Timestamp;
import org.apache.spark.sql.Row;
import org.jihe.finding.Finding;
import org.jihe.publish.database.Owner.Owned;
import org.jihe.view.Places;
import org.jspecify.annotations.Nullable;

/** Facts of what was found, and of what people say to it. */
final class FindingTables {

  /**
   * A finding.
   *
   * @param project the name of its project, as printed
   * @param message in Chinese words
   */
  record Found(Finding finding, @Nullable String project, String message) {}

  /**
   * What became of a rule on some forms.
   *
   * @param reason why; empty where there is nothing to be said
   */
  record RuleOutcome(String ruleId, String outcome, String reason) {}

  /** On how many forms. */
  record Counted(RuleOutcome outcome, long forms) {}

  static final StarTable<Owned<Found>> FINDING =
      owned(new StarTable<Owned<Found>>("fact_finding", "审核发现：一行一处，已豁免的也在内", "findings"))
          .with("fingerprint", TEXT, "fingerprint", fact -> fact.of().finding().fingerprint())
          .with("form_id", TEXT, "formId", fact -> fact.of().finding().formId())
          .with("project_name", TEXT, "projectName", fact -> fact.of().project())
          .with("rule_id", TEXT, "ruleId", fact -> fact.of().finding().ruleId())
          .with("severity", TEXT, "severity", fact -> fact.of().finding().severity().name())
          .with("subject", TEXT, "subject", fact -> fact.of().finding().subject())
          .with("file", TEXT, "file", fact -> file(fact.of().finding()))
          .with("place", TEXT, "cell", fact -> place(fact.of().finding()))
          .with("reported", TEXT, "reported", fact -> fact.of().finding().reported())
          .with("expected", TEXT, "expected", fact -> fact.of().finding().expected())
          .with("difference", NUMBER, "difference", fact -> fact.of().finding().difference())
          .saying("message", TEXT, "说明", fact -> fact.of().message())
          .saying("stands", BOOLEAN, "仍然成立：没有豁免", fact -> fact.of().finding().waived() == null)
          .with("waived", TEXT, "waived", fact -> fact.of().finding().waived());

  static final StarTable<Owned<Counted>> OUTCOME =
      owned(
              new StarTable<Owned<Counted>>(
                  "fact_outcome", "规则结果：每个部门年度、规则、结果、原因一行，不是逐表的", "outcomes"))
          .with("rule_id", TEXT, "ruleId", fact -> fact.of().outcome().ruleId())
          .saying(
              "outcome",
              TEXT,
              "结果：PASSED通过、FIRED有发现、WAIVED已豁免、NOT_APPLICABLE不适用、NOT_EVALUATED无法判断",
              fact -> fact.of().outcome().outcome())
          .with("reason", TEXT, "reason", fact -> fact.of().outcome().reason())
          .with("forms", COUNT, "forms", fact -> fact.of().forms());

  static final StarTable<Owned<Row>> SCORE_AUDIT =
      owned(
              new StarTable<Owned<Row>>(
                  "fact_score_audit", "得分核算：一行一张表，自评总分和依据所能支持的范围", "score_audit"))
          .with("form_id", TEXT, "formId", fact -> fact.of().getAs("formId"))
          .with("grade", TEXT, "grade", fact -> fact.of().getAs("grade"))
          .with("max_score", NUMBER, "maxScore", fact -> fact.of().getAs("maxScore"))
          .with("claimed", NUMBER, "claimed", fact -> fact.of().getAs("claimed"))
          .with("low", NUMBER, "low", fact -> fact.of().getAs("low"))
          .with("high", NUMBER, "high", fact -> fact.of().getAs("high"))
          .with("over_claimed", NUMBER, "overClaimed", fact -> fact.of().getAs("overClaimed"))
          .with(
              "lines_over_claimed",
              NUMBER,
              "linesOverClaimed",
              fact -> fact.of().getAs("linesOverClaimed"))
          .with("arithmetic", TEXT, "arithmetic", fact -> fact.of().getAs("arithmetic"));

  static final StarTable<Owned<Row>> ATTENTION =
      owned(new StarTable<Owned<Row>>("fact_attention", "优先核查：一行一张有发现的表", "attention"))
          .with("form_id", TEXT, "formId", fact -> fact.of().getAs("formId"))
          .with("project_name", TEXT, "projectName", fact -> fact.of().getAs("projectName"))
          .with("points", NUMBER, "points", fact -> fact.of().getAs("points"))
          .with("amount", NUMBER, "amount", fact -> fact.of().getAs("amount"))
          .with(
              "amount_is_median",
              BOOLEAN,
              "amountIsMedian",
              fact -> fact.of().getAs("amountIsMedian"))
          .with("priority", NUMBER, "priority", fact -> fact.of().getAs("priority"));

  static final StarTable<Row> REPLY =
      new StarTable<Row>("fact_reply", "部门反馈：一行一处发现的答复", "replies")
          .with("fingerprint", TEXT, "fingerprint", row -> row.getAs("fingerprint"))
          .with("dossier", TEXT, "dossier", row -> row.getAs("dossier"))
          .with("project", TEXT, "project", row -> row.getAs("project"))
          .with("place", TEXT, "place", row -> row.getAs("place"))
          .with("problem", TEXT, "problem", row -> row.getAs("problem"))
          .with("state", TEXT, "state", row -> row.getAs("state"))
          .with("reply", TEXT, "text", row -> row.getAs("text"))
          .with("said_by", TEXT, "by", row -> row.getAs("by"))
          .with("said_at", MOMENT, "when", row -> moment(row.getAs("when")))
          .with("file", TEXT, "file", row -> row.getAs("file"))
          .with("file_row", INTEGER, "row", row -> row.getAs("row"));

  static final StarTable<Row> DECISION =
      new StarTable<Row>("fact_decision", "财政部门意见：一行一处发现的处理决定", "decisions")
          .with("fingerprint", TEXT, "fingerprint", row -> row.getAs("fingerprint"))
          .with("state", TEXT, "state", row -> row.getAs("state"))
          .with("opinion", TEXT, "text", row -> row.getAs("text"))
          .with("said_by", TEXT, "by", row -> row.getAs("by"))
          .with("said_at", MOMENT, "when", row -> moment(row.getAs("when")));

  private FindingTables() {}

  private static <T> StarTable<Owned<T>> owned(StarTable<Owned<T>> table) {
    return table
        .with("dossier", TEXT, "dossier", fact -> fact.owner().dossier())
        .with("department_key", TEXT, "departmentKey", fact -> fact.owner().departmentKey())
        .with("year", INTEGER, "year", fact -> fact.owner().year());
  }

  private static @Nullable Object file(Finding finding) {
    return finding.cell() == null ? null : finding.cell().file();
  }

  private static @Nullable Object place(Finding finding) {
    return finding.cell() == null ? null : Places.of(finding.cell());
  }

  /** Sessions give either, as they are set up. */
  private static @Nullable Object moment(@Nullable Object when) {
    return when instanceof Timestamp time ? time.toInstant() : when;
  }
}
