package org.jihe.generate.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jihe.generate.print.ReadBack.Result;

/**
 * Lists what is read otherwise than it was printed, form by form: {@code PrintDifferences
 * <template> <number of random forms, or 0 for the sample> <beginning of a format's name>...}.
 */
final class PrintDifferences {

  private static final int MOST = 12;

  private PrintDifferences() {}

  public static void main(String[] args) {
    FormLayout layout = FormLayout.valueOf(args[0].toUpperCase(Locale.ROOT).replace('-', '_'));
    int count = Integer.parseInt(args[1]);
    List<PrintedForm> forms =
        new ArrayList<>(
            count == 0 ? FormatsBoard.sample(layout) : FormatsBoard.forms(layout, count));
    System.out.print(FormatsBoard.head());
    for (PrintedFormat format : PrintedFormat.values()) {
      for (int i = 2; i < args.length; i++) {
        if (format.id().startsWith(args[i])) {
          differences(format, layout, forms);
          break;
        }
      }
    }
  }

  private static void differences(
      PrintedFormat format, FormLayout layout, List<PrintedForm> forms) {
    System.out.print(FormatsBoard.line(format, layout, FormatsBoard.tally(format, forms)));
    int inFile = format.formsInFile();
    for (int file = 0; file < forms.size() / inFile; file++) {
      List<PrintedForm> some = forms.subList(file * inFile, (file + 1) * inFile);
      List<Result> results = ReadBack.of(format.print("forms", some));
      for (int i = 0; i < results.size(); i++) {
        int form = file * inFile + i;
        print(form, "read", results.get(i).wrong());
        print(form, "placed", results.get(i).misplaced());
      }
    }
  }

  private static void print(int form, String what, List<String> differences) {
    differences.stream()
        .limit(MOST)
        .forEach(each -> System.out.printf(Locale.ROOT, "  %d %s %s%n", form, what, each));
    if (differences.size() > MOST) {
      System.out.printf(Locale.ROOT, "  %d %s … %d%n", form, what, differences.size());
    }
  }
}
