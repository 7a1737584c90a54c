package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;
import org.jihe.source.file.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that cannot be taken is named, with all that can be and what to do. */
class WrongChoiceTest {

  private static final String FORM = SampleForms.TEXT.toString();

  @TempDir private Path folder;

  private static Run wrong(String... arguments) {
    Run run = Run.of(arguments);
    assertThat(run.code()).as(String.join(" ", arguments) + run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).doesNotContain("Exception", "Spark");
    return run;
  }

  /** The commands that take an option, each with what it needs besides. */
  private List<String[]> commands(String option, String value) {
    String form = FORM;
    String at = folder.toString();
    List<List<String>> all =
        switch (option) {
          case "--limit" ->
              List.of(
                  List.of("review", form, "--workspace", at),
                  List.of("ingest", form, "--workspace", at),
                  List.of("show", "停车费", form),
                  List.of("diff", form, form),
                  List.of("transcribe", form, "--out", at));
          case "--jurisdiction" ->
              List.of(
                  List.of("review", form, "--workspace", at),
                  List.of("check", "--workspace", at),
                  List.of("publish", "--workspace", at),
                  List.of("show", "停车费", form),
                  List.of("rules", "impact", "--against", "last", "--workspace", at));
          default ->
              List.of(
                  List.of("review", form, "--workspace", at),
                  List.of("check", "--workspace", at),
                  List.of("show", "停车费", form));
        };
    List<String[]> lines = new ArrayList<>();
    for (List<String> one : all) {
      List<String> line = new ArrayList<>(one);
      line.addAll(List.of(option, value));
      lines.add(line.toArray(String[]::new));
    }
    return lines;
  }

  @ParameterizedTest
  @CsvSource({
    "foo=1, foo",
    "bytes, bytes",
    "=5, =5",
    "bytes=, bytes=",
    "bytes=abc, abc",
    "bytes=-1, -1",
    "bytes=1.5g, 1.5g",
    "bytes=0, 1 到 2147483639",
    "bytes=3g, 1 到 2147483639",
    "cells=0, 1 到 2147483647",
    "BYTES=5m, 您是否要用：bytes",
    "byte=5m, 您是否要用：bytes",
    "unpacked=500X, 500X",
    "time=5x, 5x",
    "time=0, 1 到",
    "'', “”"
  })
  void aLimit(String setting, String named) {
    for (String[] line : commands("--limit", setting)) {
      String err = wrong(line).err();
      assertThat(err).contains("--limit NAME=VALUE", named, "500M", "256M", "120s", "--help");
      assertThat(err).contains(Limits.names());
    }
  }

