package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jihe.JavaProcess;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;
import org.jihe.workspace.FolderState;
import org.jihe.workspace.OldWorkspace;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** What only reads works on a medium that cannot be written, and sees all that was committed. */
class ReadOnlyWorkspaceTest {

  @TempDir private Path folder;

  private void review(Path workspace, String amount) throws IOException {
    Path form = folder.resolve("form.txt");
    String text = SampleForms.texts().get(0);
    assertThat(text).contains("18000.00");
    Files.writeString(form, text.replace("18000.00", amount));
    Run run = Run.of("review", form.toString(), "--workspace", workspace.toString());
    assertThat(run.code()).as(run.err()).isLessThanOrEqualTo(ExitCode.QUARANTINE);
  }

  /** The last commits are in the log alone, as where a process was killed after them. */
  private Path withLog() throws Exception {
    Path workspace = folder.resolve("绩效 测试#?");
    review(workspace, "18000.00");
    Path copy = folder.resolve("只读 #?%25");
    String uri = JDBC.PREFIX + workspace.resolve("catalog.db").toUri().toASCIIString();
    try (Connection reader = JDBC.createConnection(uri, new Properties());
        Statement statement = reader.createStatement()) {
      // Who reads keeps the log from being brought in.
      reader.setAutoCommit(false);
      statement.executeQuery("select * from iceberg_tables").close();
      review(workspace, "17000.00");
      FolderState.copy(workspace, copy);
    }
    assertThat(copy.resolve("catalog.db-wal")).isNotEmptyFile();
    assertThat(copy.resolve("catalog.db-shm")).exists();
    return copy;
  }

  @Test
  void readsOnAFileSystemThatCannotBeWritten() throws Exception {
    Path withLog = withLog();
    Path settled = folder.resolve("绩效 测试#?");
    assertThat(settled.resolve("catalog.db-wal")).doesNotExist();
    Path old = folder.resolve("old");
    OldWorkspace.at(old);
    for (Path workspace : List.of(withLog, settled, old)) {
      Map<String, Integer> before = FolderState.of(workspace);
      JavaProcess process =
          JavaProcess.start(
              List.of("unshare", "-m", "sh", "-c", READ_ONLY, "sh", workspace.toString()),
              folder.resolve("said.txt"),
              Map.of(),
              CommandLines.class,
              commands(workspace));
      int code = process.await();
      Assumptions.assumeTrue(code != 77, "needs the right to mount");
      assertThat(code).as(process.said()).isZero();
      assertThat(process.said())
          .contains("ended show 0", "ended diff 0", "ended quarantine 0", "ended review 3")
          .contains(workspace.equals(old) ? "法律顾问费" : "17000.00");
      assertThat(FolderState.of(workspace)).isEqualTo(before);
    }
  }

  private static final String READ_ONLY =
      "mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\" || exit 77; shift;"
          + " exec \"$@\"";

  private String[] commands(Path workspace) {
    String form = folder.resolve("form.txt").toString();
    String place = workspace.toString();
    return Stream.of(
            List.of("show", "法律顾问费", "--workspace", place, ";"),
            List.of("quarantine", "list", "--workspace", place, ";"),
            List.of("diff", "法律顾问费", "--workspace", place, ";"),
            List.of("review", form, "--workspace", place, ";"))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  @Test
  void readsForAUserWithoutAName() throws Exception {
    Path workspace = folder.resolve("workspace");
    review(workspace, "18000.00");
    // The libraries may lie where only their owner reads them.
    List<String> nobody =
        List.of(
            "setpriv",
            "--reuid=12345",
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override");
    Assumptions.assumeTrue(succeeds(nobody), "needs root");
    JavaProcess process =
        JavaProcess.start(
            nobody,
            folder.resolve("said.txt"),
            Map.of(),
            CommandLines.class,
            Stream.of(
                    List.of("show", "法律顾问费", "--workspace", workspace.toString(), ";"),
                    List.of("runs", "--workspace", workspace.toString(), ";"))
                .flatMap(List::stream)
                .toArray(String[]::new));
    assertThat(process.await()).as(process.said()).isZero();
    assertThat(process.said()).contains("18000.00", "ended show 0", "ended runs 0");
  }

  private static boolean succeeds(List<String> wrapper) throws InterruptedException {
    try {
      return new ProcessBuilder(Stream.concat(wrapper.stream(), Stream.of("true")).toList())
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void readsWithoutTheRightToWrite() throws Exception {
    Path workspace = withLog();
    Map<String, Integer> before = FolderState.of(workspace);
    List<Path> all;
    try (Stream<Path> files = Files.walk(workspace)) {
      all = files.toList();
    }
    permit(all, "r-xr-xr-x", "r--r--r--");
    try {
      Run show = Run.of("show", "法律顾问费", "--workspace", workspace.toString());
      assertThat(show.code()).as(show.err()).isZero();
      assertThat(show.out()).contains("17000.00");
      Run list = Run.of("quarantine", "list", "--workspace", workspace.toString());
      assertThat(list.code()).as(list.err()).isZero();
      assertThat(FolderState.of(workspace)).isEqualTo(before);
    } finally {
      permit(all, "rwxr-xr-x", "rw-r--r--");
    }
  }

  private static void permit(List<Path> all, String folders, String files) throws IOException {
    for (Path path : all) {
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(Files.isDirectory(path) ? folders : files));
    }
  }

  @Test
  void aCopyAndItsOriginalGoTheirOwnWays() throws Exception {
    Path original = folder.resolve("original");
    review(original, "18000.00");
    Path copy = folder.resolve("copy");
    FolderState.copy(original, copy);
    Map<String, Integer> before = FolderState.of(original);
    review(copy, "17000.00");
    assertThat(FolderState.of(original)).isEqualTo(before);
    before = FolderState.of(copy);
    review(original, "16000.00");
    assertThat(FolderState.of(copy)).isEqualTo(before);
    assertThat(Run.of("show", "法律顾问费", "--workspace", copy.toString()).out()).contains("17000.00");
    assertThat(Run.of("show", "法律顾问费", "--workspace", original.toString()).out())
        .contains("16000.00");
  }
}
