package org.jihe.print;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.SampleForms;

/** Prints the sample in every format and says what is read differently; for the desk, no test. */
final class FormatsReport {

  private FormatsReport() {}

  /**
   * @param args forms of every format, the layout, then parts of formats' names or none for all
   */
  public static void main(String[] args) {
    int count = Integer.parseInt(args[0]);
    FormLayout layout = FormLayout.of(args[1]);
    List<ObjectNode> samples = SampleForms.transcripts();
    for (PrintedFormat format : PrintedFormat.values()) {
      boolean wanted = args.length == 2;
      for (int i = 2; i < args.length; i++) {
        wanted |= format.id().contains(args[i]);
      }
      if (!wanted) {
        continue;
      }
      long start = System.nanoTime();
      List<PrintedForm> forms = new ArrayList<>();
      for (int i = 0; i < Math.max(count, format.formsInFile()); i++) {
        ObjectNode sample = samples.get(i % samples.size());
        forms.add(layout.lay(layout == FormLayout.SHANGHAI ? sample : layout.adapt(sample)));
      }
      int exact = 0;
      long printing = 0;
      int all = 0;
      Map<String, List<String>> examples = new TreeMap<>();
      Map<String, Integer> kinds = new LinkedHashMap<>();
      for (int i = 0; i + format.formsInFile() <= forms.size(); i += format.formsInFile()) {
        long before = System.nanoTime();
        Printed printed = format.print("forms", forms.subList(i, i + format.formsInFile()));
        printing += System.nanoTime() - before;
        int number = i;
        for (ReadBack.Result result : ReadBack.of(printed)) {
          all++;
          number++;
          exact += result.exact() ? 1 : 0;
          for (String each : result.wrong()) {
            note(kinds, examples, "wrong " + kind(each), number + " " + each);
          }
          for (String each : result.misplaced()) {
            note(kinds, examples, "place " + kind(each), number + " " + each);
          }
        }
      }
      System.out.printf(
          "%-30s %3d / %3d   %5d ms (%d printing)%n",
          format.id(), exact, all, (System.nanoTime() - start) / 1_000_000, printing / 1_000_000);
      kinds.forEach(
          (kind, times) -> System.out.printf("      %4d %-40s %s%n", times, kind, examples.get(kind)));
    }
  }

  private static String kind(String difference) {
    int end = difference.indexOf(": ");
    return difference.substring(0, Math.max(0, end)).replaceAll("\\d+", "i");
  }

  private static void note(
      Map<String, Integer> kinds, Map<String, List<String>> examples, String kind, String text) {
    kinds.merge(kind, 1, Integer::sum);
    List<String> some = examples.computeIfAbsent(kind, key -> new ArrayList<>());
    if (some.size() < 2) {
      some.add(text.substring(0, Math.min(220, text.length())));
    }
  }
}
