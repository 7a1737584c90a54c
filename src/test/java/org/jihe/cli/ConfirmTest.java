package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person says of a reading counts everywhere, is seen everywhere, and ends with its text.
 */
class ConfirmTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROJECT = "窗口服务费";

  @TempDir private Path folder;
  private Path input;

  private Run run(String... arguments) {
    String[] place = {"--workspace", folder.resolve("workspace").toString(), "--lang", "en"};
    return Run.of(Stream.concat(Stream.of(arguments), Stream.of(place)).toArray(String[]::new));
  }

  private Run review() {
    Run run = run("review", input.toString(), "--format", "json");
    assertThat(run.code()).as(run.err()).isLessThanOrEqualTo(ExitCode.QUARANTINE);
    return run;
  }

  private Run confirm(String... arguments) {
    List<String> all = new ArrayList<>(List.of("confirm"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--by", "张三", "--reason", "与纸质件核对"));
    return run(all.toArray(String[]::new));
  }

  private JsonNode shown() throws IOException {
    Run run = run("show", PROJECT, "--format", "json");
    assertThat(run.code()).as(run.err()).isZero();
    return JSON.readTree(run.out());
  }

  @BeforeEach
  void reviewed() throws IOException {
    input = Files.copy(SampleForms.TEXT, folder.resolve("forms.txt"));
    review();
  }

  @Test
  void aCorrectionCountsAndWhatIsPrintedIsKept() throws IOException {
    JsonNode before = shown();
    String printed = before.at("/form/total/score").asText();
    Run corrected = confirm(PROJECT, "total.score", "--value", "1");
    assertThat(corrected.code()).as(corrected.err()).isZero();
    assertThat(corrected.out()).contains("Corrected", printed);

    // at once in show, with the findings that follow from it
    JsonNode after = shown();
    assertThat(after.at("/form/total/score").asText()).isEqualTo("1");
    assertThat(after.at("/form/notes/0/kind").asText()).isEqualTo("CORRECTED");
    assertThat(after.at("/form/notes/0/before").asText()).isEqualTo(printed);
    assertThat(after.get("findings")).isNotEqualTo(before.get("findings"));
    assertThat(run("show", PROJECT).out()).contains("corrected by a person", printed);

    // in the next review of the same files, in its figures and in what it publishes
    JsonNode summary = JSON.readTree(review().out());
    assertThat(summary.at("/confirmations/corrected").asLong()).isEqualTo(1);
    assertThat(summary.at("/confirmations/voided")).isEmpty();
    assertThat(shown()).isEqualTo(after);
    Path published = folder.resolve("workspace/published");
    String line =
        Files.readAllLines(published.resolve("forms.csv")).stream()
            .filter(each -> each.contains(PROJECT))
            .findFirst()
            .orElseThrow();
    assertThat(line).contains(",1,").endsWith(",project,0,1");
    assertThat(Files.readAllLines(published.resolve("forms.jsonl")))
        .filteredOn(each -> each.contains(PROJECT))
        .singleElement()
        .satisfies(
            each -> {
              JsonNode form = JSON.readTree(each);
              assertThat(form.at("/total/score").asText()).isEqualTo(printed);
              assertThat(form.at("/confirmed/0/path").asText()).isEqualTo("total.score");
              assertThat(form.at("/confirmed/0/printed").asText()).isEqualTo(printed);
              assertThat(form.at("/confirmed/0/value").asText()).isEqualTo("1");
              assertThat(form.has("notes")).isFalse();
            });
  }

  @Test
  void aConfirmationTakesBackACorrection() throws IOException {
    JsonNode before = shown();
    confirm(PROJECT, "total.score", "--value", "1");
    confirm(PROJECT, "total.score");
    JsonNode after = shown();
    assertThat(after.at("/form/total/score")).isEqualTo(before.at("/form/total/score"));
    assertThat(after.get("findings")).isEqualTo(before.get("findings"));
    assertThat(after.at("/form/notes/0/kind").asText()).isEqualTo("CONFIRMED");
    JsonNode summary = JSON.readTree(review().out());
    assertThat(summary.at("/confirmations/confirmed").asLong()).isEqualTo(1);
    assertThat(summary.at("/confirmations/corrected").asLong()).isZero();
  }

  @Test
  void anotherTextEndsItAndThatIsSaid() throws IOException {
    JsonNode before = shown();
    String agency = before.at("/form/objective/planned").asText();
    confirm(PROJECT, "total.score", "--value", "1");
    String text = Files.readString(input);
    String part = agency.isEmpty() ? PROJECT : agency.substring(0, Math.min(6, agency.length()));
    assertThat(text).contains(PROJECT);
    String changed = changedForm(text, part);
    Files.writeString(input, changed);
    JsonNode summary = JSON.readTree(review().out());
    assertThat(summary.at("/confirmations/corrected").asLong()).isZero();
    assertThat(summary.at("/confirmations/voided/0/path").asText()).isEqualTo("total.score");
    assertThat(shown().at("/form/total/score")).isEqualTo(before.at("/form/total/score"));
    Run told = run("review", input.toString());
    assertThat(told.out()).contains("count no more", "total.score", "张三");
  }

  /** Another name for the first indicator of the form. */
  private String changedForm(String text, String part) throws IOException {
    String name = shown().at("/form/indicators/0/name").asText();
    int form = text.indexOf(PROJECT);
    int at = text.indexOf(name, form);
    assertThat(at).as(part).isPositive();
    return text.substring(0, at) + "另一个" + text.substring(at);
  }

  @Test
  void aMistakeIsToldAndChangesNothing() throws IOException {
    JsonNode before = shown();
    for (String[] wrong :
        List.of(
            new String[] {"没有这个项目", "total.score"},
            new String[] {PROJECT, "total.scores"},
            new String[] {PROJECT, "indicators[99].score", "--value", "3"},
            new String[] {PROJECT, "total.score", "--value", "九十"})) {
      Run run = confirm(wrong);
      assertThat(run.code()).as(String.join(" ", wrong)).isEqualTo(ExitCode.USAGE);
      assertThat(run.err()).isNotBlank();
    }
    Run nobody = run("confirm", PROJECT, "total.score", "--by", " ", "--reason", "x");
    assertThat(nobody.code()).isEqualTo(ExitCode.USAGE);
    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void whatPlacesAFormIsNotCorrectedAndAProjectsNameIsWithItsFindings() throws IOException {
    for (String path : List.of("year", "supervisingDepartment")) {
      Run refused = confirm(PROJECT, path, "--value", "2023");
      assertThat(refused.code()).as(path).isEqualTo(ExitCode.USAGE);
      assertThat(refused.err()).contains(path, "--departments");
      Run confirmed = confirm(PROJECT, path);
      assertThat(confirmed.code()).as(confirmed.err()).isZero();
    }
    JsonNode before = shown();
    Run corrected = confirm(PROJECT, "projectName", "--value", "窗口服务采购");
    assertThat(corrected.code()).as(corrected.err()).isZero();
    review();
    Run found = run("show", "窗口服务采购", "--format", "json");
    assertThat(found.code()).as(found.err()).isZero();
    assertThat(JSON.readTree(found.out()).get("findings").findValuesAsText("fingerprint"))
        .isEqualTo(before.get("findings").findValuesAsText("fingerprint"));
    assertThat(run("review", input.toString()).code()).isLessThanOrEqualTo(ExitCode.QUARANTINE);
    assertThat(run("show", "窗口服务采购").code()).isZero();
  }
}
