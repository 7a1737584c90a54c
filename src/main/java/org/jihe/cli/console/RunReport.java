package org.jihe.cli.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.process.RunFacts;

/**
 * How a command went, for programs that watch it: a line of JSON, and a file in the text form of
 * Prometheus.
 *
 * @param command its name
 * @param started when
 * @param seconds how long it took
 * @param exit its exit code
 * @param facts what it has done
 */
public record RunReport(
    String command, Instant started, double seconds, int exit, RunFacts.Told facts) {

  private static final double NANOS = 1e9;
  private static final String SUCCESS = "jihe_last_success_timestamp_seconds";

  /** One line of JSON. */
  public String line(String program) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("program", program);
    line.put("command", command);
    line.put("started", started.toString());
    line.put("seconds", rounded(seconds));
    line.put("exit", exit);
    line.put("run", facts.run());
    line.put("counts", facts.counts());
    Map<String, Object> steps = new LinkedHashMap<>();
    facts.nanos().forEach((step, nanos) -> steps.put(step, rounded(nanos / NANOS)));
    line.put("steps", steps);
    return Json.line(line);
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }

  /**
   * Replaces a file of metrics as one, so that nobody reads half of it. When a command last ended
   * well stays in the file while others fail.
   */
  public void writeMetrics(Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(next, metrics(file), StandardCharsets.UTF_8);
      try {
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (java.nio.file.AtomicMoveNotSupportedException e) {
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private String metrics(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    long ended = started.plusMillis(Math.round(seconds * 1000)).getEpochSecond();
    metric(text, "jihe_last_run_exit_code", "Exit code of the last command.", "", exit);
    metric(text, "jihe_last_run_timestamp_seconds", "When the last command ended.", "", ended);
    metric(
        text,
        "jihe_last_run_duration_seconds",
        "How long the last command took.",
        "",
        rounded(seconds));
    Object success = exit <= ExitCode.QUARANTINE ? (Object) ended : former(file);
    if (!success.equals("")) {
      metric(text, SUCCESS, "When the command last ended well (exit code 0 or 1).", "", success);
    }
    String name = "jihe_last_run_step_duration_seconds";
    facts
        .nanos()
        .forEach(
            (step, nanos) ->
                metric(text, name, "How long a step took.", "step", step, rounded(nanos / NANOS)));
    facts
        .counts()
        .forEach(
            (what, count) ->
                metric(text, "jihe_last_run_count", "How many of what.", "what", what, count));
    return text.toString();
  }

  private void metric(StringBuilder text, String name, String help, String label, Object value) {
    metric(text, name, help, label, "", value);
  }

  private void metric(
      StringBuilder text, String name, String help, String label, String labelled, Object value) {
    if (text.indexOf("# TYPE " + name + " ") < 0) {
      text.append("# HELP ").append(name).append(' ').append(help).append('\n');
      text.append("# TYPE ").append(name).append(" gauge\n");
    }
    text.append(name).append("{command=\"").append(quoted(command)).append('"');
    if (!label.isEmpty()) {
      text.append(',').append(label).append("=\"").append(quoted(labelled)).append('"');
    }
    text.append("} ").append(String.format(Locale.ROOT, "%s", value)).append('\n');
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  /** When this command last ended well, as the file says; empty where it does not. */
  private Object former(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    Matcher matcher =
        Pattern.compile(
                "(?m)^"
                    + SUCCESS
                    + Pattern.quote("{command=\"" + quoted(command) + "\"}")
                    + " (\\d{1,12})$")
            .matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    return matcher.find() ? matcher.group(1) : "";
  }
}
