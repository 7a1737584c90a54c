package org.jihe.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jihe.SampleForms;
import org.jihe.form.FormDiff;
import org.jihe.inquiry.Difference;
import org.jihe.inquiry.Difference.Kind;
import org.jihe.inquiry.Differences;
import org.jihe.inquiry.Differences.Span;
import org.jihe.inquiry.QuarantineList;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.review.ReviewRequest;
import org.jihe.review.Stages;
import org.jihe.review.Workbench;
import org.jihe.table.Rows;
import org.jihe.workspace.WorkspaceTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a department sends a second time: on the tables of one workspace, run after run. */
class ResubmissionTest {

  private static final String SCORE = "9,000\t10\t100.00%";
  private static final String CORRECTED = "8,000\t10\t88.89%";

  @TempDir private Path folder;

  private Path workspace;

  @BeforeEach
  void workspace() {
    workspace = folder.resolve("workspace");
  }

  private Map<String, Long> ingest(Path... inputs) throws JobException {
    return Stages.ingest(request(inputs)).counts();
  }

  private ReviewRequest request(Path... inputs) {
    return new ReviewRequest(List.of(inputs), workspace, Language.ZH);
  }

  private Path file(String name, int... forms) throws IOException {
    return write(
        name,
        Arrays.stream(forms)
            .mapToObj(form -> SampleForms.texts().get(form - 1))
            .collect(Collectors.joining("\n")));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Path corrected(Path file) throws IOException {
    String before = Files.readString(file);
    assertThat(before).contains(SCORE);
    return Files.writeString(file, before.replace(SCORE, CORRECTED));
  }

  private List<String> rows(WorkspaceTable table, String... columns) throws JobException {
    return Workbench.past(
        workspace,
        "last",
        (spark, tables, run) ->
            Rows.of(tables.read(run, table).selectExpr(columns)).collect().stream()
                .map(ResubmissionTest::text)
                .sorted()
                .toList());
  }

  private static String text(Row row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      text.append(i == 0 ? "" : " ").append(row.get(i));
    }
    return text.toString();
  }

  private int forms() throws JobException {
    return rows(WorkspaceTable.FORMS, "formId").size();
  }

  @Test
  void oneFormIsCorrectedAndTheOthersStay() throws Exception {
    Path first = file("january/all.txt", 1, 2, 3);
    ingest(folder.resolve("january"));
    String firstRun = rows(WorkspaceTable.FORMS, "formId").toString();
    Path second = corrected(file("march/one.txt", 1));

    Map<String, Long> counts = ingest(folder.resolve("march"));
    assertThat(counts)
        .containsEntry("forms", 1L)
        .containsEntry("formsReplaced", 1L)
        .containsEntry("formsKept", 2L)
        .containsEntry("formsWithdrawn", 0L);
    assertThat(rows(WorkspaceTable.FORMS, "formId")).hasToString(firstRun);
    assertThat(rows(WorkspaceTable.FORM_VERSIONS, "version", "why", "place.file", "successor.file"))
        .containsExactly("1 LATER_RUN " + first + " " + second);
    assertThat(rows(WorkspaceTable.FORM_VERSIONS, "transcript").get(0)).contains("9,000");

    // The first folder once more, as it was: what it says is known to be superseded.
    counts = ingest(folder.resolve("january"));
    assertThat(counts).containsEntry("forms", 2L).containsEntry("formsSuperseded", 1L);
    assertThat(forms()).isEqualTo(3);
    assertThat(rows(WorkspaceTable.FORM_VERSIONS, "version")).hasSize(1);

    Difference difference = Differences.ofProject(workspace, "法律顾问", Span.LAST).forms().get(0);
    assertThat(difference.kind()).isEqualTo(Kind.CHANGED);
    assertThat(difference.changes())
        .extracting(FormDiff.Change::before, FormDiff.Change::after)
        .contains(
            org.assertj.core.groups.Tuple.tuple("9,000", "8,000"),
            org.assertj.core.groups.Tuple.tuple("100.00%", "88.89%"));
    assertThat(difference.changes())
        .allSatisfy(
            change -> {
              assertThat(change.placeAfter()).isNotNull();
              assertThat(change.placeAfter().file()).isEqualTo(second.toString());
            });

    // A form that the corrected file no longer holds is withdrawn, and so tells the comparison.
    List<String> runs = rows(WorkspaceTable.FORM_VERSIONS, "supersededIn");
    file("january/all.txt", 2);
    assertThat(ingest(folder.resolve("january"))).containsEntry("formsWithdrawn", 1L);
    assertThat(Differences.ofRuns(workspace, runs.get(0), "last").forms())
        .extracting(Difference::kind)
        .containsExactly(Kind.REMOVED);
  }

  @Test
  void aFolderThatHoldsBothVersionsIsReadTheSameEveryTime() throws Exception {
    file("in/a.txt", 1, 2);
    Path later = corrected(file("in/a（更正）.txt", 1));
    // The same form once more, typed with other spaces, and the same file under another name.
    write("in/b.txt", SampleForms.texts().get(1).replace("（", " ( ").replace("%", "％"));
    file("in/c.txt", 1, 2);
    for (int run = 0; run < 2; run++) {
      assertThat(ingest(folder.resolve("in")))
          .containsEntry("sources", 4L)
          .containsEntry("sourcesDuplicate", 1L)
          .containsEntry("forms", 2L)
          .containsEntry("formsDuplicate", 1L)
          .containsEntry("formsSuperseded", 1L)
          .containsEntry("formsReplaced", 0L);
      assertThat(rows(WorkspaceTable.FORM_VERSIONS, "why", "successor.file"))
          .containsExactly("LATER_BY_NAME " + later);
      assertThat(rows(WorkspaceTable.FORM_COPIES, "place.file", "twin.file"))
          .containsExactly(folder.resolve("in/b.txt") + " " + folder.resolve("in/a.txt"));
    }
  }

  @Test
  void aMendedFileLeavesQuarantineHoweverItIsNamed() throws Exception {
    file("in/good.txt", 1);
    Path bad = write("in/bad.txt", "");
    write("in/notes.cfg", "Nothing of a form");
    write("in/photo.mp4", "x");
    assertThat(ingest(folder.resolve("in")))
        .containsEntry("sources", 2L)
        .containsEntry("quarantined", 1L)
        .containsEntry("passedOver", 2L);
    assertThat(QuarantineList.of(workspace, null))
        .extracting(each -> each.entry().reason())
        .containsExactly(Reason.EMPTY);
    assertThat(QuarantineList.of(workspace, Reason.DAMAGED)).isEmpty();
    file("in/bad.txt", 2);
    assertThat(ingest(bad)).containsEntry("forms", 1L).containsEntry("formsKept", 1L);
    assertThat(QuarantineList.of(workspace, null)).isEmpty();
    assertThat(rows(WorkspaceTable.SOURCES, "outcome")).containsExactly("READ", "READ");
  }
}
