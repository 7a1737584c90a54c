package org.jihe.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

  @TempDir private Path folder;

  private Path place;

  @BeforeEach
  void layOut() throws IOException {
    place = Files.createDirectories(folder.resolve("tmp"));
  }

  private static Scratch open(Path... places) {
    return Objects.requireNonNull(Scratch.open(null, List.of(places)));
  }

  private static List<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(Path::getFileName).map(Path::toString).sorted().toList();
    }
  }

  private Path leftover(String name) throws IOException {
    Path left = Files.createDirectories(place.resolve(name));
    Files.createDirectories(left.resolve("blockmgr/0e"));
    Files.writeString(left.resolve("blockmgr/0e/spill"), "x");
    return left;
  }

  private static void age(Path file, Duration age) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  @Test
  void nobodyElseLooksIntoItOrGuessesItsName() throws IOException {
    Scratch one = open(place);
    Scratch two = open(place);
    assertThat(one.folder()).isNotEqualTo(two.folder()).hasParent(place);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one.folder())))
        .isEqualTo("rwx------");
    two.close();
    one.close();
  }

  /** As Spark does while it starts, whatever has become of the process meanwhile. */
  @Test
  void whoMakesItAnewFailsBeforeTheProcessEnds() throws Exception {
    Scratch scratch = open(place);
    Path within = scratch.folder().resolve("blockmgr");
    Thread maker =
        new Thread(
            () -> {
              try {
                while (true) {
                  Files.createDirectories(within);
                }
              } catch (IOException e) {
                // A file is in the way.
              }
            });
    maker.setDaemon(true);
    maker.start();
    scratch.closeForGood();
    maker.join(Duration.ofSeconds(10).toMillis());
    assertThat(maker.isAlive()).isFalse();
    assertThat(names(place)).isEmpty();
  }

  @Test
  void takesAwayWhatStoodInAFoldersPlace() throws IOException {
    Files.createFile(place.resolve(Scratch.PREFIX + "0123456789"));
    open(place).close();
    assertThat(names(place)).isEmpty();
  }

  @Test
  void goesWithAllThatIsInIt() throws IOException {
    Scratch scratch = open(place);
    Files.createDirectories(scratch.folder().resolve("a/b"));
    Files.writeString(scratch.folder().resolve("a/b/c"), "x");
    Files.writeString(scratch.folder().resolve(Scratch.LOG), "nobody was told of it");
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("kept"), "x");
    Files.createSymbolicLink(scratch.folder().resolve("link"), outside);
    scratch.close();
    assertThat(names(place)).isEmpty();
    assertThat(outside.resolve("kept")).exists();
  }

  @Test
  void aLogThatAMessageNamesStaysForAWeek() throws IOException {
    Scratch scratch = open(place);
    Files.writeString(scratch.folder().resolve("spill"), "x");
    Path log = Files.writeString(scratch.folder().resolve(Scratch.LOG), "trace");
    scratch.leaveLog();
    scratch.close();
    assertThat(names(scratch.folder())).containsExactly(Scratch.LOG);
    age(log, Duration.ofDays(6));
    open(place).close();
    assertThat(log).exists();
    age(log, Duration.ofDays(8));
    open(place).close();
    assertThat(names(place)).isEmpty();
  }

  @Test
  void takesWhatADeadProcessLeft() throws IOException {
    Path left = leftover(Scratch.PREFIX + "a1B2c3D4e5");
    Files.createFile(left.resolve(Scratch.OWNER));
    Path elsewhere = Files.createDirectories(folder.resolve("cache"));
    Path other = Files.createDirectories(elsewhere.resolve(Scratch.PREFIX + "0123456789"));
    Files.createFile(other.resolve(Scratch.OWNER));
    open(place, elsewhere).close();
    assertThat(names(place)).isEmpty();
    assertThat(names(elsewhere)).isEmpty();
  }

  @Test
  void leavesWhatIsInUseOrNobodysOrNotItsOwn() throws IOException {
    Scratch living = open(place);
    Path workspace = leftover("jihe-workspace");
    Files.createFile(workspace.resolve(".lock"));
    Path target = Files.createDirectories(folder.resolve("target"));
    Files.createFile(target.resolve(Scratch.OWNER));
    Files.createSymbolicLink(place.resolve(Scratch.PREFIX + "a1B2c3D4e5"), target);
    Path beginning = Files.createDirectories(place.resolve(Scratch.PREFIX + "b1B2c3D4e5"));
    leftover(Scratch.PREFIX + "c1B2c3D4e5");
    List<String> before = names(place);
    open(place).close();
    assertThat(names(place)).isEqualTo(before);
    assertThat(target.resolve(Scratch.OWNER)).exists();
    assertThat(workspace.resolve("blockmgr/0e/spill")).exists();
    age(beginning, Duration.ofHours(1));
    open(place).close();
    assertThat(beginning).doesNotExist();
    living.close();
  }

  @Test
  void usesThePlaceThatIsUsable() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Path made = folder.resolve("made/where/missing");
    Scratch scratch = open(file, file.resolve("inside"), made);
    assertThat(scratch.folder()).hasParent(made);
    scratch.close();
    assertThat(Scratch.open(null, List.of(file))).isNull();
  }

  @Test
  void takesTheFolderThatTheLauncherMade() throws IOException {
    Path given = Files.createDirectories(place.resolve(Scratch.PREFIX + "a1B2c3D4e5"));
    Scratch scratch = Objects.requireNonNull(Scratch.open(given, List.of(folder)));
    assertThat(scratch.folder()).isEqualTo(given);
    scratch.close();
    assertThat(names(place)).isEmpty();
    Path gone = place.resolve(Scratch.PREFIX + "gone234567");
    Scratch other = Objects.requireNonNull(Scratch.open(gone, List.of(place)));
    assertThat(other.folder()).isNotEqualTo(gone).hasParent(place);
    other.close();
  }

  @Test
  void placesAreTheSystemsTheUsersAndBesideTheResults() {
    Properties java = new Properties();
    java.setProperty("java.io.tmpdir", "/tmp");
    java.setProperty("user.home", "/home/a");
    Path workspace = folder.resolve("not/there");
    assertThat(ScratchPlaces.of(Map.of("TMPDIR", "/t", "XDG_CACHE_HOME", "/c"), java, workspace))
        .containsExactly(
            Path.of("/t"),
            Path.of("/tmp"),
            Path.of("/c/jihe"),
            Path.of("/home/a/.cache/jihe"),
            Path.of("/var/tmp"),
            folder);
    java.setProperty("java.io.tmpdir", "/set");
    java.setProperty("user.home", "?"); // of a user without a name
    assertThat(ScratchPlaces.of(Map.of("TMPDIR", "/t"), java, workspace))
        .containsExactly(Path.of("/set"), Path.of("/t"), folder);
  }

  @Test
  void aPlaceThatIsFullOrReadOnlyOrLetsNothingBeLoadedIsNoObstacle() throws Exception {
    assumeTrue(mayMount(), "needs the right to mount");
    Path other = Files.createDirectories(folder.resolve("other"));
    for (String options : List.of("size=64k", "ro", "noexec")) {
      String script = "mount -t tmpfs -o \"$1\" none \"$2\" || exit 99; shift 2; exec \"$@\"";
      List<String> command =
          List.of(
              "unshare",
              "-m",
              "sh",
              "-c",
              script,
              "sh",
              options,
              place.toString(),
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              ScratchProbe.class.getName(),
              place.toString(),
              other.toString());
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      assertThat(said).startsWith(other.toString());
      assertThat(names(other)).isEmpty();
    }
  }

  private boolean mayMount() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "-m", "mount", "-t", "tmpfs", "none", place.toString())
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
