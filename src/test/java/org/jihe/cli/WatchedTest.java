package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs hear that watch commands, and what the doctor says of a workspace. */
class WatchedTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private static JsonNode lastLine(Run run) throws IOException {
    List<String> lines = run.err().lines().toList();
    return JSON.readTree(lines.get(lines.size() - 1));
  }

  @Test
  void aReviewTellsItsCountsAndDurations() throws IOException {
    String workspace = folder.resolve("w").toString();
    Path metrics = folder.resolve("jihe.prom");
    Run run =
        Run.of(
            "review",
            SampleForms.TEXT.toString(),
            "--workspace",
            workspace,
            "--log",
            "json",
            "--metrics",
            metrics.toString());
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode line = lastLine(run);
    assertThat(line.get("command").asText()).isEqualTo("review");
    assertThat(line.get("exit").asInt()).isZero();
    assertThat(line.get("run").asText()).isNotEmpty();
    assertThat(line.at("/counts/forms").asInt()).isEqualTo(30);
    assertThat(line.at("/counts/findings").asInt()).isPositive();
    assertThat(line.get("seconds").asDouble()).isPositive();
    assertThat(line.get("steps").fieldNames())
        .toIterable()
        .containsExactly("read", "check", "aggregate", "publish");
    assertThat(Files.readAllLines(metrics))
        .contains(
            "# TYPE jihe_last_run_exit_code gauge",
            "jihe_last_run_exit_code{command=\"review\"} 0",
            "jihe_last_run_count{command=\"review\",what=\"forms\"} 30")
        .allMatch(each -> each.matches("# (HELP|TYPE) jihe_\\w+ .+|jihe_\\w+\\{[^{}]+} [0-9.E]+"));
    String success =
        Files.readAllLines(metrics).stream()
            .filter(each -> each.startsWith("jihe_last_success"))
            .findFirst()
            .orElseThrow();

    // One that fails says so, and when the last one went well is not forgotten.
    Run wrong =
        Run.of(
            "review",
            folder.resolve("none").toString(),
            "--workspace",
            workspace,
            "--log",
            "json",
            "--metrics",
            metrics.toString());
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(lastLine(wrong).get("exit").asInt()).isEqualTo(ExitCode.USAGE);
    assertThat(lastLine(wrong).get("counts")).isEmpty();
    assertThat(Files.readAllLines(metrics))
        .contains("jihe_last_run_exit_code{command=\"review\"} 2", success)
        .noneMatch(each -> each.contains("what="));

    Run doctor = Run.of("doctor", "--workspace", workspace, "--format", "json");
    assertThat(doctor.code()).isIn(ExitCode.DONE, ExitCode.QUARANTINE);
    assertThat(JSON.readTree(doctor.out()).findValuesAsText("name"))
        .containsExactly(
            "java",
            "memory",
            "fonts",
            "chromium",
            "tesseract",
            "disk",
            "temporary",
            "catalog",
            "workspace");
    Files.delete(folder.resolve("w/catalog.db"));
    Files.writeString(folder.resolve("w/catalog.db"), "no catalog");
    Run damaged = Run.of("doctor", "--workspace", workspace);
    assertThat(damaged.code()).as(damaged.out()).isEqualTo(ExitCode.FAILED);
    assertThat(damaged.out()).contains("不行").doesNotContain("\tat ");
  }

  @Test
  void withoutAWishNothingIsSaid() {
    assertThat(Run.of("rules", "list").err()).doesNotContain("{\"program\"");
    Run nowhere = Run.of("rules", "list", "--metrics", folder.resolve("none/x").toString());
    assertThat(nowhere.code()).isEqualTo(ExitCode.FAILED);
    assertThat(nowhere.err()).contains("指标文件").doesNotContain("\tat ");
  }

  @Test
  void theDoctorTellsOfADatabaseThatIsNotThere() {
    Run run =
        Run.of(
            "doctor",
            "--workspace",
            folder.resolve("none").toString(),
            "--to",
            "jdbc:postgresql://localhost:1/x?user=nobody");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).contains("jdbc:postgresql://localhost:1/x", "还没有工作区");
  }
}
