package org.jihe.generate.print;

import java.util.List;

/** Prints forms in every format and every template, reads them, and says what differs. */
final class Formats {

  private Formats() {}

  /**
   * Prints the table.
   *
   * @param args how many forms, {@code sample} for those of the sample or {@code new} for
   *     recombined ones, and parts of the names of templates and formats, or none for all
   */
  public static void main(String[] args) {
    int count = Integer.parseInt(args[0]);
    boolean sample = args[1].equals("sample");
    List<String> wanted = List.of(args).subList(2, args.length);
    System.out.print(FormatsBoard.head());
    for (FormLayout layout : FormLayout.values()) {
      if (!isWanted(layout.id(), wanted, names(FormLayout.values()))) {
        continue;
      }
      List<PrintedForm> forms =
          sample ? FormatsBoard.sample(layout) : FormatsBoard.forms(layout, count);
      for (PrintedFormat format : PrintedFormat.values()) {
        if (isWanted(format.id(), wanted, names(PrintedFormat.values()))) {
          int all = Math.min(forms.size(), Math.max(count, format.formsInFile()));
          FormatsBoard.Tally tally = FormatsBoard.tally(format, forms.subList(0, all));
          System.out.print(FormatsBoard.line(format, layout, tally));
          tally
              .examples()
              .forEach(
                  (kind, one) ->
                      System.out.println("  " + one.times() + " " + kind + "  " + one.first()));
        }
      }
    }
  }

  private static List<String> names(FormLayout[] layouts) {
    return List.of(layouts).stream().map(FormLayout::id).toList();
  }

  private static List<String> names(PrintedFormat[] formats) {
    return List.of(formats).stream().map(PrintedFormat::id).toList();
  }

  /** True where no part concerns names of this kind, or one is in the name. */
  private static boolean isWanted(String name, List<String> parts, List<String> names) {
    List<String> concerned =
        parts.stream()
            .filter(part -> names.stream().anyMatch(each -> each.contains(part)))
            .toList();
    return concerned.isEmpty() || concerned.stream().anyMatch(name::contains);
  }
}
