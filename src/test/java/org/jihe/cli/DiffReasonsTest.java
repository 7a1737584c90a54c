package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why nothing can be compared: the reason that is given is the right one. */
class DiffReasonsTest {

  private static final String RUN = "20200101-000000-000";

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Run wrong(String... arguments) {
    Run run = Run.of(arguments);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).doesNotContain("Exception");
    return run;
  }

  @Test
  void everyNameThatIsWrongIsNamedAndNoOther() throws IOException {
    String form = file("a.txt", SampleForms.texts().get(0));
    assertThat(wrong("diff", "last", "20261124-07053").err())
        .contains("“20261124-07053”既不是文件")
        .doesNotContain("“last”");
    assertThat(wrong("diff", "甲", "乙").err()).contains("“甲”既不是文件", "“乙”既不是文件", "jihe diff 项目名称");
    assertThat(wrong("diff", "甲", RUN).err()).contains("“甲”").doesNotContain("“" + RUN);
    assertThat(wrong("diff", form, RUN).err())
        .contains("“" + form + "”是文件", "“" + RUN + "”是一次运行", "不能互相比较")
        .doesNotContain("既不是文件");
    assertThat(wrong("diff", "last", folder.toString(), "--lang", "en").err())
        .contains("\"" + folder + "\" is a file or a folder", "\"last\" a run");
  }

  @Test
  void oneFileIsNoProject() throws IOException {
    String form = file("a.txt", SampleForms.texts().get(0));
    String empty = folder.resolve("workspace").toString();
    assertThat(wrong("diff", form, "--workspace", empty).err()).contains("还要写明与哪一个比较");
    wrong("diff", "", "--workspace", empty);
    assertThat(wrong("diff", "——", "--workspace", empty).err()).contains("“——”不是项目名称");
  }

  @Test
  void whatWasNotReadIsNotGone() throws IOException {
    String form = file("a.txt", SampleForms.texts().get(0));
    String none = file("b.txt", "没有表格\t一\n");
    Run run = Run.of("diff", form, none);
    assertThat(run.code()).isEqualTo(ExitCode.QUARANTINE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(none + " 中没有读出自评表").doesNotContain(form + " 中");
    assertThat(Run.of("diff", none, none).err()).containsOnlyOnce("中没有读出自评表");
    String bare = Files.createDirectory(folder.resolve("bare")).toString();
    Run nothing = Run.of("diff", form, bare);
    assertThat(nothing.code()).isEqualTo(ExitCode.QUARANTINE);
    assertThat(nothing.err()).contains(bare + " 中没有读出自评表");
    Run json = Run.of("diff", form, none, "--format", "json");
    assertThat(json.out()).contains("\"without\" : [ \"" + none + "\" ]", "\"forms\" : [ ]");
  }

  @Test
  void aFormThatIsPerhapsAmongWhatWasNotRead() throws IOException {
    String both = file("a.txt", SampleForms.texts().get(0) + "\n" + SampleForms.texts().get(1));
    String torn =
        file(
            "b.txt",
            SampleForms.texts().get(0) + "\n" + SampleForms.texts().get(1).substring(0, 90));
    Run run = Run.of("diff", both, torn);
    assertThat(run.code()).isEqualTo(ExitCode.QUARANTINE);
    assertThat(run.out()).contains("没有了");
    assertThat(run.err()).contains("有 1 处没有读出", "可能就在其中");
  }

  @Test
  void versionsAndRunsOfAWorkspace() throws IOException {
    String at = folder.resolve("workspace").toString();
    String form = file("a.txt", SampleForms.texts().get(10));
    Run review = Run.of("review", form, "--workspace", at);
    assertThat(review.code()).as(review.err()).isZero();
    Matcher id = Pattern.compile("\\d{8}-\\d{6}-\\d{3}").matcher(review.out());
    assertThat(id.find()).isTrue();
    assertThat(wrong("diff", "停车", "--workspace", at).err())
        .contains("“停车”", "只有现在这一个版本", "停车费", "a.txt");
    assertThat(wrong("diff", "停车场", "--workspace", at).err())
        .contains("没有名称包含“停车场”的项目", "名称相近", "停车费")
        .doesNotContain("只有");
    assertThat(wrong("diff", "last", "--workspace", at).err()).contains("“last”是一次运行");
    assertThat(wrong("diff", id.group(), "--workspace", at).err()).contains("是一次运行");
    assertThat(wrong("diff", form, "--workspace", at).err()).contains("还要写明与哪一个比较");
    Run same = Run.of("diff", id.group(), "last", "--workspace", at);
    assertThat(same.code()).isZero();
    assertThat(same.out()).isEqualTo("运行 " + id.group() + " 与 last 之间，有效的表格没有不同\n");
    assertThat(Run.of("diff", RUN, "last", "--workspace", at).err()).contains(RUN, id.group());
  }
}
