package org.jihe.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jihe.SampleForms;
import org.jihe.inquiry.Differences;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.publish.Manifest;
import org.jihe.view.ReviewSummary;
import org.jihe.workspace.RunRecord;
import org.jihe.workspace.TableSnapshots;
import org.jihe.workspace.Tables;
import org.jihe.workspace.WorkspaceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace does not grow with every review. */
class TidyTest {

  /** {@code .ci/tidy} does more. */
  private static final int ROUNDS =
      Integer.parseInt(System.getenv().getOrDefault("JIHE_TEST_ROUNDS", "12"));

  @TempDir private Path folder;

  private ReviewRequest request() throws IOException {
    Path inputs = Files.createDirectories(folder.resolve("in"));
    return new ReviewRequest(List.of(inputs), folder.resolve("workspace"), Language.ZH);
  }

  private void change(int time) throws IOException {
    String text = SampleForms.texts().get(1).replaceFirst("\\d+\\.00", (1000 + time) + ".00");
    Files.writeString(folder.resolve("in/changing.txt"), text);
  }

  private Map<String, Long> files() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    Path workspace = folder.resolve("workspace");
    try (Stream<Path> all = Files.walk(workspace)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(workspace.relativize(file).toString(), Files.size(file));
      }
    }
    return files;
  }

  private long size() throws IOException {
    return files().values().stream().mapToLong(Long::longValue).sum();
  }

  private List<RunRecord> runs() throws IOException {
    return Tables.open(folder.resolve("workspace")).history();
  }

  @Test
  void reviewsOfOneChangedFormStayUnderThreeTimesOne() throws Exception {
    ReviewRequest request = request();
    for (int i = 0; i < 8; i++) {
      Files.writeString(folder.resolve("in/form" + i + ".txt"), SampleForms.texts().get(2 + i));
    }
    change(0);
    Review.run(request);
    long one = size();
    for (int time = 1; time < ROUNDS; time++) {
      change(time);
      ReviewSummary summary = Review.run(request);
      assertThat(summary.accounting().formsAccepted()).isEqualTo(9);
      assertThat(size())
          .as("after %d reviews, of one %d: %s", time + 1, one, files())
          .isLessThan(3 * one);
    }
    List<RunRecord> runs = runs();
    assertThat(runs).hasSize(ROUNDS);
    assertThat(runs).isSortedAccordingTo(java.util.Comparator.comparing(RunRecord::id));
    assertThat(runs.get(0).kept()).isFalse();
    assertThat(runs.get(ROUNDS - 1).kept()).isTrue();
    assertThat(runs.get(ROUNDS - 2).kept()).isTrue();
    assertThatThrownBy(
            () ->
                Workbench.past(request.workspace(), runs.get(0).id(), (spark, workspace, run) -> 1))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("workspace.runDropped");
    for (List<String> pair :
        List.of(List.of(runs.get(0).id(), "last"), List.of("last", runs.get(0).id()))) {
      assertThatThrownBy(
              () -> Differences.ofRuns(request.workspace(), pair.get(0), pair.get(1), Map.of()))
          .isInstanceOf(JobException.class)
          .hasMessageContaining("workspace.runDropped");
    }
    Tidy.Result all = Tidy.of(request, 1);
    assertThat(all.dropped()).contains(runs.get(ROUNDS - 2).id());
    assertThat(runs()).filteredOn(RunRecord::kept).hasSize(1);
    assertThat(Review.run(request).accounting().formsAccepted()).isEqualTo(9);
  }

  @Test
  void aRerunThatChangesNothingAddsNothingButItsRecord() throws Exception {
    ReviewRequest request = request();
    change(0);
    Files.writeString(folder.resolve("in/empty.txt"), "");
    Review.run(request);
    Map<String, Long> before = files();
    Map<String, Long> snapshots = TableSnapshots.of(request.workspace());
    Review.run(request);
    Map<String, Long> after = files();
    assertThat(TableSnapshots.of(request.workspace())).isEqualTo(snapshots);
    after.keySet().removeAll(before.keySet());
    assertThat(after.keySet()).allMatch(name -> name.startsWith("tables/runs/"));
    Path published = request.workspace().resolve("published");
    assertThat(Manifest.read(published).run()).isEqualTo(runs().get(1).id());
    assertThat(Manifest.read(published).describes(published)).isTrue();
  }

  /** What a run wrote that was killed before any table named it. */
  private Path left(String name, Duration ago) throws IOException {
    Path file = folder.resolve("workspace/tables/forms/data").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "left");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    return file;
  }

  @Test
  void whatKilledRunsLeftGoesAndNothingElse() throws Exception {
    ReviewRequest request = request();
    change(0);
    Review.run(request);
    change(1);
    Review.run(request);
    Tidy.of(request, 2);
    Map<String, Long> before = files();
    Path old = left("00000-0-killed.parquet", Duration.ofDays(30));
    // Somebody may be just about to read it, or a clock may be wrong.
    Path young = left("00000-0-fresh.parquet", Duration.ZERO);
    Path future = left("00000-0-clock.parquet", Duration.ofDays(-30));
    Tidy.Result tidied = Tidy.of(request, 2);
    assertThat(tidied.orphans()).isEqualTo(1);
    assertThat(tidied.orphanBytes()).isEqualTo(4);
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(future).exists();
    assertThat(files()).containsAllEntriesOf(before);
    assertThat(Review.run(request).accounting().formsAccepted()).isEqualTo(1);
  }

  @Test
  void readersFindAllFormsWhileOthersReviewAndTidy() throws Exception {
    ReviewRequest request = request();
    for (int i = 0; i < 4; i++) {
      Files.writeString(folder.resolve("in/form" + i + ".txt"), SampleForms.texts().get(2 + i));
    }
    change(0);
    Review.run(request);
    AtomicBoolean ended = new AtomicBoolean();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    AtomicLong looks = new AtomicLong();
    Thread reader =
        new Thread(
            () -> {
              try {
                while (!ended.get()) {
                  int forms =
                      Workbench.inForce(
                          request.workspace(),
                          (tables, run) ->
                              tables.rows(run, WorkspaceTable.FORMS, List.of("formId")).size());
                  assertThat(forms).isEqualTo(5);
                  looks.incrementAndGet();
                }
              } catch (Exception | AssertionError e) {
                failure.set(e);
              }
            },
            "reader");
    reader.start();
    for (int time = 1; time <= 4; time++) {
      change(time);
      Review.run(request);
      Tidy.of(request, 1);
    }
    ended.set(true);
    reader.join();
    assertThat(failure.get()).isNull();
    assertThat(looks.get()).isGreaterThan(1);
  }
}
