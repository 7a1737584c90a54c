package org.jihe.review;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions in processes of their own, which lack what containers lack. */
class SessionsTest {

  @TempDir private Path folder;

  private String probe(List<String> wrapper, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx600m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    // The session is what is tried here; what Spark reaches into is opened as it is for the tests.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SparkProbe.class.getName());
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
    String printed = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(printed + Files.readString(folder.resolve("err"))).isZero();
    return printed;
  }

  /** Java then knows no names but those of the file, not even its own and {@code localhost}. */
  private List<String> withoutNames() throws IOException {
    Path hosts = Files.writeString(folder.resolve("hosts"), "192.0.2.1 elsewhere\n");
    return List.of("-Djdk.net.hosts.file=" + hosts);
  }

  @Test
  void startWhereNoNameResolves() throws Exception {
    assertThat(probe(List.of(), withoutNames())).contains("counted 3");
  }

  @Test
  void startForAUserWithoutANameAndWithoutANetwork() throws Exception {
    // The libraries may lie where only their owner reads them.
    List<String> nobody =
        List.of(
            "setpriv",
            "--reuid=12345",
            "--clear-groups",
            "--inh-caps=+dac_read_search",
            "--ambient-caps=+dac_read_search");
    List<String> wrapper = new ArrayList<>(List.of("unshare", "-n"));
    wrapper.addAll(nobody);
    wrapper.addAll(List.of("env", "-u", "HOME"));
    assumeTrue(succeeds(wrapper, "true"), "needs root and the right to unshare");
    assertThat(probe(wrapper, List.of())).contains("counted 3");
  }

  @Test
  void wantOfMemoryInATaskIsToldAndDoesNotEndTheProcess() throws Exception {
    assertThat(probe(List.of(), List.of(), "exhausted"))
        .contains("failed", "java.lang.OutOfMemoryError");
  }

  private static boolean succeeds(List<String> wrapper, String command)
      throws InterruptedException {
    try {
      return new ProcessBuilder(Stream.concat(wrapper.stream(), Stream.of(command)).toList())
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
