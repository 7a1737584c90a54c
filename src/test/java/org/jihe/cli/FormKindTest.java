package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;
import org.jihe.form.FormKind;
import org.jihe.form.SelfEvaluation;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms of another kind are read, kept and told, and are in no figure of projects. */
class FormKindTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = "部门整体支出";

  @TempDir private Path folder;

  private Run run(String... arguments) {
    String[] place = {"--workspace", folder.resolve("workspace").toString()};
    return Run.of(Stream.concat(Stream.of(arguments), Stream.of(place)).toArray(String[]::new));
  }

  private Path templates() throws IOException {
    Path own = Files.createDirectories(folder.resolve("templates"));
    String sample = Files.readString(Path.of("src/main/resources/templates/shanghai-project.json"));
    Files.writeString(
        own.resolve("overall.json"),
        sample
            .replace("shanghai-project", "overall")
            .replace("财政项目支出绩效自评表", "部门整体支出绩效自评表")
            .replace("\"项目名称\"", "\"部门名称\"")
            .replace("\"torn\": true", "\"formKind\": \"departmentOverall\""));
    return own;
  }

  /** The sample's forms, and one of them once more as a form of another kind. */
  private Path inputs() throws IOException {
    Path inputs = Files.createDirectories(folder.resolve("inputs"));
    Files.write(inputs.resolve("forms.txt"), SampleForms.bytes());
    String form = SampleForms.texts().get(0);
    String name = SampleForms.transcripts().get(0).get("projectName").asText();
    assertThat(form).contains("财政项目支出绩效自评表", "项目名称", name);
    Files.writeString(
        inputs.resolve("overall.txt"),
        form.replace("财政项目支出绩效自评表", "部门整体支出绩效自评表").replace("项目名称", "部门名称").replace(name, NAME));
    return inputs;
  }

  private JsonNode review(Path... inputs) throws IOException {
    Stream<String> arguments = Stream.of("review", "--templates", templates().toString());
    Stream<String> rest = Stream.of("--format", "json");
    Run run =
        run(
            Stream.of(arguments, Stream.of(inputs).map(Path::toString), rest)
                .flatMap(part -> part)
                .toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return JSON.readTree(run.out());
  }

  @Test
  void theFiguresOfProjectsAreThoseOfProjectsAlone() throws IOException {
    Path inputs = inputs();
    JsonNode alone = review(inputs.resolve("forms.txt"));
    JsonNode both = review(inputs);
    assertThat(alone.get("otherKinds")).isEmpty();
    assertThat(both.at("/otherKinds/departmentOverall").asLong()).isEqualTo(1);
    assertThat(both.at("/accounting/formsAccepted").asLong()).isEqualTo(31);
    assertThat(both.get("departments")).isEqualTo(alone.get("departments"));
    assertThat(both.get("audit")).isEqualTo(alone.get("audit"));
    assertThat(both.at("/accounting/findings").asLong())
        .isGreaterThan(alone.at("/accounting/findings").asLong());
    Map<String, Long> before = notApplicable(alone);
    Map<String, Long> after = notApplicable(both);
    for (String ofProjects :
        List.of("CostIndicatorMissing", "FundingPartsDiffer", "CategoryMissing")) {
      assertThat(after.get(ofProjects)).as(ofProjects).isEqualTo(before.get(ofProjects) + 1);
    }
    for (String ofAll : List.of("ScoreSumMismatch", "PlannedObjectiveMissing", "OverExecution")) {
      assertThat(after.get(ofAll)).as(ofAll).isEqualTo(before.get(ofAll));
    }
    assertThat(before.get("OverallDutyMissing")).isEqualTo(30);
    assertThat(after.get("OverallDutyMissing")).isEqualTo(30);
    assertThat(run("review", "--templates", templates().toString(), inputs.toString()).out())
        .contains("其他类型的自评表：部门整体支出");

    Path published = folder.resolve("workspace/published");
    assertThat(Files.readAllLines(published.resolve("forms.csv")))
        .filteredOn(line -> line.contains(NAME))
        .singleElement()
        .asString()
        .endsWith(",departmentOverall,0,0");
    JsonNode shown = JSON.readTree(run("show", NAME, "--format", "json").out()).get("form");
    assertThat(shown.get("formKind").asText()).isEqualTo("departmentOverall");
    SelfEvaluation again = Transcripts.fromJson("again.json", shown);
    assertThat(again.kind()).isEqualTo(FormKind.DEPARTMENT_OVERALL);
  }

  private static Map<String, Long> notApplicable(JsonNode summary) {
    Map<String, Long> counts = new TreeMap<>();
    summary
        .get("rules")
        .forEach(
            rule -> counts.put(rule.get("ruleId").asText(), rule.get("notApplicable").asLong()));
    return counts;
  }

  @Test
  void aRuleThatNamesTheKindSeesIt() throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules/local")).getParent();
    Files.writeString(
        rules.resolve("local/OverallOnly.drl"),
        """
        package jihe.local

        import org.jihe.rule.fact.FormFact

        rule OverallOnly
          @severity( NOTE )
          @scope( form )
          @basis( local )
          @requires( "" )
          @since( "0.2" )
          @formKinds( "departmentOverall, transferPayment" )
        when
          $form : FormFact()
        then
          $form.report(drools, "projectName");
        end
        """);
    Files.writeString(
        rules.resolve("local/messages_zh.properties"),
        "OverallOnly=部门整体\nOverallOnly.title=部门整体\n");
    Files.writeString(
        rules.resolve("local/messages_en.properties"),
        "OverallOnly=overall\nOverallOnly.title=overall\n");
    Files.writeString(rules.resolve("local/OverallOnly.md"), "# 部门整体\n\n找出部门整体支出自评表。\n");
    Run run =
        run(
            "review",
            inputs().toString(),
            "--templates",
            templates().toString(),
            "--rules",
            rules.toString(),
            "--format",
            "json");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    JsonNode summary = JSON.readTree(run.out());
    for (JsonNode rule : summary.get("rules")) {
      if (rule.get("ruleId").asText().equals("OverallOnly")) {
        assertThat(rule.get("fired").asLong()).isEqualTo(1);
        assertThat(rule.get("notApplicable").asLong()).isEqualTo(30);
        return;
      }
    }
    assertThat(summary.get("rules").toString()).contains("OverallOnly");
  }

  @Test
  void aKindThatThereIsNotIsToldWithItsPlace() throws IOException {
    Path own = templates();
    Path file = own.resolve("overall.json");
    Files.writeString(file, Files.readString(file).replace("departmentOverall", "overall"));
    Run run = Run.of("template", "lint", own.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out() + run.err()).contains("formKind", "overall", "departmentOverall");
  }
}
