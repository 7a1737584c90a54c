package org.jihe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A main class in a process of its own, with the classes and the Java of the tests. */
public final class JavaProcess {

  private static final long LONGEST_SECONDS = 1800;

  private final Process process;
  private final Path said;

  private JavaProcess(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /** Starts it; what it says goes to a file. */
  public static JavaProcess start(
      Path said, Map<String, String> environment, Class<?> main, String... arguments)
      throws IOException {
    return start(List.of(), said, environment, main, arguments);
  }

  /** The same behind another command, such as one that changes the system around it. */
  public static JavaProcess start(
      List<String> before,
      Path said,
      Map<String, String> environment,
      Class<?> main,
      String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-Dfile.encoding=UTF-8");
    // What a killed process leaves goes with the test's own folder.
    command.add("-Djava.io.tmpdir=" + said.getParent());
    for (String opened :
        List.of(
            "lang", "lang.invoke", "lang.reflect", "io", "net", "nio", "util", "util.concurrent")) {
      command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
    }
    for (String opened : List.of("nio.ch", "nio.cs", "security.action", "util.calendar")) {
      command.add("--add-opens=java.base/sun." + opened + "=ALL-UNNAMED");
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(said.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    return new JavaProcess(builder.start(), said);
  }

  /** Waits for its end; gives its exit code. */
  public int await() throws InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      assertThat(false).as("it ended in time").isTrue();
    }
    return process.exitValue();
  }

  /** Kills it, as a system out of memory would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** True as long as it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has said so far. */
  public String said() throws IOException {
    return Files.readString(said, StandardCharsets.UTF_8);
  }
}
