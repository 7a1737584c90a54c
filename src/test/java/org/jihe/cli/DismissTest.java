package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries of the quarantine that a person has looked at, and the runs that noted it. */
class DismissTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WORDS = "张三 于 ";

  @TempDir private Path folder;
  private Path broken;
  private String inputs;
  private String workspace;

  @BeforeEach
  void reviewed() throws IOException {
    inputs = Files.createDirectories(folder.resolve("in")).toString();
    workspace = folder.resolve("workspace").toString();
    Files.writeString(folder.resolve("in/good.txt"), SampleForms.texts().get(3));
    broken = Files.writeString(folder.resolve("in/broken.xlsx"), "PK\u0003\u0004 broken");
    Files.writeString(folder.resolve("in/empty.txt"), "");
    assertThat(review().code()).isEqualTo(ExitCode.QUARANTINE);
  }

  private Run review() {
    return Run.of("review", inputs, "--workspace", workspace);
  }

  private Run dismiss(String... which) {
    String[] line = new String[which.length + 8];
    line[0] = "quarantine";
    line[1] = "dismiss";
    System.arraycopy(which, 0, line, 2, which.length);
    System.arraycopy(
        new String[] {"--reason", "不是自评表", "--by", "张三", "--workspace", workspace},
        0,
        line,
        2 + which.length,
        6);
    return Run.of(line);
  }

  private String published(String name) throws IOException {
    return Files.readString(Path.of(workspace, "published", name));
  }

  @Test
  void whatWasLookedAtWaitsNoMoreUntilItChanges() throws IOException {
    Run one = dismiss("1");
    assertThat(one.code()).as(one.err()).isZero();
    assertThat(one.out()).contains("broken.xlsx", WORDS, "不是自评表", "等待人工处理的有 1 处");
    assertThat(published("quarantine.csv")).contains(WORDS);
    assertThat(JSON.readTree(published("quarantine.json")).findValuesAsText("dismissed"))
        .anyMatch(text -> text.startsWith(WORDS));
    assertThat(Run.of("quarantine", "list", "--workspace", workspace).code())
        .isEqualTo(ExitCode.QUARANTINE);
    assertThat(dismiss("empty.txt").code()).isZero();

    Run list = Run.of("quarantine", "list", "--workspace", workspace);
    assertThat(list.code()).isZero();
    assertThat(list.out()).contains("1 ○", "2 ○", WORDS, "另有 2 处已由人处理");
    Run again = review();
    assertThat(again.code()).as(again.out()).isZero();
    assertThat(again.out()).contains("隔离 0 处", WORDS);
    assertThat(published("quarantine.csv")).contains(WORDS);

    Files.writeString(broken, "PK\u0003\u0004 broken in another way");
    Run changed = review();
    assertThat(changed.code()).isEqualTo(ExitCode.QUARANTINE);
    assertThat(changed.out()).contains("隔离 1 处");
    JsonNode entries =
        JSON.readTree(
            Run.of("quarantine", "list", "--workspace", workspace, "--format", "json").out());
    assertThat(entries.get(0).get("dismissed").isNull()).isTrue();
    assertThat(entries.get(1).at("/dismissed/by").asText()).isEqualTo("张三");
    JsonNode runs =
        JSON.readTree(Run.of("runs", "--workspace", workspace, "--format", "json").out());
    assertThat(runs.findValuesAsText("job"))
        .containsExactly("review", "quarantine dismiss", "quarantine dismiss", "review", "review");
    assertThat(runs.get(0).at("/counts/quarantined").asInt()).isEqualTo(2);
    assertThat(runs.get(3).at("/counts/quarantined").asInt()).isZero();
    assertThat(runs.get(4).at("/counts/forms").asInt()).isEqualTo(1);
    Run text = Run.of("runs", "--workspace", workspace);
    assertThat(text.out().lines()).hasSizeGreaterThan(5);
    assertThat(text.out()).contains("review", "表格 1", "隔离 2");
  }

  @Test
  void whatIsNotThereCannotBeDismissed() {
    Run none = dismiss("3");
    assertThat(none.code()).isEqualTo(ExitCode.FAILED);
    assertThat(none.err()).contains("没有 3", "quarantine list");
    assertThat(dismiss("other.txt").code()).isEqualTo(ExitCode.FAILED);
    Run nobody = Run.of("quarantine", "dismiss", "1", "--reason", "x", "--workspace", workspace);
    assertThat(nobody.code()).isEqualTo(ExitCode.USAGE);
    Run blank =
        Run.of(
            "quarantine", "dismiss", "1", "--reason", "x", "--by", " ", "--workspace", workspace);
    assertThat(blank.code()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.of("runs", "--workspace", workspace).out()).doesNotContain("dismiss");
  }
}
