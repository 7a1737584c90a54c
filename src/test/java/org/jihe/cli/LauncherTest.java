package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jihe.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a folder of its own, with a Java and a Maven that only note how they are called.
 */
class LauncherTest {

  @TempDir private Path folder;

  private Path home;
  private Path java;

  @BeforeEach
  void layOut() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    home = Files.createDirectories(folder.resolve("a place/jihe"));
    Files.copy(Path.of("jihe"), home.resolve("jihe"));
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("rules"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    script(
        home.resolve("mvnw"),
        "echo built >>builds; mkdir -p target/lib; echo jar >target/jihe.jar");
    java = folder.resolve("jdk");
    jdk("17.0.15");
  }

  private void jdk(String version) throws IOException {
    Files.createDirectories(java.resolve("bin"));
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(java.resolve("bin/java"), "for each; do echo \"[$each]\"; done; exit 41");
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Run launch(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of("/bin/sh", launcher.toString()), Stream.of(arguments))
                .toList());
    builder.directory(folder.toFile());
    builder.environment().put("JAVA_HOME", java.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("JIHE_"));
    builder.environment().putAll(environment);
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(
        process.exitValue(),
        Files.readString(folder.resolve("out")),
        Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
  }

  private Run launch(String... arguments) throws Exception {
    return launch(home.resolve("jihe"), Map.of("JIHE_CDS", "off"), arguments);
  }

  private List<String> builds() throws IOException {
    Path builds = home.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
  }

  @Test
  void buildsOnceAndPassesArgumentsAndExitCodeOn() throws Exception {
    Run first = launch("show", "停 车 费", "");
    assertThat(first.code()).isEqualTo(1);
    assertThat(first.err()).contains("正在构建");
    assertThat(first.out()).endsWith("[-jar]\n[" + jar() + "]\n[show]\n[停 车 费]\n[]\n");
    assertThat(launch("rules").err()).isEmpty();
    assertThat(builds()).hasSize(1);
  }

  private String jar() throws IOException {
    return home.toRealPath().resolve("target/jihe.jar").toString();
  }

  private void touchLater(Path file) throws IOException {
    Files.writeString(file, "changed");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
  }

