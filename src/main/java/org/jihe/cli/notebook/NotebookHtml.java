package org.jihe.cli.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.option.PathCheck;
import org.jihe.message.JobException;
import org.jihe.notebook.Notebook;
import org.jihe.notebook.NotebookFile;
import org.jihe.notebook.NotebookPage;
import org.jihe.process.Changes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code notebook html}: a notebook as one page, to be put where people read it. */
@Command(name = "html", sortOptions = false)
final class NotebookHtml implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "FILE", descriptionKey = "notebookFile")
  private Path file = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "notebookPage")
  private @Nullable Path out;

  NotebookHtml(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException {
    new PathCheck(console).file("FILE", file).done();
    Notebook notebook = NotebookFile.read(file);
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.ipynb$", "");
    Path target = out == null ? file.resolveSibling(name + ".html") : out;
    Changes.are(Changes.State.FILES);
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.writeString(target, NotebookPage.of(notebook, name, console.messages()));
    } catch (IOException e) {
      throw NotebookCommand.unwritable(target, e);
    }
    console.out().println(target);
    return ExitCode.DONE;
  }
}
