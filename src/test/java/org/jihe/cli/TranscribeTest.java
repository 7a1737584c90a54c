package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jihe.cli.console.ExitCode;
import org.jihe.form.SelfEvaluation;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscribeTest {

  private static final Path SAMPLE = Path.of("datasets/minhang-2022/forms.txt");

  @TempDir private Path folder;

  private Run transcribe(Path... inputs) {
    Stream<String> files = Stream.of(inputs).map(Path::toString);
    return Run.of(
        Stream.concat(Stream.of("transcribe", "--out", folder.resolve("out").toString()), files)
            .toArray(String[]::new));
  }

  private List<String> written() throws IOException {
    if (!Files.isDirectory(folder.resolve("out"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesEveryFormUnderItsPlaceAndName() throws IOException {
    Run run = transcribe(SAMPLE.getParent());
    assertThat(run.code()).isZero();
    assertThat(written())
        .hasSize(30)
        .contains("01-法律顾问费.json", "11-停车费.json", "30-虹桥国际开放枢纽分中心日常运维费.json");
    assertThat(run.out().lines()).containsExactlyInAnyOrderElementsOf(written());
    assertThat(run.err()).contains("30 份自评表");
    String json = Files.readString(folder.resolve("out/11-停车费.json"));
    SelfEvaluation form = Transcripts.read("11", json);
    assertThat(form.total().score().printed()).isEqualTo("98.52");
    assertThat(json).endsWith("}\n");
  }

  @Test
  void writesTheSameTwice() throws IOException {
    transcribe(SAMPLE);
    String first = Files.readString(folder.resolve("out/07-政府投资计划2.json"));
    transcribe(SAMPLE);
    assertThat(Files.readString(folder.resolve("out/07-政府投资计划2.json"))).isEqualTo(first);
    assertThat(written()).hasSize(30);
  }

  @Test
  void runsWithoutSparkAndDroolsOnTheClassPath() throws Exception {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(".*(spark|iceberg|scala|hadoop|drools|kie).*\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Main.class.getName(),
                "transcribe",
                SAMPLE.toString(),
                "--out",
                folder.resolve("out").toString())
            .redirectOutput(folder.resolve("stdout").toFile())
            .redirectError(folder.resolve("stderr").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("stderr"))).isZero();
    assertThat(written()).hasSize(30);
  }

  @Test
  void readsNothingWhereAFileIsMissing() throws IOException {
    Run run = transcribe(folder.resolve("no-such.txt"), SAMPLE);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("没有 " + folder.resolve("no-such.txt"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void itsOwnTranscriptsAreNotTranscribedAgain() throws IOException {
    Files.copy(SAMPLE, folder.resolve("forms.txt"));
    assertThat(transcribe(folder).err()).doesNotContain("略过");
    Run again = transcribe(folder);
    assertThat(again.code()).isZero();
    assertThat(again.out().lines()).hasSize(30);
    assertThat(again.err()).contains("原表旁的转录 30");
    assertThat(written()).hasSize(30);
    assertThat(Files.readString(folder.resolve("out/11-停车费.json"))).contains("forms.txt\"");
  }

  @Test
  void reportsAnEmptyFile() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.txt"), " \n\n");
    Run run = transcribe(empty);
    assertThat(run.code()).isEqualTo(ExitCode.QUARANTINE);
    assertThat(run.err()).contains("empty.txt", "文件是空的");
    assertThat(written()).isEmpty();
  }

  @Test
  void reportsAFileThatHoldsNoForm() throws IOException {
    Path other = Files.writeString(folder.resolve("other.txt"), "会议纪要\n一、议程\t二、出席\n");
    Run run = transcribe(other);
    assertThat(run.code()).isEqualTo(ExitCode.QUARANTINE);
    assertThat(run.err()).contains("other.txt", "没有找到自评表");
  }

  @Test
  void reportsAFormThatIsCutOff() throws IOException {
    List<String> lines = Files.readAllLines(SAMPLE);
    int second = lines.subList(5, lines.size()).indexOf("财政项目支出绩效自评表\t\t\t\t\t\t\t") + 5;
    Path cut = folder.resolve("cut.txt");
    Files.write(cut, lines.subList(0, second + 8));
    Run run = transcribe(cut);
    assertThat(run.code()).isEqualTo(ExitCode.QUARANTINE);
    assertThat(run.err()).contains("cut.txt:" + (second + 1), "只有开头，没有结尾");
    assertThat(written()).containsExactly("01-法律顾问费.json");
  }

  @Test
  void readsChinesePlatformText() throws IOException {
    Path text = folder.resolve("gb.txt");
    Files.write(text, Files.readString(SAMPLE).getBytes(Charset.forName("GB18030")));
    assertThat(transcribe(text).code()).isZero();
    assertThat(written()).hasSize(30);
    assertThat(Files.readString(folder.resolve("out/11-停车费.json"), StandardCharsets.UTF_8))
        .contains("停车费");
  }

  @Test
  void saysWhereItCannotWrite() throws IOException {
    Files.writeString(folder.resolve("out"), "a file where the folder should be");
    Run run = transcribe(SAMPLE);
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("无法写入", "out", "--out").doesNotContain("\tat ");
  }

  @Test
  void readsAFolderOfThousandsOfFilesInOrder() throws IOException {
    Path many = Files.createDirectories(folder.resolve("many"));
    for (int each = 0; each < 3000; each++) {
      Files.writeString(many.resolve(String.format("%04d.txt", each)), "x\ty\n");
      Files.writeString(many.resolve(String.format("%04d.log", each)), "x\ty\n");
    }
    Run run = transcribe(many);
    assertThat(run.code()).isEqualTo(ExitCode.QUARANTINE);
    assertThat(run.err()).contains("隔离 3000 处");
    assertThat(run.err().indexOf("0001.txt")).isLessThan(run.err().indexOf("2999.txt"));
  }
}