  @Test
  void buildsAgainWhereASourceIsYounger() throws Exception {
    launch("rules");
    touchLater(home.resolve("src/main/New.java"));
    Run again = launch("rules", "--lang", "en");
    assertThat(again.err()).contains("building");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void leavesRulesThatChangeToTheProgram() throws Exception {
    launch("rules");
    touchLater(home.resolve("rules/New.drl"));
    assertThat(launch("rules").err()).isEmpty();
    assertThat(builds()).hasSize(1);
  }

  @Test
  void saysThatTheBuildFailed() throws Exception {
    script(home.resolve("mvnw"), "echo 'no idea' >&2; exit 1");
    Run run = launch("rules");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("no idea", "构建失败").doesNotContain("网络");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void saysWhyTheBuildFailed() throws Exception {
    Map<String, String> reasons =
        Map.of(
            "[ERROR] COMPILATION ERROR : \n[ERROR] /x/A.java:[3,7] ; expected\n[ERROR] -> [Help 1]",
            "源代码不能编译",
            "[ERROR] Could not transfer artifact a:b:1 from central: Unknown host repo.maven",
            "检查网络",
            "wget: Failed to fetch https://repo.maven.apache.org/maven2/maven.zip",
            "检查网络",
            "[ERROR] No compiler is provided in this environment. Perhaps a JRE?",
            "javac",
            "[ERROR] error while writing A: No space left on device",
            "磁盘已满");
    for (Map.Entry<String, String> reason : reasons.entrySet()) {
      script(home.resolve("mvnw"), "printf '%b\\n' '" + reason.getKey() + "'; exit 1");
      Run run = launch("rules");
      assertThat(run.code()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err()).contains(reason.getValue());
      assertThat(run.err().contains("网络")).isEqualTo(reason.getValue().contains("网络"));
      assertThat(run.err().contains("[Help 1]")).isFalse();
    }
    assertThat(home.resolve("target/.building")).doesNotExist();
  }

  @Test
  void namesTheMistakesInRulesThatStopABuild() throws Exception {
    script(
        home.resolve("mvnw"),
        "echo 'national.yaml:7: 缩进' >target/wrong-rules_zh.txt;"
            + " echo 'national.yaml:7: indent' >target/wrong-rules_en.txt;"
            + " echo '[ERROR] Failed to execute goal exec'; exit 1");
    Run run = launch("rules");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("national.yaml:7: 缩进", "规则或参数有错")
        .doesNotContain("[ERROR]", "网络");
    assertThat(launch("rules", "--lang", "en").err())
        .contains("national.yaml:7: indent", "rules or parameters are wrong");
  }

  @Test
  void worksThroughASymbolicLink() throws Exception {
    Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(folder.resolve("bin/inner"), Path.of("../a place/jihe/jihe"));
    Files.createSymbolicLink(folder.resolve("jihe"), folder.resolve("bin/inner"));
    Run run = launch(folder.resolve("jihe"), Map.of("JIHE_CDS", "off"), "rules");
    assertThat(run.out()).contains("[" + jar() + "]");
  }

  @Test
  void refusesAJavaThatIsTooOld() throws Exception {
    for (String version : List.of("1.8.0_392", "11.0.2")) {
      jdk(version);
      Run run = launch("rules");
      assertThat(run.code()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err()).contains("JDK 17", version);
      assertThat(launch("rules", "--lang=en").err()).contains("A JDK 17 or later is needed");
    }
    assertThat(builds()).isEmpty();
  }

  @Test
  void saysThatThereIsNoJava() throws Exception {
    Map<String, String> environment = new HashMap<>(Map.of("JAVA_HOME", "/no/such/jdk"));
    Run run = launch(home.resolve("jihe"), environment, "rules");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("JAVA_HOME", "/no/such/jdk");
  }

  @Test
  void startsSmallInputsQuicklyAndLargeOnesWithTheFullCompiler() throws Exception {
    Path small = Files.writeString(folder.resolve("small.txt"), "x");
    Path large = folder.resolve("large.txt");
    Files.write(large, new byte[22 * 1024 * 1024]);
    assertThat(launch("review", small.toString()).out()).contains("[-XX:+UseSerialGC]");
    assertThat(launch("review", large.toString()).out()).doesNotContain("UseSerialGC");
    assertThat(launch("review", small.toString(), "--workspace", large.toString()).out())
        .contains("[-XX:+UseSerialGC]");
  }

  @Test
  void takesTheUsersOptionsInstead() throws Exception {
    Run run =
        launch(
            home.resolve("jihe"),
            Map.of("JIHE_CDS", "off", "JIHE_JAVA_OPTS", "-Xmx8g -XX:+UseZGC"),
            "rules");
    assertThat(run.out()).contains("[-Xmx8g]\n[-XX:+UseZGC]").doesNotContain("UseSerialGC");
  }

  @Test
  void usesAnArchiveOnlyWhereItIsYoungerThanTheJar() throws Exception {
    launch("rules");
    Map<String, String> quick = Map.of("JIHE_CDS", "now");
    Files.createDirectories(home.resolve("datasets/minhang-2022"));
    script(
        java.resolve("bin/java"),
        "for each; do case $each in -XX:ArchiveClassesAtExit=*) echo archive >\"${each#*=}\"; exit 1;; esac;"
            + " echo \"[$each]\"; done; exit 41");
    Run made = launch(home.resolve("jihe"), quick, "rules");
    assertThat(made.out()).contains("-XX:SharedArchiveFile=");
    assertThat(made.err()).contains("正在准备快速启动");
    Run used = launch(home.resolve("jihe"), quick, "rules");
    assertThat(used.out()).contains("-XX:SharedArchiveFile=");
    assertThat(used.err()).isEmpty();
    try (Stream<Path> left = Files.list(home.resolve("target/cds"))) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .hasSize(1)
          .allMatch(name -> name.matches("plain-\\d+\\.jsa"));
    }
    Files.setLastModifiedTime(
        home.resolve("target/jihe.jar"), FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(launch(home.resolve("jihe"), quick, "rules").err()).contains("正在准备快速启动");
  }

  @Test
  void theProgramsExitCodesArePassedOn() throws Exception {
    launch("rules");
    for (int code = 0; code <= 3; code++) {
      script(java.resolve("bin/java"), "exit " + (40 + code));
      Run run = launch("rules");
      assertThat(run.code()).isEqualTo(code);
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void aJavaThatDoesNotStartOrCrashesHasFailed() throws Exception {
    launch("rules");
    for (String end : List.of("exit 1", "exit 0", "exit 6", "kill -ABRT $$", "kill -KILL $$")) {
      script(java.resolve("bin/java"), "echo 'Unrecognized VM option' >&2; " + end);
      Run run =
          launch(
              home.resolve("jihe"),
              Map.of("JIHE_CDS", "off", "JIHE_JAVA_OPTS", "-XX:Nonsense"),
              "rules");
      assertThat(run.code()).as(end).isEqualTo(ExitCode.FAILED);
      assertThat(run.err()).contains("Unrecognized VM option", "JIHE_JAVA_OPTS", "没有完成");
      assertThat(launch("rules", "--lang", "en").err()).contains("JIHE_JAVA_OPTS", "Java");
    }
    Files.writeString(java.resolve("bin/java"), "\u007fELF of another machine");
    Run broken = launch("rules");
    assertThat(broken.code()).isEqualTo(ExitCode.FAILED);
    assertThat(broken.err()).contains("JAVA_HOME", java.toString());
  }

  @Test
  void signalsReachJavaAndItsWordAndTheCodeComeBack() throws Exception {
    launch("rules");
    script(
        java.resolve("bin/java"),
        "trap 'echo told >&2; exit 183' TERM; echo ready; while :; do sleep 0.1; done");
    assertThat(signalled("TERM")).isEqualTo(new Run(143, "ready\n", "told\n"));
    assertThat(signalled("INT")).isEqualTo(new Run(130, "ready\n", "told\n"));
    script(java.resolve("bin/java"), "echo ready; while :; do sleep 0.1; done"); // not yet set up
    assertThat(signalled("INT").code()).isEqualTo(130);
    assertThat(signalled("TERM").err()).contains("没有改动");
  }

  private Run signalled(String signal) throws Exception {
    List<String> command = new ArrayList<>(Interruptible.prefix());
    command.addAll(List.of("/bin/sh", home.resolve("jihe").toString(), "rules"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(Map.of("JAVA_HOME", java.toString(), "JIHE_CDS", "off"));
    Path out = Files.writeString(folder.resolve("out"), "");
    Path err = Files.writeString(folder.resolve("err"), "");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    for (int attempt = 0; attempt < 200 && Files.size(out) == 0; attempt++) {
      Thread.sleep(50);
    }
    assertThat(new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor())
        .isZero();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Test
  void javaGetsAFolderForTemporaryFilesOfItsOwn() throws Exception {
    Path temporary = Files.createDirectories(folder.resolve("t m p"));
    Path cache = folder.resolve("cache");
    script(
        java.resolve("bin/java"),
        "for each; do case $each in -Djava.io.tmpdir=*) ls -ld \"${each#*=}\"; echo x"
            + " >\"${each#*=}/file\";; esac; done; exit 40");
    Map<String, String> environment =
        Map.of(
            "JIHE_CDS", "off", "TMPDIR", temporary.toString(), "XDG_CACHE_HOME", cache.toString());
    Run run = launch(home.resolve("jihe"), environment, "rules");
    assertThat(run.out())
        .startsWith("drwx------")
        .containsPattern(Pattern.quote(temporary.toString()) + "/jihe-tmp-\\w{10}\n");
    assertThat(temporary).isEmptyDirectory();
    Map<String, String> own = new HashMap<>(environment);
    own.put("JIHE_JAVA_OPTS", "-Djava.io.tmpdir=" + cache.getParent());
    assertThat(launch(home.resolve("jihe"), own, "rules").out().lines()).hasSize(1);
    assertThat(temporary).isEmptyDirectory();
    Map<String, String> elsewhere = new HashMap<>(environment);
    elsewhere.put("TMPDIR", folder.resolve("missing").toString());
    assertThat(launch(home.resolve("jihe"), elsewhere, "rules").out())
        .startsWith("drwx------")
        .doesNotContain("missing");
  }

  @Test
  void aFolderOfAnyNameMayHoldTheProgramAndJava() throws Exception {
    for (String name : List.of("绩效 测试 #1%20+&(x)", "it's $HOME `a` \"b\" *?[c]", "a  b\\n;c")) {
      Path place = Files.createDirectories(folder.resolve(name));
      Files.move(home, place.resolve("jihe"));
      Files.move(java, place.resolve("j d k"));
      home = place.resolve("jihe");
      java = place.resolve("j d k");
      script(
          java.resolve("bin/java"),
          "for each; do case $each in -XX:ArchiveClassesAtExit=*) echo archive >\"${each#*=}\"; exit 1;;"
              + " esac; printf '[%s]\\n' \"$each\"; done; exit 41");
      Files.createDirectories(home.resolve("datasets/minhang-2022"));
      Run run = launch(home.resolve("jihe"), Map.of("JIHE_CDS", "now"), "rules", "*");
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .contains("[-jar]\n[" + jar() + "]\n[rules]\n[*]\n")
          .contains("[-XX:SharedArchiveFile=" + home.toRealPath().resolve("target/cds/plain-"));
    }
  }

  @Test
  void saysThatAFolderWithAColonIsNoPlaceForTheProgram() throws Exception {
    Path place = Files.createDirectories(folder.resolve("a:b"));
    Files.move(home, place.resolve("jihe"));
    Run run = launch(place.resolve("jihe/jihe"), Map.of("JIHE_CDS", "off"), "rules");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("a:b", "冒号");
  }

  @Test
  void refusesAFolderInWhichJavaFindsNothing() throws Exception {
    for (String name : List.of("ends!", "ends! too!/within")) {
      Path place = Files.createDirectories(folder.resolve(name));
      Files.copy(Path.of("jihe"), place.resolve("jihe"));
      Run run = launch(place.resolve("jihe"), Map.of(), "--version");
      assertThat(run.code()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err()).contains("感叹号");
    }
  }

  @Test
  void anUnpackedReleaseBuildsNothing() throws Exception {
    Path place = Files.createDirectories(folder.resolve("绩效 测试/jihe 0.2"));
    Files.copy(Path.of("jihe"), place.resolve("jihe"));
    Files.writeString(place.resolve("jihe.jar"), "jar");
    Run run = launch(place.resolve("jihe"), Map.of("JIHE_CDS", "off"), "--version");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.QUARANTINE);
    assertThat(run.out()).contains("[" + place.resolve("jihe.jar").toRealPath() + "]");
    assertThat(place.resolve("target")).doesNotExist();
  }

  @Test
  void worksInAFolderThatCannotBeWritten() throws Exception {
    launch("rules");
    Files.createDirectories(home.resolve("datasets/minhang-2022"));
    for (Path each : List.of(home.resolve("target"), home)) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("r-xr-xr-x"));
    }
    try {
      Run run = launch(home.resolve("jihe"), Map.of(), "rules");
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).isEmpty();
    } finally {
      for (Path each : List.of(home, home.resolve("target"))) {
        Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  @Test
  void passesItsInputOn() throws Exception {
    launch("rules");
    script(java.resolve("bin/java"), "cat; exit 40");
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", home.resolve("jihe").toString(), "x");
    builder.environment().putAll(Map.of("JAVA_HOME", java.toString(), "JIHE_CDS", "off"));
    Process process = builder.start();
    process.getOutputStream().write("typed".getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("typed");
    assertThat(process.waitFor()).isZero();
  }
}
