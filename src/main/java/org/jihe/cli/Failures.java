package org.jihe.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jihe.job.JobException;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.rule.RuleException;
import org.jihe.rule.RuleException.Problem;
import org.jihe.template.TemplateException;
import org.jihe.template.TemplateProblem;

/** Tells why a command failed. A stack trace goes to a file, never to the terminal. */
final class Failures {

  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  /** Says what is wrong and what to do, and returns the exit code. */
  int report(Throwable failure) {
    if (failure instanceof RuleException wrongRules) {
      for (Problem problem : wrongRules.problems()) {
        console.err().println(text(problem, console.messages().language()));
      }
      console.say("failure.rules", Map.of("count", wrongRules.problems().size()));
    } else if (failure instanceof TemplateException wrongTemplates) {
      for (TemplateProblem problem : wrongTemplates.problems()) {
        console.err().println(text(problem, console));
      }
      console.say("failure.templates", Map.of("count", wrongTemplates.problems().size()));
    } else if (failure instanceof JobException job) {
      console.err().println(text(job));
      if (job.key().startsWith("list.")) {
        return ExitCode.USAGE;
      }
    } else if (failure instanceof OutOfMemoryError) {
      console.say("failure.memory");
    } else {
      unexpected(failure);
    }
    return ExitCode.FAILED;
  }

  /** File, line and what is wrong, as compilers print it. */
  static String text(Problem problem, Language language) {
    String line = problem.line() > 0 ? ":" + problem.line() : "";
    return Visible.name(problem.file()) + line + ": " + problem.text(language);
  }

  /** File, place in the declaration and what is wrong. */
  static String text(TemplateProblem problem, Console console) {
    String line = problem.line() > 0 ? ":" + problem.line() : "";
    String path = problem.path().isEmpty() ? "" : " " + Visible.line(problem.path());
    String what = console.messages().text(problem.key(), problem.arguments());
    return Visible.name(problem.file()) + line + path + ": " + what;
  }

  private String text(JobException failure) {
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

  private void unexpected(Throwable failure) {
    String what =
        failure.getMessage() == null
            ? failure.getClass().getSimpleName()
            : failure.getClass().getSimpleName() + ": " + firstLine(failure.getMessage());
    Path log = FailureLog.add(failure);
    if (log == null) {
      console.say("failure.unexpectedNoLog", Map.of("what", what));
    } else {
      console.say("failure.unexpected", Map.of("what", what, "log", log));
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
