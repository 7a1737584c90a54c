package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jihe.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowTest {

  private static final String SAMPLE = "datasets/minhang-2022";

  @TempDir private Path workspace;

  @Test
  void showsTheFormWithItsCells() {
    Run run = Run.of("show", "停车费", SAMPLE);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("停车费", "上海市闵行区行政服务中心", "forms.txt:288:1")
        .containsPattern("年度资金总额 +1000000.00 +360000.00 +306,576 +10 +85.16% +8.52")
        .contains("绩效指标（9 个）", "约20万车次", "总分  分值 100，得分 98.52");
  }

  @Test
  void theExactNameGoesBeforeLongerOnes() {
    Run run = Run.of("show", "政府投资计划", SAMPLE);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("第 18 份");
  }

  @Test
  void findsByAPartWithoutItsPunctuation() {
    assertThat(Run.of("show", "一网通办配套系统2022", SAMPLE).out()).contains("第 22 份");
  }

  @Test
  void listsSeveral() {
    Run run = Run.of("show", "政府投资计划", "datasets/minhang-2022/forms.txt", SAMPLE);
    assertThat(run.code()).isZero();
    Run several = Run.of("show", "分中心日常运维费", SAMPLE);
    assertThat(several.code()).isEqualTo(ExitCode.USAGE);
    assertThat(several.out()).contains("浦江分中心", "大零号湾分中心", "虹桥国际开放枢纽分中心");
  }

  @Test
  void namesTheNearestWhereThereIsNone() {
    Run run = Run.of("show", "停车场", SAMPLE);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("停车场", "名称相近的项目", "停车费");
  }

  @Test
  void asksForFilesWhereTheWorkspaceKnowsNone() {
    Run run = Run.of("show", "停车费", "--workspace", workspace.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(workspace.toString(), "jihe review", "jihe show 停车费");
  }

  @Test
  void showsWhatIsSaidOfSeveralProjects() {
    Run run = Run.of("show", "浦江分中心日常运维费", SAMPLE);
    assertThat(run.out())
        .containsSubsequence("与其他项目一起看", "ClonedIndicatorSet", "得分核算")
        .contains("大零号湾分中心");
    assertThat(Run.of("show", "停车费", SAMPLE).out()).doesNotContain("ClonedIndicatorSet");
  }

  @Test
  void holdsTheFormAgainstTheLedger() throws IOException {
    Path ledger = workspace.resolve("ledger.csv");
    Files.writeString(ledger, "项目名称,主管部门,年度,支出数\n停车费,上海市闵行区行政服务中心（汇总）,2022,1\n");
    assertThat(Run.of("show", "停车费", SAMPLE).out()).doesNotContain("LedgerMismatch");
    assertThat(Run.of("show", "停车费", SAMPLE, "--ledger", ledger.toString()).out())
        .contains("LedgerMismatch");
  }

  @Test
  void writesJsonForPrograms() {
    assertThat(Run.of("show", "停车费", SAMPLE, "--format", "json").out())
        .startsWith("{")
        .contains("\"projectName\" : \"停车费\"", "\"findings\"");
  }

  @Test
  void showsTheRowsOfTheOriginalBehindTheForm() {
    Run run = Run.of("show", "停车费", SAMPLE + "/forms.txt", "--source");
    assertThat(run.out())
        .containsSubsequence("得分核算", "原文", SAMPLE + "/forms.txt", "●290:2 停车费", "360000.00");
    Run json = Run.of("show", "停车费", SAMPLE + "/forms.txt", "--source", "--format", "json");
    assertThat(json.out()).contains("\"source\" : [", "\"row\" : 289");
  }
}
