package org.jihe.generate.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jihe.message.Language;
import org.jihe.review.Review;
import org.jihe.review.ReviewRequest;
import org.jihe.speed.RandomForms;
import org.jihe.transcript.Transcripts;

/** What a review of made-up forms takes on the disk, beside the forms printed as text. */
final class WorkspaceSize {

  private static final int FORMS_A_FILE = 50;

  private WorkspaceSize() {}

  /** Number of forms, and a folder to work in. */
  public static void main(String[] arguments) throws Exception {
    int number = Integer.parseInt(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Path inputs = Files.createDirectories(folder.resolve("in"));
    RandomForms random = new RandomForms(1);
    PrintedFormat text = PrintedFormat.TABS_GB18030;
    for (int first = 0; first < number; first += FORMS_A_FILE) {
      List<PrintedForm> forms = new ArrayList<>();
      for (int form = first; form < Math.min(number, first + FORMS_A_FILE); form++) {
        forms.add(FormLayout.NATIONAL.lay(Transcripts.toJson(random.accepted(form).form())));
      }
      Printed printed = text.print("f" + first, forms);
      Files.write(inputs.resolve(printed.file().name()), printed.file().content());
    }
    Path workspace = folder.resolve("workspace");
    System.out.println(
        Review.run(new ReviewRequest(List.of(inputs), workspace, Language.ZH)).accounting());
    long input = size(inputs);
    say("input", input, input);
    say("tables", size(workspace.resolve("tables")), input);
    say("published", size(workspace.resolve("published")), input);
    for (String part : List.of("tables", "published")) {
      parts(workspace.resolve(part)).forEach((name, bytes) -> say("  " + name, bytes, input));
    }
    System.exit(0);
  }

  private static void say(String name, long bytes, long input) {
    System.out.printf(Locale.ROOT, "%-36s %,14d  %6.2f%n", name, bytes, bytes / (double) input);
  }

  private static Map<String, Long> parts(Path folder) throws IOException {
    Map<String, Long> parts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        parts.put(String.valueOf(file.getFileName()), size(file));
      }
    }
    return parts;
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
