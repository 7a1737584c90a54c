package org.jihe.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Quarantined;

/**
 * Reads what programs have made of the golden forms, and says for each program how many forms are
 * found, exact, flagged, wrong in silence, and flagged though they are exact.
 *
 * <p>Arguments: a folder with one folder a producer, each with files of forms; {@code forms.txt} in
 * it, the transcripts that are printed, one path a line; and, where wrong cells are to be listed,
 * parts of names of producers.
 */
final class ProducersBoard {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_SHOWN = 12;

  private final List<Map<String, String>> golden = new ArrayList<>();
  private final List<String> shown;
  private final int[] sums = new int[6];

  private ProducersBoard(List<String> shown) {
    this.shown = shown;
  }

  public static void main(String[] args) throws IOException {
    System.out.print(board(Path.of(args[0]), List.of(args).subList(1, args.length)));
  }

  /** The scoreboard of a folder. */
  static String board(Path folder, List<String> shown) throws IOException {
    ProducersBoard board = new ProducersBoard(shown);
    for (String line : Files.readAllLines(folder.resolve("forms.txt"))) {
      board.golden.add(HeldCells.inYuan(HeldCells.cells(JSON.readTree(Path.of(line).toFile()))));
    }
    StringBuilder text =
        new StringBuilder(
            "producer                                 forms found exact flagged silent false\n");
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path producer : folders.filter(Files::isDirectory).sorted().toList()) {
        text.append(board.line(producer)).append('\n');
      }
    }
    return text.append(line("all", board.sums, "")).append('\n').toString();
  }

  private static String line(String name, int[] counts, String refused) {
    return "%-40s %5d %5d %5d %7d %6d %5d%s"
        .formatted(name, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], refused);
  }

  private String line(Path producer) throws IOException {
    int[] counts = new int[6];
    String name = producer.getFileName().toString();
    boolean show = shown.stream().anyMatch(name::contains);
    Map<String, Integer> refused = new TreeMap<>();
    Set<Integer> met = new HashSet<>();
    int quarantined = 0;
    try (Stream<Path> files = Files.list(producer)) {
      for (Path file : files.sorted().toList()) {
        for (FileReading reading : new FormReader().read(file)) {
          for (SelfEvaluation form : reading.forms()) {
            look(form, file, counts, met, show);
          }
          for (Quarantined each : reading.quarantined()) {
            refused.merge(each.reason().name(), 1, Integer::sum);
            quarantined++;
          }
        }
      }
    }
    counts[0] = golden.size();
    if (quarantined == 0) {
      counts[4] += Math.max(0, golden.size() - counts[1]); // lost without a word
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] += counts[i];
    }
    return line(name, counts, refused.isEmpty() ? "" : "  " + refused);
  }

  private void look(SelfEvaluation form, Path file, int[] counts, Set<Integer> met, boolean show)
      throws IOException {
    counts[1]++;
    List<String> differing = HeldCells.differingInYuan(form, named(form));
    List<String> silent =
        differing.stream().filter(path -> !HeldCells.isToldOrInferred(path, form)).toList();
    boolean told = !form.recovery().guesses().isEmpty();
    if (differing.isEmpty()) {
      int which = nearest(form);
      boolean twice = !met.add(which);
      counts[2] += twice ? 0 : 1;
      counts[4] += twice ? 1 : 0;
      counts[5] += told ? 1 : 0;
    } else if (silent.isEmpty()) {
      counts[3]++;
    } else {
      counts[4]++;
    }
    if (show && !differing.isEmpty()) {
      show(form, file, differing, silent);
    } else if (show && told) {
      System.err.println(
          file
              + " "
              + form.projectName().printed()
              + " needlessly told: "
              + form.recovery().guesses().stream().limit(3).toList());
    }
  }

  /** The golden forms of the same project; all where none has its name. */
  private List<Map<String, String>> named(SelfEvaluation form) {
    String name = String.valueOf(form.projectName().printed()).replaceAll("\\s+", "");
    List<Map<String, String>> named =
        golden.stream().filter(each -> name.equals(each.get("projectName"))).toList();
    return named.isEmpty() ? golden : named;
  }

  private int nearest(SelfEvaluation form) throws IOException {
    for (int i = 0; i < golden.size(); i++) {
      if (HeldCells.differingInYuan(form, golden.subList(i, i + 1)).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private void show(SelfEvaluation form, Path file, List<String> differing, List<String> silent)
      throws IOException {
    Map<String, String> seen =
        HeldCells.inYuan(
            HeldCells.cells(JSON.readTree(org.jihe.transcript.Transcripts.write(form))));
    Map<String, String> best = Map.of();
    int least = Integer.MAX_VALUE;
    for (Map<String, String> each : named(form)) {
      int many = HeldCells.differingInYuan(form, List.of(each)).size();
      best = many < least ? each : best;
      least = Math.min(many, least);
    }
    System.err.println(
        "== "
            + file
            + " "
            + form.projectName().printed()
            + " wrong "
            + differing.size()
            + " silent "
            + silent.size());
    for (String path : differing.subList(0, Math.min(MOST_SHOWN, differing.size()))) {
      System.err.println(
          "   "
              + (silent.contains(path) ? "SILENT " : "told   ")
              + path
              + " = "
              + seen.get(path)
              + " | "
              + best.get(path));
    }
  }
}
