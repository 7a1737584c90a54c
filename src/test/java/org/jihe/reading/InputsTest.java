package org.jihe.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jihe.reading.InputFile.Origin;
import org.jihe.review.ReadingTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

  @TempDir private Path folder;

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  private List<String> names() {
    return Inputs.list(List.of(folder)).files().stream()
        .map(each -> each.name().substring(folder.toString().length() + 1))
        .toList();
  }

  @Test
  void everyFormatIsTakenAndNoiseIsNot() throws IOException {
    for (String name :
        List.of(
            "a.txt",
            "b.XLSX",
            "c.pdf",
            "d.zip",
            "e.Docx",
            "f.et",
            "g.wps",
            "h.mht",
            "i.jsonl",
            "j.tiff",
            "k",
            "l.odt",
            "m.2022",
            "dir/n.htm")) {
      file(name);
    }
    file("~$b.XLSX");
    file("Thumbs.db");
    file(".DS_Store");
    file("__MACOSX/a.txt");
    file(".git/a.txt");
    file("film.mp4");
    file("film2.MP4");
    Inputs.Listing listing = Inputs.list(List.of(folder));
    assertThat(names())
        .containsExactly(
            "a.txt",
            "b.XLSX",
            "c.pdf",
            "d.zip",
            "dir/n.htm",
            "e.Docx",
            "f.et",
            "g.wps",
            "h.mht",
            "i.jsonl",
            "j.tiff",
            "k",
            "l.odt",
            "m.2022");
    assertThat(listing.passedOver()).isEqualTo(Map.of("mp4", 2L));
    assertThat(listing.files())
        .filteredOn(each -> each.origin() == Origin.UNSURE)
        .extracting(InputFile::name)
        .allMatch(name -> name.matches(".*(/k|\\.2022|\\.jsonl)"))
        .hasSize(3);
  }

  @Test
  void aFileThatIsNamedIsTakenWhateverItIsCalled() throws IOException {
    Path film = file("film.mp4");
    Path none = folder.resolve("none.mp4");
    assertThat(Inputs.list(List.of(film, none, film, folder.resolve("./film.mp4"))).files())
        .extracting(InputFile::origin)
        .containsExactly(Origin.NAMED, Origin.NAMED);
  }

  @Test
  void linksThatLeadInCirclesEnd() throws IOException {
    file("a/form.txt");
    file("b/form.txt");
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    Files.createSymbolicLink(folder.resolve("a/b"), folder.resolve("b"));
    Files.createSymbolicLink(folder.resolve("b/a"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("broken.txt"), folder.resolve("nowhere"));
    assertThat(names()).containsExactly("a/form.txt", "b/form.txt", "broken.txt");
  }

  @Test
  void linksOutOfTheFolderAreNotFollowed(@TempDir Path elsewhere) throws IOException {
    Path root = Files.createDirectory(folder.resolve("sent"));
    file("sent/form.txt");
    file("beside/form.txt");
    Files.writeString(elsewhere.resolve("secret.txt"), "x");
    Files.createSymbolicLink(root.resolve("file.txt"), elsewhere.resolve("secret.txt"));
    Files.createSymbolicLink(root.resolve("folder"), elsewhere);
    Files.createSymbolicLink(root.resolve("up"), folder);
    Files.createSymbolicLink(root.resolve("beside.txt"), Path.of("../beside/form.txt"));
    Files.createSymbolicLink(root.resolve("chain.txt"), root.resolve("file.txt"));
    Files.createSymbolicLink(root.resolve("same.txt"), Path.of("form.txt"));
    Inputs.Listing listing = Inputs.list(List.of(root));
    assertThat(listing.files())
        .extracting(each -> each.path().getFileName().toString())
        .containsExactly("form.txt", "same.txt");
    assertThat(listing.passedOver()).isEqualTo(Map.of(Inputs.LINK, 5L));
  }

  @Test
  void anInputThatIsALinkIsFollowed() throws IOException {
    Path file = file("real/form.txt");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
    Path one = Files.createSymbolicLink(folder.resolve("one.txt"), file);
    assertThat(Inputs.list(List.of(link, one)).files())
        .extracting(InputFile::origin)
        .containsExactly(Origin.FOUND, Origin.NAMED);
    assertThat(Inputs.list(List.of(link, one)).passedOver()).isEmpty();
  }

  @Test
  void workspacesArePassedOverByWhatTheyAre() throws IOException {
    file("form.txt");
    file("ours/tables/forms/metadata/v3.metadata.json");
    file("ours/published/forms.json");
    file("ours/kept by hand.txt");
    file("copy 2021/tables/review/runs/metadata/00004-ab.metadata.json");
    file("begun/.lock");
    Files.createDirectories(folder.resolve("begun/tables/sources"));
    file("taken out/findings/metadata/v1.metadata.json");
    file("taken out/findings/data/a.parquet");
    Inputs.Listing listing = Inputs.list(List.of(folder));
    assertThat(names()).containsExactly("form.txt");
    assertThat(listing.passedOver()).isEqualTo(Map.of(Inputs.WORKSPACE, 4L));
  }

  @Test
  void theWorkspaceOfTheReviewIsNoneOfItsInputs() throws IOException {
    file("form.txt");
    file("work/form.txt");
    Inputs.Listing listing = Inputs.list(List.of(folder), folder.resolve("work"));
    assertThat(listing.files())
        .extracting(each -> each.path())
        .containsExactly(folder.resolve("form.txt"));
    assertThat(listing.passedOver()).isEqualTo(Map.of(Inputs.WORKSPACE, 1L));
  }

  @Test
  void foldersThatAreOnlyCalledLikeOursAreTaken() throws IOException {
    file("jihe-workspace/a.txt");
    file("published/b.txt");
    file("tables/c.txt");
    file("metadata/d.txt");
    file("locked/.lock");
    file("locked/tables/e.txt");
    file("lists/forms.csv");
    file("lists/sources.csv");
    file("lists/findings.csv");
    assertThat(Inputs.list(List.of(folder)).passedOver()).isEmpty();
    assertThat(names()).hasSize(8);
  }

  @Test
  void publicationsArePassedOverAndWhatStandsBesideThemIsNot() throws IOException {
    for (String copy : List.of("results/", "")) {
      file(copy + "forms.json");
      file(copy + "findings.jsonl");
      file(copy + "score_audit.csv");
      file(copy + "forms.parquet");
    }
    file("form.txt");
    file("results/other.json");
    Inputs.Listing listing = Inputs.list(List.of(folder));
    assertThat(names()).containsExactly("form.txt", "results/other.json");
    assertThat(listing.passedOver()).isEqualTo(Map.of(Inputs.PUBLICATION, 8L));
  }

  @Test
  void aLinkToWhatTheProgramWroteIsNotFollowed() throws IOException {
    file("form.txt");
    file("work/tables/forms/metadata/v3.metadata.json");
    Path published = file("work/published/forms.json");
    Files.createSymbolicLink(folder.resolve("last.json"), published);
    Inputs.Listing listing = Inputs.list(List.of(folder));
    assertThat(names()).containsExactly("form.txt");
    assertThat(listing.passedOver()).isEqualTo(Map.of(Inputs.LINK, 1L, Inputs.WORKSPACE, 1L));
  }

  @Test
  void aFileOfAFolderThatIsNamedByItselfIsNamed() throws IOException {
    Path file = file("a.json");
    assertThat(Inputs.list(List.of(folder, file)).files())
        .extracting(InputFile::origin)
        .containsExactly(Origin.NAMED);
  }

  @Test
  void tellsWhereAPathLiesInOurOwn() throws IOException {
    file("work/tables/forms/metadata/v3.metadata.json");
    Path inside = file("work/forms/a.txt");
    Path work = folder.resolve("work").toRealPath();
    for (Path path : List.of(work, inside, work.resolve("tables/forms/metadata"))) {
      OwnOutput.Place place = OwnOutput.of(path);
      assertThat(place).isNotNull();
      assertThat(place.kind()).isEqualTo(OwnOutput.Kind.WORKSPACE);
    }
    for (String name : List.of("forms.csv", "findings.csv", "form_versions.csv")) {
      file("copied/" + name);
    }
    OwnOutput.Place copied = OwnOutput.of(folder.resolve("copied/forms.csv"));
    assertThat(copied).isNotNull();
    assertThat(copied.kind()).isEqualTo(OwnOutput.Kind.PUBLICATION);
    assertThat(OwnOutput.of(folder.resolve("copied"))).isEqualTo(copied);
    file("copied/form.txt");
    assertThat(OwnOutput.of(folder.resolve("copied"))).isNull();
    assertThat(OwnOutput.of(folder)).isNull();
  }

  @Test
  void pipesAreNeverOpened() throws Exception {
    file("form.txt");
    Path pipe = folder.resolve("pipe.txt");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeThat(made.waitFor()).isZero();
    Inputs.Listing listing = Inputs.list(List.of(folder));
    assertThat(names()).containsExactly("form.txt");
    assertThat(listing.passedOver()).isEqualTo(Map.of(Inputs.SPECIAL, 1L));
    assertThat(new FormReader().read(pipe).get(0).quarantined()).hasSize(1);
    Duration soon = Duration.ofSeconds(20);
    assertThat(assertTimeoutPreemptively(soon, () -> new FormReader().explain(pipe)))
        .allMatch(trial -> trial.refusal() != null)
        .hasSize(1);
  }

  @Test
  void oddNamesComeBackToTheirFiles() throws IOException {
    file("line\nfeed.txt");
    file("😀 表格.txt");
    file("\u202etxt.exe.txt");
    file("x".repeat(240) + ".txt");
    List<InputFile> files = Inputs.list(List.of(folder)).files();
    assertThat(files).hasSize(4).allMatch(each -> Files.exists(each.path()));
    assertThat(names()).contains("line\\x0afeed.txt", "😀 表格.txt", "\\xe2\\x80\\xaetxt.exe.txt");
  }

  @Test
  void namesThatAreNoUtf8AreToldApart() throws Exception {
    assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
    for (String bytes : List.of("\\xb1\\xed", "\\xb1\\xee")) {
      String command = "printf x > \"$(printf '" + bytes + ".txt')\"";
      Process shell = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).start();
      assumeThat(shell.waitFor()).isZero();
    }
    try {
      List<InputFile> files = Inputs.list(List.of(folder)).files();
      assertThat(files).hasSize(2).allMatch(each -> Files.exists(each.path()));
      assertThat(names()).containsExactly("\\xb1\\xed.txt", "\\xb1\\xee.txt");
      assertThat(new FormReader().read(files.get(0)).get(0).bytes()).isEqualTo(1);
    } catch (InvalidPathException e) {
      assumeThat(e).as("names of this file system").isNull();
    }
  }

  @Test
  void anEmptyFolderIsReported() {
    assertThat(Inputs.list(List.of(folder)).files())
        .extracting(InputFile::name)
        .containsExactly(folder.toString());
  }

  @Test
  void tasksAreBoundedByFilesAndByBytes() {
    List<InputFile> small =
        java.util.stream.IntStream.range(0, 100)
            .mapToObj(i -> new InputFile("f" + i, "in", "file:///f" + i, Origin.FOUND, 10))
            .toList();
    assertThat(ReadingTasks.tasks(small)).hasSize(7).allMatch(task -> task.size() <= 16);
    InputFile large = new InputFile("large", "in", "file:///large", Origin.FOUND, 50L << 20);
    List<List<InputFile>> tasks =
        ReadingTasks.tasks(List.of(small.get(0), large, small.get(1), small.get(2)));
    assertThat(tasks).hasSize(3);
    assertThat(tasks.get(0)).containsExactly(large);
  }
}
