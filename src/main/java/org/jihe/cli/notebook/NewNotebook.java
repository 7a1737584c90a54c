package org.jihe.cli.notebook;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.PathCheck;
import org.jihe.message.JobException;
import org.jihe.notebook.NotebookFile;
import org.jihe.notebook.NotebookSkeleton;
import org.jihe.process.Changes;
import org.jihe.publish.list.FileNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code notebook new}: a notebook on a workspace, to be gone on with. */
@Command(name = "new", sortOptions = false)
final class NewNotebook implements Callable<Integer> {

  private static final String ENDING = ".ipynb";

  private final Console console;

  @Parameters(paramLabel = "TITLE", descriptionKey = "notebookTitle")
  private String title = "";

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "notebookNew")
  private Path out = Path.of("");

  NewNotebook(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException {
    new PathCheck(console).filled(workspace).done();
    String name = FileNames.title(title);
    Path target =
        out.toString().isEmpty() ? Path.of((name.isEmpty() ? "notebook" : name) + ENDING) : out;
    Changes.are(Changes.State.FILES);
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.writeString(
          target,
          NotebookFile.print(NotebookSkeleton.of(title, workspace, console.messages())),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new JobException("notebook.exists", Map.of("file", target.toString()), e);
    } catch (IOException e) {
      throw NotebookCommand.unwritable(target, e);
    }
    console.out().println(target);
    console.say("notebook.next", Map.of("file", target));
    return ExitCode.DONE;
  }
}
