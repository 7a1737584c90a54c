package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A form comes back corrected: what became of its findings is said first, and nothing else twice.
 */
class CorrectedFormTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private Run run(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 4);
    all[arguments.length] = "--workspace";
    all[arguments.length + 1] = folder.resolve("workspace").toString();
    all[arguments.length + 2] = "--lang";
    all[arguments.length + 3] = "zh";
    return Run.of(all);
  }

  private JsonNode review(Path input) throws IOException {
    Run run = run("review", input.toString(), "--format", "json");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return JSON.readTree(run.out());
  }

  private Path corrected(String name, String score) throws IOException {
    ObjectNode form = SampleForms.transcripts().get(10);
    for (JsonNode indicator : form.get("indicators")) {
      ((ObjectNode) indicator).put("actual", "100%");
    }
    ((ObjectNode) form.get("total")).put("score", score);
    return Files.writeString(folder.resolve(name), JSON.writeValueAsString(form));
  }

  @Test
  void whatWasResolvedAndWhatIsNewStandsFirst() throws IOException {
    String first = review(SampleForms.TEXT).get("runId").asText();
    Path file = corrected("停车费-修改.json", "60");
    JsonNode second = review(file);
    JsonNode change = second.at("/followup/corrected/0");
    assertThat(change.get("project").asText()).isEqualTo("停车费");
    assertThat(change.get("resolved")).isNotEmpty();
    assertThat(change.at("/after/score").asText()).isEqualTo("60");
    assertThat(second.at("/followup/corrected")).hasSize(1);

    Run diff = run("diff", first, second.get("runId").asText(), "--format", "json");
    JsonNode department = JSON.readTree(diff.out()).at("/departments/0");
    assertThat(department.get("resolved").asInt()).isGreaterThan(0);
    assertThat(department.at("/before/forms").asInt()).isEqualTo(30);
    assertThat(department.at("/after/forms").asInt()).isEqualTo(30);
    long standing = department.get("remaining").asLong() + department.get("resolved").asLong();
    assertThat(standing)
        .isEqualTo(
            department.at("/before/errors").asLong()
                + department.at("/before/doubts").asLong()
                + department.at("/before/notes").asLong());
    Run text = run("diff", first, "last");
    assertThat(text.out()).contains("停车费  已解决", "✓ 已解决");

    // the whole department is not printed again
    Run again = run("review", corrected("停车费-第二次修改.json", "61").toString());
    assertThat(again.out()).startsWith("修改后重新报送的自评表 1 份\n").contains("总分 60 → 61");
    assertThat(again.out()).doesNotContain("得分核算：");
  }

  @Test
  void versionsThatCannotBeToldApartAreNamedWithTheirFiles() throws IOException {
    Path both = Files.createDirectory(folder.resolve("both"));
    Files.move(corrected("a.json", "60"), both.resolve("甲.json"));
    Files.move(corrected("b.json", "61"), both.resolve("乙.json"));
    Run run = run("review", both.toString());
    assertThat(run.out()).contains("分不清先后的版本：", "甲.json", "乙.json", "请只留下应当采用的一份");
  }
}
