package org.jihe.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jihe.SampleForms;
import org.jihe.message.Language;
import org.jihe.review.Review;
import org.jihe.review.ReviewRequest;
import org.jihe.review.Workbench;
import org.jihe.table.Rows;
import org.jihe.workspace.WorkspaceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Spark program that knows nothing of workspaces, beside a review of the same files. */
class ApiTest {

  @TempDir private Path folder;

  @Test
  void formsAndFindingsAreThoseOfAReview() throws Exception {
    Path inputs = Files.createDirectory(folder.resolve("表"));
    Files.copy(SampleForms.TEXT, inputs.resolve("a.txt"));
    Files.copy(SampleForms.TEXT, inputs.resolve("b.txt"));
    Files.writeString(inputs.resolve("坏.txt"), "财政项目支出绩效自评表\n项目名称\t坏表\n");
    Path workspace = folder.resolve("w");
    Review.run(new ReviewRequest(List.of(inputs), workspace, Language.ZH));

    SparkSession spark = LocalSession.open();
    Forms read = Forms.read(spark, inputs.toString());
    Dataset<Row> forms = read.dataset().persist();
    Checked checked = Rules.of().check(forms).persist();

    assertThat(lines(forms, "formId", "printedHash"))
        .isEqualTo(stored(workspace, WorkspaceTable.FORMS, "formId", "printedHash"))
        .hasSize(30);
    assertThat(lines(checked.findings(), "fingerprint", "ruleId", "subject"))
        .isEqualTo(stored(workspace, WorkspaceTable.FINDINGS, "fingerprint", "ruleId", "subject"))
        .hasSizeGreaterThan(100);
    assertThat(lines(checked.scoreAudit(), "formId", "low", "high"))
        .isEqualTo(stored(workspace, WorkspaceTable.SCORE_AUDIT, "formId", "low", "high"));
    assertThat(lines(checked.outcomes(), "formId", "fired", "passed"))
        .isEqualTo(stored(workspace, WorkspaceTable.OUTCOMES, "formId", "fired", "passed"));
    assertThat(read.quarantine().select("file").distinct().collectAsList())
        .singleElement()
        .satisfies(row -> assertThat(row.getString(0)).endsWith("坏.txt"));
    checked.unpersist();
    forms.unpersist();
  }

  @Test
  void findingsAreSaidInWords() throws Exception {
    SparkSession spark = LocalSession.open();
    Rules rules = Rules.of("shanghai");
    Dataset<Row> forms = Forms.read(spark, SampleForms.TEXT.toString()).dataset();
    Dataset<Row> worded = rules.worded(rules.check(forms).findings(), Language.ZH);
    assertThat(worded.columns()).endsWith("message");
    assertThat(worded.select("message").collectAsList())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.getString(0)).containsPattern("\\p{IsHan}"));
  }

  private static Map<String, Long> stored(Path workspace, WorkspaceTable table, String... columns)
      throws Exception {
    return Workbench.past(
        workspace, "last", (spark, opened, run) -> lines(opened.read(run, table), columns));
  }

  /** How often which line stands in some columns. */
  private static Map<String, Long> lines(Dataset<Row> rows, String... columns) {
    Map<String, Long> lines = new TreeMap<>();
    for (Row row : Rows.of(rows).collect()) {
      StringBuilder line = new StringBuilder();
      for (String column : columns) {
        line.append(row.<Object>getAs(column)).append('|');
      }
      lines.merge(line.toString(), 1L, Long::sum);
    }
    return lines;
  }
}
