package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jihe.JavaProcess;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;
import org.jihe.publish.Manifest;
import org.jihe.workspace.RunRecord;
import org.jihe.workspace.Tables;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever becomes of a process that writes a workspace, the next review ends with all forms:
 * nothing is lost, doubled, half seen or forgotten, and what is published is of one run. {@code
 * .ci/faults} does more of it.
 */
class FaultsTest {

  private static final int FORMS = 7;
  private static final int KILLS = number("JIHE_TEST_KILLS", 4);
  private static final int SIZES = number("JIHE_TEST_SIZES", 2);
  private static final long SEED = number("JIHE_TEST_SEED", 7);

  @TempDir private Path folder;
  private Path inputs;
  private Path workspace;

  private static int number(String name, int usual) {
    return Integer.parseInt(System.getenv().getOrDefault(name, String.valueOf(usual)));
  }

  @BeforeEach
  void write() throws IOException {
    inputs = Files.createDirectories(folder.resolve("in"));
    workspace = folder.resolve("绩效");
    for (int form = 1; form < FORMS; form++) {
      Files.writeString(inputs.resolve("form" + form + ".txt"), SampleForms.texts().get(1 + form));
    }
    FaultLoop.change(inputs, 0);
  }

  /** When the process is killed, told by what can be seen of it. */
  private enum Moment {
    /** While the outputs are written and exchanged: the run is committed. */
    PUBLICATION,
    /** Soon after something was committed to a table, and before or after the run is. */
    COMMITS,
    /** At any moment. */
    ANY
  }

  @Test
  void killedAtAnyMoment() throws Exception {
    Random random = new Random(SEED);
    int round = 1;
    for (int kill = 0; kill < KILLS; kill++) {
      boolean isFirst = kill % 2 == 0;
      if (isFirst) {
        delete(workspace);
      }
      Moment moment = Moment.values()[Math.min(2, random.nextInt(5) / 2)];
      Path said = folder.resolve("said" + kill + ".txt");
      JavaProcess process =
          JavaProcess.start(
              said,
              Map.of(),
              FaultLoop.class,
              inputs.toString(),
              workspace.toString(),
              String.valueOf(round));
      String at = "kill " + kill + " of seed " + SEED + " at " + moment;
      await(process, moment, random, isFirst);
      assertThat(process.isAlive()).as(at + process.said()).isTrue();
      process.kill();
      round += 1 + (int) process.said().lines().filter(line -> line.startsWith("review")).count();
      everythingIsThere(at + ": " + process.said());
    }
  }

  private void await(JavaProcess process, Moment moment, Random random, boolean isFirst)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    // Some reviews later, where the first one is not what is to be interrupted.
    int reviews = isFirst ? 1 : 1 + random.nextInt(3);
    while (System.nanoTime() < end
        && process.isAlive()
        && process.said().lines().filter(line -> line.startsWith("review")).count() < reviews) {
      Thread.sleep(2);
    }
    long runs = committed();
    while (System.nanoTime() < end && process.isAlive() && !isReached(moment, runs)) {
      Thread.sleep(1);
    }
    Thread.sleep(random.nextInt(moment == Moment.PUBLICATION ? 250 : 1500));
  }

  private long committed() throws IOException {
    try (Stream<Path> files = Files.walk(workspace)) {
      return files.filter(file -> file.toString().endsWith(".metadata.json")).count();
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }

  private boolean isReached(Moment moment, long before) throws IOException {
    return switch (moment) {
      case PUBLICATION -> Files.exists(workspace.resolve("published.new"));
      case COMMITS -> committed() != before;
      case ANY -> true;
    };
  }

  /** The next review ends with what a review without any history finds. */
  private void everythingIsThere(String as) throws IOException {
    Run next = Run.of("review", inputs.toString(), "--workspace", workspace.toString());
    assertThat(next.code()).as(as + next.err()).isLessThanOrEqualTo(ExitCode.QUARANTINE);
    Path other = folder.resolve("reference");
    delete(other);
    Run reference = Run.of("review", inputs.toString(), "--workspace", other.toString());
    assertThat(reference.code()).as(reference.err()).isLessThanOrEqualTo(ExitCode.QUARANTINE);
    for (String file :
        List.of("forms.jsonl", "findings.csv", "审核发现.csv", "score_audit.csv", "quarantine.csv")) {
      assertThat(lines(workspace, file)).as(as + file).isEqualTo(lines(other, file));
    }
    assertThat(lines(workspace, "forms.jsonl")).hasSize(FORMS);
    List<String> history = lines(workspace, "form_versions.csv");
    List<String> versions =
        history.stream()
            .map(line -> String.join(",", Arrays.asList(line.split(",")).subList(0, 3)))
            .toList();
    assertThat(new HashSet<>(versions)).as(as).hasSameSizeAs(versions);
    Path published = workspace.resolve("published");
    Manifest manifest = Manifest.read(published);
    List<RunRecord> runs = Tables.open(workspace).history();
    assertThat(manifest).as(as).isNotNull();
    assertThat(manifest.describes(published)).as(as).isTrue();
    assertThat(manifest.run()).as(as).isEqualTo(runs.get(runs.size() - 1).id());
    assertThat(workspace.resolve("published.new")).doesNotExist();
    assertThat(workspace.resolve("published.old")).doesNotExist();
    assertThat(runs.stream().map(RunRecord::id).distinct()).hasSameSizeAs(runs);
  }

  private static List<String> lines(Path workspace, String file) throws IOException {
    List<String> lines =
        new ArrayList<>(Files.readAllLines(workspace.resolve("published/" + file)));
    lines.sort(Comparator.naturalOrder());
    return lines;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void aDiskThatIsFull() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    Assumptions.assumeTrue(
        system("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString()),
        "needs the right to mount a small disk");
    try {
      workspace = disk.resolve("绩效");
      assertThat(Run.of("review", inputs.toString(), "--workspace", workspace.toString()).code())
          .isLessThanOrEqualTo(ExitCode.QUARANTINE);
      long whole = used(disk);
      int failed = 0;
      for (int size = 1; size <= SIZES; size++) {
        delete(workspace);
        // Never quite what a whole review needs, beside the one before.
        long bytes = whole * size * 9 / (SIZES * 10L);
        assertThat(system("mount", "-o", "remount,size=" + Math.max(4096, bytes), disk.toString()))
            .isTrue();
        String as = "disk of " + bytes + " bytes, of " + whole;
        for (int round = 1; round <= 2; round++) {
          FaultLoop.change(inputs, 100 * size + round);
          Run full = Run.of("review", inputs.toString(), "--workspace", workspace.toString());
          assertThat(full.code()).as(as + full.err()).isNotEqualTo(ExitCode.USAGE);
          failed += full.code() == ExitCode.FAILED ? 1 : 0;
          assertThat(full.err()).as(as).doesNotContain("程序出错", "\tat ");
        }
        assertThat(system("mount", "-o", "remount,size=64m", disk.toString())).isTrue();
        everythingIsThere(as);
      }
      assertThat(failed).isPositive();
    } finally {
      system("umount", "-l", disk.toString()); // Spark may still hold a file open
    }
  }

  private static long used(Path disk) throws IOException {
    try (Stream<Path> files = Files.walk(disk)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += (Files.size(file) + 4095) / 4096 * 4096;
      }
      return bytes;
    }
  }

  private static boolean system(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
