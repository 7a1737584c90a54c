package org.jihe.notebook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jihe.process.Doing;
import org.jspecify.annotations.Nullable;

/**
 * Runs a notebook from its first cell to its last, or to the first that fails.
 *
 * @param notebook the notebook with what the run has put out; cells behind one that failed keep
 *     what they had
 * @param failure why it stopped; null where all cells ran
 */
public record NotebookRun(Notebook notebook, @Nullable Failure failure) {

  /**
   * A cell that failed.
   *
   * @param cell its number, from 1, as they stand in the notebook
   */
  public record Failure(int cell, Output.Failed why) {}

  /**
   * A run that differs from what is stored.
   *
   * @param cell number of the cell, from 1
   * @param stored what the file has
   * @param now what the run gives
   */
  public record Difference(int cell, String stored, String now) {}

  /**
   * Runs a notebook in this process.
   *
   * @param file where it stands, for what is said of it
   * @param limit how long one cell may take
   * @param begins told the number of each cell of code that is begun
   */
  public static NotebookRun of(Notebook notebook, Path file, Duration limit, IntConsumer begins) {
    Display.begin();
    List<Cell> cells = new ArrayList<>(notebook.cells());
    Failure failure = null;
    try (CellShell shell = CellShell.open()) {
      for (int i = 0; i < cells.size() && failure == null; i++) {
        Cell cell = cells.get(i);
        if (cell.kind() != Cell.Kind.CODE) {
          continue;
        }
        int number = i + 1;
        begins.accept(number);
        Doing.is(
            "notebook.exited", Map.of("file", file.toString(), "cell", String.valueOf(number)));
        CellShell.Run run = shell.run(cell.source(), limit);
        cells.set(i, cell.with(run.outputs()));
        failure = run.failure() == null ? null : new Failure(number, run.failure());
      }
    } finally {
      Display.end();
      Doing.isNothing();
    }
    if (failure == null) {
      Map<String, String> results = Display.results();
      cells.replaceAll(
          cell ->
              cell.kind() == Cell.Kind.MARKDOWN
                  ? cell.saying(Prose.renewed(cell.source(), results))
                  : cell);
    }
    return new NotebookRun(new Notebook(cells), failure);
  }

  /** Where the run differs from the notebook as it was stored, prose that mentions results too. */
  public List<Difference> differences(Notebook stored) {
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < stored.cells().size(); i++) {
      Cell before = stored.cells().get(i);
      Cell now = notebook.cells().get(i);
      String said = said(before);
      String says = said(now);
      if (!said.equals(says)) {
        differences.add(new Difference(i + 1, said, says));
      }
    }
    return differences;
  }

  private static String said(Cell cell) {
    if (cell.kind() != Cell.Kind.CODE) {
      return cell.source();
    }
    StringBuilder text = new StringBuilder();
    for (Output output : cell.outputs()) {
      if (output instanceof Output.Printed printed) {
        text.append(printed.text());
      } else if (output instanceof Output.Shown shown) {
        text.append(shown.text()).append('\n').append(shown.html());
      } else if (output instanceof Output.Failed failed) {
        text.append(failed.name()).append(": ").append(failed.text());
      }
    }
    return text.toString();
  }
}
