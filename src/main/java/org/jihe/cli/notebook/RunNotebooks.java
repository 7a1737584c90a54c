package org.jihe.cli.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.WrongUsage;
import org.jihe.cli.option.PathCheck;
import org.jihe.message.JobException;
import org.jihe.notebook.Notebook;
import org.jihe.notebook.NotebookFile;
import org.jihe.notebook.NotebookRun;
import org.jihe.notebook.Output;
import org.jihe.process.Changes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code notebook run}: runs notebooks and stores what they put out, or holds it against them. */
@Command(name = "run", sortOptions = false)
final class RunNotebooks implements Callable<Integer> {

  private static final int LONGEST_EXCERPT = 300;

  private final Console console;

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "notebookFile")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--check", descriptionKey = "notebookCheck")
  private boolean check;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "notebookOut")
  private @Nullable Path out;

  @Option(names = "--limit", paramLabel = "SECONDS", descriptionKey = "notebookLimit")
  private int limit = 600;

  RunNotebooks(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException {
    PathCheck paths = new PathCheck(console);
    files.forEach(file -> paths.file("FILE", file));
    if (out != null) {
      paths.made("--out", out);
    }
    paths.done();
    if (limit < 1) {
      throw new WrongUsage(
          List.of(console.messages().text("notebook.limit", Map.of("value", limit))));
    }
    if (!hasShell()) {
      throw new JobException("notebook.noJdk", Map.of("java", System.getProperty("java.home", "")));
    }
    int code = ExitCode.DONE;
    for (Path file : files) {
      if (!run(file)) {
        code = ExitCode.FAILED;
      }
    }
    return code;
  }

  /** The JDK's shell is no part of a Java that only runs programs. */
  private static boolean hasShell() {
    return ModuleLayer.boot().findModule("jdk.jshell").isPresent();
  }

  private boolean run(Path file) throws JobException {
    Notebook stored = NotebookFile.read(file);
    console.say("notebook.runs", Map.of("file", file));
    Changes.are(Changes.State.FILES);
    NotebookRun run =
        NotebookRun.of(
            stored,
            file,
            Duration.ofSeconds(limit),
            cell ->
                console.say("notebook.cell", Map.of("cell", cell, "cells", stored.cells().size())));
    NotebookRun.Failure failure = run.failure();
    if (failure != null) {
      failed(file, failure);
    }
    List<NotebookRun.Difference> differences =
        check && failure == null ? run.differences(stored) : List.of();
    differences.forEach(each -> differs(file, each));
    if (out != null || !check) {
      write(file, run.notebook());
    }
    if (check && failure == null && differences.isEmpty()) {
      console.out().println(console.messages().text("notebook.same", Map.of("file", file)));
    }
    return failure == null && differences.isEmpty();
  }

  private void failed(Path file, NotebookRun.Failure failure) {
    Output.Failed why = failure.why();
    String key =
        why.name().equals("TimeLimit") ? "notebook.failed.time" : "notebook.failed.exception";
    console.say(
        key,
        Map.of(
            "file", file,
            "cell", failure.cell(),
            "line", why.line(),
            "name", why.name(),
            "limit", limit,
            "text", why.text()));
  }

  private void differs(Path file, NotebookRun.Difference difference) {
    String stored = difference.stored();
    String now = difference.now();
    int same = 0;
    while (same < Math.min(stored.length(), now.length())
        && stored.charAt(same) == now.charAt(same)) {
      same++;
    }
    int from = Math.max(0, same - LONGEST_EXCERPT / 4);
    console.say(
        "notebook.differs",
        Map.of(
            "file", file,
            "cell", difference.cell(),
            "stored", excerpt(stored, from),
            "now", excerpt(now, from)));
  }

  private static String excerpt(String text, int from) {
    String rest = text.substring(Math.min(from, text.length()));
    return rest.length() <= LONGEST_EXCERPT ? rest : rest.substring(0, LONGEST_EXCERPT) + "…";
  }

  private void write(Path file, Notebook notebook) throws JobException {
    Path target = out == null ? file : out.resolve(file.getFileName());
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.writeString(target, NotebookFile.print(notebook));
    } catch (IOException e) {
      throw NotebookCommand.unwritable(target, e);
    }
    console.out().println(target);
  }
}
