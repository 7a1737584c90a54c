package org.jihe.cli.console;

import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.process.Doing;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.template.declaration.TemplateException;
import org.jihe.template.declaration.TemplateProblem;
import org.jspecify.annotations.Nullable;

/** Tells why a command failed. A stack trace goes to a file, never to the terminal. */
public final class Failures {

  private static final String OUT_OF_MEMORY = "java.lang.OutOfMemoryError";
  private static final String STACK_OVERFLOW = "java.lang.StackOverflowError";

  /** What Spark calls a heap in which it does not even start. */
  private static final String TOO_LITTLE_FOR_SPARK = "[INVALID_DRIVER_MEMORY]";

  private final Console console;

  public Failures(Console console) {
    this.console = console;
  }

  /** Says what is wrong and what to do, and returns the exit code. */
  public int report(Throwable failure) {
    String exhausted = exhausted(failure);
    if (exhausted != null) {
      console.say(exhausted, Map.of("has", megabytes()));
    } else if (failure instanceof RuleException wrongRules) {
      for (Problem problem : wrongRules.problems()) {
        console.err().println(text(problem, console.messages().language()));
      }
      console.say("failure.rules", Map.of("count", wrongRules.problems().size()));
    } else if (failure instanceof TemplateException wrongTemplates) {
      for (TemplateProblem problem : wrongTemplates.problems()) {
        console.err().println(text(problem, console));
      }
      console.say("failure.templates", Map.of("count", wrongTemplates.problems().size()));
    } else if (failure instanceof WrongUsage wrong) {
      wrong.lines().forEach(console.err()::println);
      return ExitCode.USAGE;
    } else if (failure instanceof JobException job) {
      console.err().println(text(job));
      if (job.key().startsWith("list.")) {
        return ExitCode.USAGE;
      }
    } else {
      unexpected(failure);
    }
    return ExitCode.FAILED;
  }

  /**
   * The message for want of memory, wherever in the failure it stands: what happens in Spark's
   * tasks comes as a text.
   *
   * @return null where memory is not the matter
   */
  static @Nullable String exhausted(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (@Nullable Throwable next = failure;
        next != null && seen.add(next);
        next = next.getCause()) {
      String message = String.valueOf(next.getMessage());
      if (next instanceof OutOfMemoryError
          || message.contains(OUT_OF_MEMORY)
          || message.contains(TOO_LITTLE_FOR_SPARK)) {
        return "failure.memory";
      }
      if (next instanceof StackOverflowError || message.contains(STACK_OVERFLOW)) {
        return "failure.stack";
      }
    }
    return null;
  }

  /** What Java may use at most. */
  public static long megabytes() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }

  /** File, line and what is wrong, as compilers print it. */
  public static String text(Problem problem, Language language) {
    return problem.line(language);
  }

  /** File, place in the declaration and what is wrong. */
  public static String text(TemplateProblem problem, Console console) {
    String line = problem.line() > 0 ? ":" + problem.line() : "";
    String path = problem.path().isEmpty() ? "" : " " + Visible.line(problem.path());
    String what = console.messages().text(problem.key(), problem.arguments());
    return Visible.name(problem.file()) + line + path + ": " + what;
  }

  /** What is wrong and what to do. */
  public String text(JobException failure) {
    Messages jobs = Messages.of(console.messages().language(), "jobs");
    String pattern = jobs.find(failure.key());
    if (pattern == null) {
      return String.valueOf(failure.getMessage());
    }
    Map<String, String> arguments = new TreeMap<>(failure.arguments());
    // A remedy is a text of the bundle itself.
    arguments.computeIfPresent(
        "remedy", (name, key) -> Objects.requireNonNullElse(jobs.find(key), key));
    return Messages.fill(pattern, arguments);
  }

  /** Says that a library has ended the process by itself, and returns the exit code. */
  int gaveUp() {
    Doing doing = Doing.now();
    if (!doing.key().isEmpty()) {
      console.say(doing.key(), doing.arguments());
      return ExitCode.FAILED;
    }
    Path log = FailureLog.existing();
    if (FailureLog.mentions(OUT_OF_MEMORY)) {
      console.say("failure.memory", Map.of("has", megabytes()));
    } else if (log == null) {
      console.say("failure.gaveUpNoLog");
    } else {
      FailureLog.keep();
      console.say("failure.gaveUp", Map.of("log", log));
    }
    return ExitCode.FAILED;
  }

  private void unexpected(Throwable failure) {
    if (FailureLog.mentions(OUT_OF_MEMORY)) {
      // What came to light is that the part of a library which ran out of it is gone.
      console.say("failure.memory", Map.of("has", megabytes()));
      return;
    }
    String what =
        failure.getMessage() == null
            ? failure.getClass().getSimpleName()
            : failure.getClass().getSimpleName() + ": " + firstLine(failure.getMessage());
    Path log = FailureLog.add(failure);
    if (log == null) {
      console.say("failure.unexpectedNoLog", Map.of("what", what));
    } else {
      FailureLog.keep();
      console.say("failure.unexpected", Map.of("what", what, "log", log));
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
