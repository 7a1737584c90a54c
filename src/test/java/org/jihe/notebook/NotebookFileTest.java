package org.jihe.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jihe.message.JobException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookFileTest {

  @TempDir private Path folder;

  @Test
  void aNotebookComesBackAsItWas() throws Exception {
    Notebook notebook =
        new Notebook(
            List.of(
                new Cell(Cell.Kind.MARKDOWN, "a", "# 题\n\n文\n", List.of()),
                new Cell(
                    Cell.Kind.CODE,
                    "b",
                    "int a = 1;\na",
                    List.of(
                        new Output.Printed("x\ny\n"),
                        new Output.Shown("1", ""),
                        new Output.Shown("t", "<b>t</b>")))));
    Path file = folder.resolve("n.ipynb");
    Files.writeString(file, NotebookFile.print(notebook));
    assertThat(NotebookFile.read(file)).isEqualTo(notebook);
    assertThat(NotebookFile.print(NotebookFile.read(file))).isEqualTo(Files.readString(file));
    assertThat(Files.readString(file))
        .startsWith("{\n \"cells\": [\n  {\n   \"cell_type\": \"markdown\",\n   \"id\": \"a\",");
  }

  @Test
  void whatIsNoNotebookIsSaidToBeNone() throws Exception {
    assertThatThrownBy(() -> read("{")).hasMessageContaining("notebook.noNotebook");
    assertThatThrownBy(() -> read("{\"nbformat\": 3, \"worksheets\": []}"))
        .hasMessageContaining("notebook.noNotebook");
    assertThatThrownBy(
            () ->
                read(
                    "{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"kernelspec\":"
                        + " {\"language\": \"python\"}}}"))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("notebook.otherLanguage");
    assertThatThrownBy(() -> NotebookFile.read(folder.resolve("none.ipynb")))
        .hasMessageContaining("notebook.unreadable");
  }

  private Notebook read(String text) throws Exception {
    Path file = folder.resolve("x.ipynb");
    Files.writeString(file, text);
    return NotebookFile.read(file);
  }
}
