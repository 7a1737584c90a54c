package org.jihe.cli.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jihe.cli.Run;
import org.jihe.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCommandTest {

  private static final String YUNNAN = "datasets/templates/yunnan-project/yunnan-project-2.txt";

  @TempDir private Path folder;

  private Path own;

  @BeforeEach
  void ownTemplate() throws IOException {
    own = Files.createDirectories(folder.resolve("own"));
    String sample = Files.readString(Path.of("src/main/resources/templates/national-project.json"));
    Files.writeString(
        own.resolve("fengcheng.json"),
        sample
            .replace("national-project", "fengcheng")
            .replace("\"项目名称\"", "\"任务名称\"")
            .replace("\"实际完成值\"", "\"落实结果\""));
  }

  @Test
  void tellsHowAFormIsRecognised() {
    Run run = Run.of("template", "try", YUNNAN);
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("格式 text UTF-8", "表样：yunnan-project", "targetSign ← 指标性质  13:4")
        .contains("shanghai-project", "佐证材料：发放花名册  14:11", "猜测 0 处");
  }

  @Test
  void aFileThatIsNotThere() {
    Run run = Run.of("template", "try", "none.txt", "--lang", "en");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("none.txt");
  }

  @Test
  void textWithoutAForm() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "会议纪要\n一、到会人员\n");
    Run run = Run.of("template", "try", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.QUARANTINE);
    assertThat(run.out()).contains("没有找到自评表");
  }

  @Test
  void listsTheTemplatesWithThoseThatAreAdded() {
    Run run = Run.of("template", "list", "--templates", own.toString());
    assertThat(run.out().lines().map(line -> line.split(" ", 2)[0]))
        .containsExactly(
            "shanghai-project",
            "national-project",
            "yunnan-project",
            "sichuan-project",
            "funding-reason",
            "fengcheng",
            "unknown");
  }

  @Test
  void aTemplateOfTheUsersOwnIsRecognised() throws IOException {
    String form =
        Files.readString(Path.of("datasets/templates/national-project/national-project-1.txt"))
            .replace("项目名称", "任务名称")
            .replace("实际完成值", "落实结果");
    Path file = Files.writeString(folder.resolve("form.txt"), form);
    Run with =
        Run.of(
            "transcribe",
            file.toString(),
            "--out",
            folder.resolve("out").toString(),
            "--templates",
            own.toString());
    assertThat(with.code()).isEqualTo(ExitCode.DONE);
    String transcript = Files.readString(folder.resolve("out").resolve(with.out().strip()));
    assertThat(transcript)
        .contains("\"template\" : \"fengcheng\"", "\"projectName\" : \"城区老旧排水管网改造工程\"")
        .contains("\"actual\" : \"11.6公里\"");
  }

  @Test
  void theDeclarationsOfTheProgramAreInOrder() {
    Run run = Run.of("template", "lint");
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("问题 0 处", "6");
  }

  @Test
  void mistakesAreNamedWithFileAndPlace() throws IOException {
    Path good = own.resolve("fengcheng.json");
    String json = Files.readString(good);
    Files.writeString(good, json.replace("\"totals\"", "\"total\""));
    Files.writeString(own.resolve("b.json"), "{\"id\": ");
    Run run = Run.of("template", "lint", own.toString(), "--lang", "en");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out())
        .contains("fengcheng.json total: unknown key")
        .contains("fengcheng.json totals: needs at least one label")
        .contains("b.json:1: no proper JSON");
    Run review =
        Run.of("transcribe", YUNNAN, "--out", folder.toString(), "--templates", own.toString());
    assertThat(review.code()).isEqualTo(ExitCode.FAILED);
    assertThat(review.err()).contains("fengcheng.json total", "jihe template lint");
  }

  @Test
  void aNameThatIsTaken() throws IOException {
    Path file = own.resolve("fengcheng.json");
    Files.writeString(file, Files.readString(file).replace("fengcheng", "unknown"));
    assertThat(Run.of("template", "lint", own.toString()).out()).contains("id: 已有名为 unknown 的表样");
  }
}
