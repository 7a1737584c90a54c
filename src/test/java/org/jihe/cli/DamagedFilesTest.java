package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;
import org.jihe.workspace.FolderState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each kind of file of a workspace removed, emptied or cut: whoever reads it afterwards has what
 * was there before, or is told which file is wrong and what to do; nobody gets less and no word.
 */
class DamagedFilesTest {

  /** Every table's files; otherwise those of a few. */
  private static final boolean ALL = System.getenv("JIHE_TEST_ALL") != null;

  private static final List<String> SOME = List.of("forms", "findings", "runs");

  private static final String PROJECT = "法律顾问费";

  @TempDir private Path folder;

  private enum Damage {
    REMOVED,
    EMPTY,
    CUT
  }

  private Path input;

  private Run run(Path workspace, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--workspace", workspace.toString()));
    return Run.of(all.toArray(String[]::new));
  }

  private static List<String> published(Path workspace) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String file : List.of("forms.jsonl", "findings.csv", "score_audit.csv")) {
      lines.addAll(Files.readAllLines(workspace.resolve("published/" + file)));
    }
    lines.sort(Comparator.naturalOrder());
    return lines;
  }

  private static String kind(Path file) {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".metadata.json")) {
      return "metadata";
    }
    if (name.startsWith("snap-")) {
      return "manifest list";
    }
    if (name.endsWith(".avro")) {
      return "manifest";
    }
    return name.endsWith(".parquet") ? "data" : name;
  }

  /** The files that are in force, the last of each kind and table. */
  private List<Path> files(Path workspace) throws IOException {
    Map<String, Path> last = new TreeMap<>();
    try (Stream<Path> files = Files.walk(workspace)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path inside = workspace.relativize(file);
        String top = inside.getName(0).toString();
        if (top.equals("catalog.db")) {
          last.put(top, inside);
        } else if (top.equals("tables")
            && !inside.getFileName().toString().startsWith(".")
            && (ALL || SOME.contains(inside.getName(1).toString()))) {
          last.put(inside.getName(1) + " " + kind(inside), inside);
        }
      }
    }
    return List.copyOf(last.values());
  }

  private static void damage(Path file, Damage damage) throws IOException {
    if (damage == Damage.REMOVED) {
      Files.delete(file);
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(damage == Damage.EMPTY ? 0 : channel.size() / 2);
    }
  }

  @Test
  void whatIsDamagedIsToldOrAsItWas() throws Exception {
    input = Files.createDirectories(folder.resolve("forms"));
    Files.writeString(input.resolve("一.txt"), SampleForms.texts().get(0));
    Files.writeString(input.resolve("二.txt"), SampleForms.texts().get(2));
    Path whole = folder.resolve("whole");
    assertThat(run(whole, "review", input.toString()).code()).isZero();
    // What comes after damage that nobody has met yet.
    Files.writeString(input.resolve("三.txt"), SampleForms.texts().get(3));
    Path next = folder.resolve("next");
    FolderState.copy(whole, next);
    assertThat(run(next, "review", input.toString()).code()).isZero();
    String shown = run(whole, "show", PROJECT).out();
    List<String> published = published(next);

    for (Path file : files(whole)) {
      for (Damage damage : Damage.values()) {
        Path workspace = folder.resolve("damaged");
        delete(workspace);
        FolderState.copy(whole, workspace);
        damage(workspace.resolve(file), damage);
        String as = file + " " + damage;
        Run show = run(workspace, "show", PROJECT);
        if (!isTold(show, as)) {
          assertThat(show.out()).as(as).isEqualTo(shown);
        }
        Run review = run(workspace, "review", input.toString());
        if (!isTold(review, as)) {
          assertThat(published(workspace)).as(as).isEqualTo(published);
        }
      }
    }
  }

  private static boolean isTold(Run run, String as) {
    assertThat(run.err()).as(as).doesNotContain("程序出错", "Exception:", "\tat ");
    if (run.code() == ExitCode.FAILED) {
      assertThat(run.err()).as(as).contains("工作区", "damaged");
      return true;
    }
    assertThat(run.code()).as(as + run.err()).isZero();
    return false;
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
}