  @Test
  void aLimitInEnglish() {
    assertThat(wrong("review", FORM, "--limit", "bytes=abc", "--lang", "en").err())
        .contains("--limit NAME=VALUE", "abc", "usually 256M", "usually 120s");
    assertThat(wrong("review", FORM, "--limit", "--lang", "en").err()).contains("usually 256M");
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere, nowhere",
    "'', “”",
    "' ', “ ”",
    "SHANGHAI, 您是否要用：shanghai",
    "上海, 您是否要用：shanghai",
    "上海市, 您是否要用：shanghai",
    "shangha, 您是否要用：shanghai",
    "rules/jurisdictions/shanghai.yaml, 您是否要用：shanghai",
    "../jurisdictions/shanghai, 您是否要用：shanghai"
  })
  void aJurisdiction(String id, String named) {
    for (String[] line : commands("--jurisdiction", id)) {
      assertThat(wrong(line).err())
          .contains("--jurisdiction ID", named, "不写", "--help")
          .contains("national", "全国", "shanghai", "上海市", "anhui", "sichuan", "yunnan");
    }
  }

  @Test
  void aJurisdictionOfAFolderOfRules() throws IOException {
    Path own = Files.createDirectories(folder.resolve("rules/jurisdictions"));
    Files.writeString(
        own.resolve("pudong.yaml"), "jurisdiction: pudong\nname: 浦东\ninherits: shanghai\n");
    String rules = own.getParent().toString();
    String form = FORM;
    assertThat(wrong("show", "停车费", form, "--rules", rules, "--jurisdiction", "x").err())
        .contains("pudong", "浦东", "上海市");
    assertThat(Run.of("show", "停车费", form, "--rules", rules, "--jurisdiction", "pudong").code())
        .isZero();
    assertThat(Run.of("show", "停车费", form, "--jurisdiction", "auto").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--project-list", "--ledger"})
  void aList(String option) throws IOException {
    String columns = option.equals("--ledger") ? "支出数" : "年度";
    list(option, text("名称,部门,年\n甲,乙,2022\n"), "第 1 行", "名称、部门、年", columns, "项目名称");
    list(option, text("2022年项目清单\n项目名称,主管部门,年度,支出数\n"), "2022年项目清单", columns);
    list(option, text("项目名称;主管部门;年度;支出数\n甲;乙;2022;1\n"), "项目名称;主管部门;年度;支出数", "逗号", columns);
    list(option, text("项目名称,主管部门\n甲,乙\n"), "没有", columns, "主管部门");
    list(option, text(""), "没有内容", columns, "项目名称");
    list(option, text("\ufeff\n\n"), "没有内容", columns);
    list(option, text("项目名称,主管部门,年度,支出数\n"), "没有一行");
    list(option, bytes("项目名称,主管部门,年度,支出数\n甲,乙,2022,1\n", StandardCharsets.UTF_16LE), "UTF-8");
    list(option, new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0}, "Excel", "另存为");
    list(option, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "Excel", "另存为");
    list(option, "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), "PDF", "另存为");
    assertThat(wrong("review", FORM, option, folder.toString()).err())
        .contains(option, folder.toString(), "是文件夹");
    assertThat(wrong("review", FORM, option, folder.resolve("none.csv").toString()).err())
        .contains(option, "none.csv", "没有");
    assertThat(wrong("review", FORM, option, "").err()).contains(option, "空");
    Path english = Files.writeString(folder.resolve("list.csv"), "title\n");
    assertThat(wrong("review", FORM, option, english.toString(), "--lang", "en").err())
        .contains(option, "title", "name", "department", "year", "comma");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text, Charset charset) {
    return ("\ufeff" + text).getBytes(charset);
  }

  private void list(String option, byte[] content, String... named) throws IOException {
    Path file = Files.write(folder.resolve("list.csv"), content);
    for (String[] line : commands(option, file.toString())) {
      assertThat(wrong(line).err()).contains(option, file.toString()).contains(named);
    }
  }

  @Test
  void aFormatALanguageAReasonAScope() {
    assertThat(wrong("review", FORM, "--format", "xml").err()).contains("xml", "text、json");
    assertThat(wrong("show", "停车费", FORM, "--format", "").err()).contains("“”", "text、json");
    assertThat(wrong("show", "停车费", FORM, "--format", "jsn").err()).contains("您是否要用：json");
    assertThat(wrong("review", FORM, "--format").err()).contains("--format", "text、json");
    assertThat(wrong("review", FORM, "--lang", "fr").err()).contains("fr", "zh、en");
    assertThat(wrong("rules", "new", "X", "--scope", "row").err())
        .contains("row", "form、indicator、part、score");
    assertThat(wrong("quarantine", "list", "--reason", "X").err())
        .contains("“X”", "ENCRYPTED", "文件有密码保护", "TRUNCATED", "EMPTY", "AMBIGUOUS");
    assertThat(wrong("quarantine", "list", "--reason", "encrypt").err())
        .contains("您是否要用：ENCRYPTED");
  }

  @Test
  void aCommandOrOptionNamesThoseThatThereAre() {
    assertThat(wrong("unknown").err()).contains("unknown", "review", "transcribe", "jihe --help");
    assertThat(wrong("rules", "unknown").err()).contains("unknown", "lint", "impact");
    assertThat(wrong("quarantine", "lst").err()).contains("lst", "list");
    assertThat(wrong("review", FORM, "--unknown").err())
        .contains("--unknown", "--workspace", "--limit", "--jurisdiction");
    assertThat(wrong("review", FORM, "--limits", "bytes=5").err()).contains("您是否要用：--limit");
  }
}
