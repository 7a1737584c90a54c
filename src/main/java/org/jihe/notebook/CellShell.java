package org.jihe.notebook;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.jspecify.annotations.Nullable;

/**
 * Runs cells one after the other on the JDK's own shell, in this process: what one cell declares
 * the next ones know. Functions of cells may be handed to Spark where its executors are in this
 * process too.
 */
final class CellShell implements Closeable {

  /** What every cell may use without importing it, as in the JDK's shell. */
  private static final List<String> IMPORTS =
      List.of(
          "java.io.*",
          "java.math.*",
          "java.net.*",
          "java.nio.file.*",
          "java.util.*",
          "java.util.concurrent.*",
          "java.util.function.*",
          "java.util.regex.*",
          "java.util.stream.*");

  private static final String COMPILATION = "Compilation";

  private final JShell shell;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "cell");
            thread.setDaemon(true);
            return thread;
          });

  private CellShell(JShell shell) {
    this.shell = shell;
  }

  /** A shell that sees all that this program sees. */
  static CellShell open() {
    String classPath = System.getProperty("java.class.path");
    JShell shell =
        JShell.builder()
            .executionEngine(new LocalExecutionControlProvider(), Map.of())
            .compilerOptions("-parameters", "-classpath", classPath)
            .build();
    shell.addToClasspath(classPath);
    IMPORTS.forEach(name -> shell.eval("import " + name + ";"));
    return new CellShell(shell);
  }

  /**
   * What a cell came to.
   *
   * @param failure the last of the outputs where it failed, else null
   */
  record Run(List<Output> outputs, Output.@Nullable Failed failure) {}

  /**
   * Runs one cell.
   *
   * @param limit how long it may take; a cell that takes longer has failed and may still run
   */
  Run run(String source, Duration limit) {
    List<Output> outputs = new ArrayList<>();
    Future<Output.@Nullable Failed> work = worker.submit(() -> eval(source, outputs));
    Output.Failed failure;
    try {
      failure = work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      failure = new Output.Failed("TimeLimit", limit.toSeconds() + " s", 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = new Output.Failed("Interrupted", "", 0);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      failure = new Output.Failed(cause.getClass().getSimpleName(), cause.toString(), 0);
    }
    synchronized (outputs) {
      List<Output> all = new ArrayList<>(outputs);
      if (failure != null) {
        all.add(failure);
      }
      return new Run(all, failure);
    }
  }

  private Output.@Nullable Failed eval(String source, List<Output> outputs) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Streams diverted = Streams.to(printed);
    try {
      return pieces(source, outputs, printed);
    } finally {
      diverted.close();
    }
  }

  /** The statements and declarations of a cell, each as soon as the one before it has run. */
  private Output.@Nullable Failed pieces(
      String source, List<Output> outputs, ByteArrayOutputStream printed) {
    int at = 0;
    while (!source.substring(at).isBlank()) {
      String rest = source.substring(at);
      SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      boolean whole = next.completeness().isComplete() && !next.source().isBlank();
      String piece = whole ? next.source() : rest;
      int end = source.length() - (whole ? next.remaining().length() : 0);
      List<SnippetEvent> events = shell.eval(piece);
      boolean isLast = source.substring(end).isBlank();
      synchronized (outputs) {
        collect(outputs, printed);
        for (SnippetEvent event : events) {
          Output.Failed failure = failure(event, source, at);
          if (failure != null) {
            return failure;
          }
          if (isLast && isValue(event)) {
            outputs.add(new Output.Shown(String.valueOf(event.value()), ""));
          }
        }
      }
      at = end;
    }
    return null;
  }

  private static void collect(List<Output> outputs, ByteArrayOutputStream printed) {
    if (printed.size() > 0) {
      outputs.add(new Output.Printed(printed.toString(StandardCharsets.UTF_8)));
      printed.reset();
    }
    outputs.addAll(Display.take());
  }

  /** An expression that stands for itself, and says something. */
  private static boolean isValue(SnippetEvent event) {
    boolean expression =
        event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
            || event.snippet().subKind() == Snippet.SubKind.VAR_VALUE_SUBKIND;
    String value = event.value();
    return expression && value != null && !value.isEmpty() && !value.equals("\"\"");
  }

  /**
   * Why a piece failed, or null.
   *
   * @param at where in the cell it begins
   */
  private Output.@Nullable Failed failure(SnippetEvent event, String source, int at) {
    if (event.causeSnippet() != null) {
      return null; // an earlier piece that this one has changed
    }
    String code = event.snippet().source().strip();
    int from = Math.max(at, source.indexOf(code, at));
    int first = lines(source.substring(0, from)) + 1;
    if (event.exception() instanceof EvalException thrown) {
      return new Output.Failed(
          thrown.getExceptionClassName(), said(thrown), first - 1 + lineOf(thrown));
    }
    if (event.status() == Snippet.Status.REJECTED) {
      return rejected(event.snippet(), source, from);
    }
    if (event.exception() instanceof UnresolvedReferenceException thrown) {
      return new Output.Failed(COMPILATION, unresolved(thrown.getSnippet()), first);
    }
    // A method may name what a later piece declares.
    boolean open =
        event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED
            || event.status() == Snippet.Status.RECOVERABLE_DEFINED;
    return open && event.snippet().kind() != Snippet.Kind.METHOD
        ? new Output.Failed(COMPILATION, unresolved(event.snippet()), first)
        : null;
  }

  private Output.Failed rejected(Snippet snippet, String source, int from) {
    Diag mistake = shell.diagnostics(snippet).filter(Diag::isError).findFirst().orElse(null);
    int position = mistake == null ? 0 : (int) Math.max(0, mistake.getPosition());
    int to = Math.min(source.length(), from + position);
    return new Output.Failed(
        COMPILATION,
        mistake == null ? snippet.source().strip() : mistake.getMessage(Locale.ROOT),
        lines(source.substring(0, to)) + 1);
  }

  private String unresolved(Snippet snippet) {
    return snippet instanceof DeclarationSnippet declaration
        ? String.join(", ", shell.unresolvedDependencies(declaration).toList())
        : snippet.source().strip();
  }

  private static String said(EvalException thrown) {
    String text = thrown.getMessage() == null ? "" : thrown.getMessage();
    Throwable cause = thrown.getCause();
    return cause == null || cause.getMessage() == null
        ? text
        : text + " (" + cause.getMessage() + ")";
  }

  private static int lineOf(EvalException exception) {
    StackTraceElement[] trace = exception.getStackTrace();
    return trace.length == 0 ? 1 : Math.max(1, trace[trace.length - 1].getLineNumber());
  }

  private static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  @Override
  public void close() {
    worker.shutdownNow();
    shell.close();
  }
}
