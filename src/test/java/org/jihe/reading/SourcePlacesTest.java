package org.jihe.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source is one, from wherever it is named, and two are two, whatever they are called. */
class SourcePlacesTest {

  @TempDir private Path root;

  private Path forms;
  private Path workspace;

  @BeforeEach
  void layOut() throws IOException {
    root = root.toRealPath();
    forms = Files.createDirectories(root.resolve("甲/报送"));
    Files.writeString(forms.resolve("一.txt"), "");
    workspace = Files.createDirectories(root.resolve("甲/工作区"));
  }

  private static List<String> names(SourcePlaces places, Path... inputs) {
    List<Path> all = List.of(inputs);
    return places.named(all, Inputs.list(all)).files().stream().map(InputFile::name).toList();
  }

  /** As it is typed in the folder where the tests run. */
  private static Path relative(Path path) {
    return Path.of("").toAbsolutePath().relativize(path);
  }

  private SourcePlaces again(SourcePlaces places) {
    return SourcePlaces.of(workspace, places.entries());
  }

  @Test
  void aNameStaysAsItWasTypedFirst() {
    SourcePlaces first = SourcePlaces.of(workspace, Map.of());
    String typed = relative(forms).toString();
    assertThat(names(first, relative(forms))).containsExactly(typed + "/一.txt");
    assertThat(names(again(first), forms)).containsExactly(typed + "/一.txt");
    assertThat(names(again(first), forms.getParent())).containsExactly(typed + "/一.txt");
    assertThat(names(again(first), forms.resolve("一.txt"))).containsExactly(typed + "/一.txt");
    assertThat(again(first).of(typed + "/一.txt")).isEqualTo(forms + "/一.txt");
  }

  @Test
  void anotherFolderOfThatNameIsAnother() throws IOException {
    // Noted when the command ran in another folder.
    String typed = relative(forms).toString();
    Path other = Files.createDirectories(root.resolve("乙/报送"));
    Map<String, String> noted =
        Map.of("--workspace", workspace.toString(), "--place " + typed, other.toString());
    SourcePlaces places = SourcePlaces.of(workspace, noted);
    assertThat(names(places, relative(forms))).containsExactly(forms + "/一.txt");
    assertThat(places.of(typed + "/一.txt")).isEqualTo(other + "/一.txt");
    Map<String, String> ofFile =
        Map.of(
            "--workspace", workspace.toString(), "--place " + typed + "/一.txt", other + "/一.txt");
    assertThat(names(SourcePlaces.of(workspace, ofFile), relative(forms)))
        .containsExactly(forms + "/一.txt");
  }

  @Test
  void whatWasMovedWithTheWorkspaceIsFound() throws IOException {
    SourcePlaces first = SourcePlaces.of(workspace, Map.of());
    names(first, relative(forms));
    Path moved = Files.move(root.resolve("甲"), root.resolve("搬家后"));
    workspace = moved.resolve("工作区");
    String typed = relative(forms).toString();
    assertThat(again(first).of(typed + "/一.txt")).isEqualTo(moved + "/报送/一.txt");
    assertThat(names(again(first), moved.resolve("报送"))).containsExactly(typed + "/一.txt");
  }

  @Test
  void whatAnEarlierVersionNotedBeginsHere() {
    SourcePlaces none = SourcePlaces.of(workspace, Map.of("报送", "digest"));
    assertThat(none.of("报送/一.txt")).isEqualTo(Path.of("报送/一.txt").toAbsolutePath().toString());
    assertThat(none.of("/报送/一.txt")).isEqualTo("/报送/一.txt");
  }
}
