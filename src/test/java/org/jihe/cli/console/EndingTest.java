package org.jihe.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jihe.cli.Interruptible;
import org.jihe.cli.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the program ends, in processes of its own. */
class EndingTest {

  @TempDir private Path folder;

  private Path temporary;
  private Path workspace;
  private Path out;
  private Path err;

  @BeforeEach
  void layOut() throws IOException {
    temporary = Files.createDirectories(folder.resolve("tmp"));
    workspace = folder.resolve("workspace");
    out = folder.resolve("out");
    err = folder.resolve("err");
  }

  /** What stands before every command. */
  private List<String> prefix = List.of();

  private Process start(List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx600m"));
    command.add("-Djava.io.tmpdir=" + temporary);
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("JIHE_"));
    return builder.start();
  }

  private Process review() throws IOException, InterruptedException {
    Process process =
        start(
            List.of(),
            Main.class,
            "review",
            "datasets/minhang-2022",
            "--workspace",
            workspace.toString());
    for (int attempt = 0; attempt < 600 && !said().contains("审核"); attempt++) {
      Thread.sleep(50);
    }
    assertThat(said()).contains("审核");
    return process;
  }

  private String said() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }

  private static int code(Process process) throws InterruptedException {
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.toList();
    }
  }

  private String inside() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return said() + files.map(Path::toString).toList();
    }
  }

  private static void signal(Process process, String name) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor())
        .isZero();
  }

  private int stopped(String signal) throws Exception {
    Process process = review();
    signal(process, signal);
    int code = code(process);
    assertThat(said()).contains("没有改动").doesNotContain("出错", "\tat ", "Exception");
    assertThat(workspace.resolve("published")).doesNotExist();
    assertThat(left()).isEmpty();
    return code;
  }

  @Test
  void aPersonWhoStopsItIsToldThatNothingWasChanged() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs signals");
    prefix = Interruptible.prefix();
    assertThat(stopped("INT")).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(stopped("TERM")).isEqualTo(ExitCode.TERMINATED);
  }

  @Test
  void theNextProcessTakesAwayWhatAKilledOneLeft() throws Exception {
    Process killed = review();
    assertThat(left()).hasSize(1);
    killed.destroyForcibly();
    code(killed);
    assertThat(left()).hasSize(1);
    assertThat(code(start(List.of(), Main.class, "rules", "list"))).isZero();
    assertThat(left()).isEmpty();
  }

  @Test
  void anotherProcessLeavesWhatALivingOneUses() throws Exception {
    Process living = review();
    List<Path> own = left();
    assertThat(own).hasSize(1);
    Path before = err;
    err = folder.resolve("err2");
    assertThat(code(start(List.of(), Main.class, "rules", "list"))).isZero();
    assertThat(left()).isEqualTo(own);
    err = before;
    living.destroyForcibly();
    code(living);
  }

  @Test
  void aLibraryThatEndsTheProcessDoesNotChooseTheExitCode() throws Exception {
    Process process =
        start(
            List.of(),
            EndingProbe.class,
            "exit",
            "review",
            "datasets",
            "--workspace",
            workspace.toString());
    assertThat(code(process)).isEqualTo(ExitCode.FAILED);
    assertThat(said()).contains("中途结束").doesNotContain("\tat ");
    assertThat(left()).isEmpty();
  }

  /** In one thread, and while another still writes. */
  @Test
  void wantOfMemoryInAnyThreadEndsWithARemedy() throws Exception {
    for (String how : List.of("memory", "writing")) {
      Process process =
          start(
              List.of("-Xmx100m"),
              EndingProbe.class,
              how,
              "review",
              "datasets",
              "--workspace",
              workspace.toString());
      assertThat(code(process)).as(how + said()).isEqualTo(ExitCode.FAILED);
      assertThat(said())
          .as(how)
          .contains("JIHE_JAVA_OPTS=-Xmx")
          .doesNotContain("\tat ", "Exception");
      assertThat(left()).as(how + inside()).isEmpty();
    }
  }

  /** Where really nothing is left for anybody, not even for a word about it. */
  @Test
  void whereNoMemoryIsLeftTheCodeTellsOfIt() throws Exception {
    Process process =
        start(
            List.of("-Xmx100m"),
            EndingProbe.class,
            "full",
            "review",
            "datasets",
            "--workspace",
            workspace.toString());
    assertThat(code(process)).as(said()).isEqualTo(ExitCode.FAILED);
    assertThat(said()).doesNotContain("\tat ");
  }

  @Test
  void tooLittleMemoryEndsWithARemedy() throws Exception {
    for (String size : List.of("24", "64", "200")) {
      Process process =
          start(
              List.of("-Xmx" + size + "m"),
              Main.class,
              "review",
              "datasets/minhang-2022",
              "--workspace",
              workspace.toString());
      assertThat(code(process)).isEqualTo(ExitCode.FAILED);
      assertThat(said())
          .containsPattern("最多可用 \\d+ MB")
          .contains("JIHE_JAVA_OPTS=-Xmx")
          .doesNotContain("\tat ", "Exception");
      assertThat(left()).as(size + inside()).isEmpty();
    }
  }

  @Test
  void exitCodesForTheLauncherTravelApart() throws Exception {
    String parent = "-D" + Ending.LAUNCHER + "=" + ProcessHandle.current().pid();
    assertThat(code(start(List.of(parent), Main.class, "--version"))).isEqualTo(Ending.APART);
    assertThat(code(start(List.of(parent), Main.class, "nonsense")))
        .isEqualTo(Ending.APART + ExitCode.USAGE);
  }

  @Test
  void aProcessWhoseLauncherIsGoneStops() throws Exception {
    Process process =
        start(
            List.of("-D" + Ending.LAUNCHER + "=1"),
            Main.class,
            "review",
            "datasets/minhang-2022",
            "--workspace",
            workspace.toString());
    assertThat(code(process)).isEqualTo(Ending.APART + ExitCode.TERMINATED);
    assertThat(said()).contains("没有改动");
  }

  @Test
  void resultsThatCannotBeWrittenAreNotLostInSilence() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "needs a device that is always full");
    out = full;
    assertThat(code(start(List.of(), Main.class, "rules", "list"))).isEqualTo(ExitCode.FAILED);
    assertThat(said()).contains("没有全部输出");
  }
}
