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

/** What a person accepts by a command is counted apart, and nothing else is. */
class WaiveTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROJECT = "窗口服务费";
  private static final String RULE = "ScoredWithoutActual";

  @TempDir private Path folder;
  private Path input;

  private Run run(String... arguments) {
    String[] place = {"--workspace", folder.resolve("w").toString(), "--lang", "en"};
    return Run.of(Stream.concat(Stream.of(arguments), Stream.of(place)).toArray(String[]::new));
  }

  private Run waive(String... arguments) {
    List<String> all = new ArrayList<>(List.of("waive"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--approver", "张三", "--reason", "按“物价”部门标准: 收费", "--until", "2099-06-30"));
    return run(all.toArray(String[]::new));
  }

  private List<JsonNode> found() throws IOException {
    Run review = run("review", input.toString());
    assertThat(review.code()).as(review.err()).isZero();
    Run shown = run("show", PROJECT, "--format", "json");
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode finding : JSON.readTree(shown.out()).get("findings")) {
      if (finding.at("/ruleId").asText(finding.at("/rule/id").asText()).equals(RULE)) {
        found.add(finding);
      }
    }
    return found;
  }

  private static long waived(List<JsonNode> findings) {
    return findings.stream().filter(each -> each.hasNonNull("waived")).count();
  }

  @BeforeEach
  void reviewed() throws IOException {
    input = Files.copy(SampleForms.TEXT, folder.resolve("forms.txt"));
    assertThat(run("review", input.toString()).code()).isZero();
  }

  @Test
  void oneFindingIsAcceptedAndItsNeighboursStand() throws IOException {
    List<JsonNode> before = found();
    assertThat(before).hasSizeGreaterThan(2);
    String fingerprint = before.get(1).get("fingerprint").asText();
    Run waive = waive(fingerprint.substring(0, 10));
    assertThat(waive.code()).as(waive.err()).isZero();
    List<JsonNode> after = found();
    assertThat(waived(after)).isEqualTo(1);
    assertThat(after).hasSameSizeAs(before);
    assertThat(after.get(1).get("waived").asText()).contains("按“物价”部门标准: 收费", "张三", "2099-06-30");
    assertThat(waive(fingerprint).err()).contains("has this waiver already");
  }

  @Test
  void aRuleIsAcceptedOnAProjectByItsChineseTitle() throws IOException {
    Run named = waive(PROJECT, "没有这样的规则");
    assertThat(named.code()).isEqualTo(ExitCode.USAGE);
    assertThat(named.err()).contains("There is no rule");
    Run list = Run.of("rules", "list", "--format", "json");
    String title = "";
    for (JsonNode entry : JSON.readTree(list.out())) {
      if (entry.at("/info/id").asText().equals(RULE)) {
        title = entry.get("title").asText();
      }
    }
    assertThat(title).isNotEmpty();
    Run waive = waive(PROJECT, title);
    assertThat(waive.code()).as(waive.err()).isZero();
    List<JsonNode> after = found();
    assertThat(waived(after)).isEqualTo(after.size()).isPositive();
  }

  @Test
  void aRuleIsAcceptedForAnAgency() throws IOException {
    assertThat(waive(RULE, "--agency", "上海市闵行区行政服务中心").code()).isZero();
    assertThat(waived(found())).isPositive();
  }

  @Test
  void whatPeopleWroteInTheFileStays() throws IOException {
    Path file = folder.resolve("w/waivers.yaml");
    String own =
        "# 我们的豁免\nwaivers:\n  - rule: FuzzyTarget\n    project: 停车费\n    year: 2022\n"
            + "    reason: 甲\n    approver: 乙\n    expires: 2099-01-01";
    Files.writeString(file, own);
    assertThat(waive(PROJECT, RULE).code()).isZero();
    assertThat(Files.readString(file)).startsWith(own + "\n  - {rule: " + RULE);

    Files.writeString(file, "waivers: []\n");
    Run byHand = waive(PROJECT, RULE);
    assertThat(byHand.code()).isEqualTo(ExitCode.FAILED);
    assertThat(byHand.out()).contains("{rule: " + RULE);
    assertThat(Files.readString(file)).isEqualTo("waivers: []\n");
  }

  @Test
  void whatCannotBeMeantIsSaid() {
    assertThat(waive("abcdef012345").err()).contains("stands for 0 findings");
    assertThat(waive("没有这个项目", RULE).code()).isEqualTo(ExitCode.USAGE);
    assertThat(
            run("waive", PROJECT, RULE, "--approver", "a", "--reason", "b", "--until", "明年").err())
        .contains("must be a date");
    assertThat(
            run("waive", PROJECT, RULE, "--approver", " ", "--reason", "b", "--until", "2099-01-01")
                .code())
        .isEqualTo(ExitCode.USAGE);
  }
}
