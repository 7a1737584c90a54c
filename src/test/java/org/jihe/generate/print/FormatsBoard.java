package org.jihe.generate.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jihe.SampleForms;
import org.jihe.template.Recombination;

/** How well forms are read back from every format in every template. */
final class FormatsBoard {

  private static final long SEED = 4;
  private static final int EXAMPLE = 200;

  private FormatsBoard() {}

  /**
   * The forms of one format and one template.
   *
   * @param misplaced values that are said to stand where they are not printed
   * @param examples what differs, by kind: how often, and one of them
   */
  record Tally(
      int forms, int exact, int cells, int wrong, int misplaced, Map<String, Example> examples) {

    boolean isExact() {
      return exact == forms;
    }
  }

  /** A kind of difference. */
  record Example(int times, String first) {
    Example more() {
      return new Example(times + 1, first);
    }
  }

  /** Recombined forms in a template's layout, the same in every run. */
  static List<PrintedForm> forms(FormLayout layout, int count) {
    Recombination recombination = new Recombination(SampleForms.transcripts());
    List<PrintedForm> forms = new ArrayList<>();
    int number = List.of(FormLayout.values()).indexOf(layout);
    for (int i = 0; i < count; i++) {
      Random random = new Random((SEED * 1_000_003 + i) * 31 + number);
      forms.add(layout.lay(layout.adapt(recombination.next(random))));
    }
    return forms;
  }

  /** Prints as many of the forms as fill the format's files, and reads them. */
  static Tally tally(PrintedFormat format, List<PrintedForm> forms) {
    int all = 0;
    int exact = 0;
    int cells = 0;
    int wrong = 0;
    int misplaced = 0;
    Map<String, Example> examples = new TreeMap<>();
    int inFile = format.formsInFile();
    List<ReadBack.Result> results =
        IntStream.range(0, forms.size() / inFile)
            .parallel()
            .mapToObj(file -> forms.subList(file * inFile, (file + 1) * inFile))
            .flatMap(some -> ReadBack.of(format.print("forms", some)).stream())
            .toList();
    for (ReadBack.Result result : results) {
      all++;
      exact += result.exact() ? 1 : 0;
      cells += result.cells();
      wrong += result.lost() ? result.cells() : result.wrong().size();
      misplaced += result.misplaced().size();
      for (String each : result.wrong()) {
        note(examples, "read ", all, each);
      }
      for (String each : result.misplaced()) {
        note(examples, "placed ", all, each);
      }
    }
    return new Tally(all, exact, cells, wrong, misplaced, examples);
  }

  private static void note(Map<String, Example> examples, String what, int form, String text) {
    String path = text.substring(0, Math.max(0, text.indexOf(": ")));
    String first = form + ": " + text.substring(0, Math.min(EXAMPLE, text.length()));
    examples.merge(
        what + path.replaceAll("\\[\\d+]", "[]"), new Example(1, first), (old, one) -> old.more());
  }

  static String head() {
    return String.format(
        Locale.ROOT,
        "%-30s %-15s %6s %6s %8s %6s %9s%n",
        "format",
        "template",
        "forms",
        "exact",
        "cells",
        "wrong",
        "misplaced");
  }

  static String line(PrintedFormat format, FormLayout layout, Tally tally) {
    return String.format(
        Locale.ROOT,
        "%-30s %-15s %6d %6d %8d %6d %9d%n",
        format.id(),
        layout.id(),
        tally.forms,
        tally.exact,
        tally.cells,
        tally.wrong,
        tally.misplaced);
  }

  /** The forms of the sample, in a template's layout. */
  static List<PrintedForm> sample(FormLayout layout) {
    return SampleForms.transcripts().stream().map(form -> layout.lay(layout.adapt(form))).toList();
  }
}
