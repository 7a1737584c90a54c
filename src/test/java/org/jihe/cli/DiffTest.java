package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void twoFilesCellByCellWithTheirPlaces() throws IOException {
    String form = SampleForms.texts().get(0);
    Path before = file("a.txt", form + "\n" + SampleForms.texts().get(1));
    Path after =
        file(
            "b.txt",
            form.replace("9,000\t10\t100.00%", "8,000\t10\t88.89%")
                + "\n"
                + SampleForms.texts().get(2));
    Run run = Run.of("diff", before.toString(), after.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsSubsequence(
            "法律顾问费  有改动",
            "年度资金总额：全年执行数",
            "- 9,000",
            before + ":6:5",
            "+ 8,000",
            after + ":6:5",
            "年度资金总额：执行率",
            "- 100.00%",
            "+ 88.89%",
            "没有了",
            "新增",
            "不同的表格 3 份，内容相同的 0 份");
    Run json =
        Run.of("diff", before.toString(), after.toString(), "--format", "json", "--lang", "en");
    assertThat(json.out()).contains("\"subject\" : \"funding.total.actualExpenditure\"");
  }

  @Test
  void whatIsPrintedBeyondTheModelIsComparedToo() throws IOException {
    String form = SampleForms.texts().get(0).stripTrailing();
    String part = "其中：当年财政拨款\t0\t0\t\t—\t";
    assertThat(form).contains(part);
    Path before = file("a.txt", form.replace(part, part + "98.10%") + "\n备注：合同已签\n");
    Path after = file("b.txt", form.replace(part, part + "89.10%") + "\n备注：合同未签\n");
    Run run = Run.of("diff", before.toString(), after.toString());
    assertThat(run.out())
        .containsSubsequence(
            "法律顾问费  有改动",
            "其中：当年财政拨款：执行率",
            "- 98.10%",
            before + ":7:7",
            "+ 89.10%",
            after + ":7:7",
            "表后说明：备注",
            "- 合同已签",
            "+ 合同未签",
            "不同的表格 1 份，内容相同的 0 份");
  }

  @Test
  void twoFilesThatPrintTheSame() throws IOException {
    Path before = file("a.txt", SampleForms.texts().get(0));
    Path after = file("b.txt", SampleForms.texts().get(0).replace("%", "％"));
    Run run = Run.of("diff", before.toString(), after.toString(), "--lang", "en");
    assertThat(run.out()).isEqualTo("0 forms differ, 1 print the same\n");
  }

  @Test
  void whatIsNeitherFileNorRun() {
    Run run = Run.of("diff", "datasets/minhang-2022/forms.txt", "none.xlsx");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("none.xlsx");
  }

  @Test
  void aWorkspaceWithoutForms() {
    Run run = Run.of("diff", "停车费", "--workspace", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("jihe review").doesNotContain("Exception");
    Run list = Run.of("quarantine", "list", "--workspace", folder.toString());
    assertThat(list.code()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void limitsAreCheckedBeforeAnythingIsRead() {
    for (String wrong : new String[] {"bytes", "bytes=", "bytes=0", "size=3", "time=5x", "=1"}) {
      Run run = Run.of("transcribe", "x.txt", "--out", folder.toString(), "--limit", wrong);
      assertThat(run.code()).as(wrong).isEqualTo(ExitCode.USAGE);
      assertThat(run.err()).contains("--limit NAME=VALUE");
    }
    Run run =
        Run.of(
            "transcribe",
            SampleForms.TEXT.toString(),
            "--out",
            folder.toString(),
            "--limit",
            "bytes=1k",
            "--limit",
            "time=5");
    assertThat(run.code()).isEqualTo(ExitCode.QUARANTINE);
    assertThat(run.err()).contains("超过单个来源的大小上限");
  }
}
