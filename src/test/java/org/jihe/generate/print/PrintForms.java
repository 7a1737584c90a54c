package org.jihe.generate.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jihe.SampleForms;

/** Prints a few forms in every format into a folder, to look at them. */
final class PrintForms {

  private PrintForms() {}

  /**
   * Prints the files.
   *
   * @param args the folder, and the layouts' names or none for all
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    for (FormLayout layout : FormLayout.values()) {
      if (args.length > 1 && !List.of(args).contains(layout.id())) {
        continue;
      }
      List<PrintedForm> forms = SampleForms.transcripts().stream().map(layout::lay).toList();
      for (PrintedFormat format : PrintedFormat.values()) {
        String name = layout.id() + "-" + format.id();
        Printed printed = format.print(name, forms.subList(1, 1 + format.formsInFile()));
        Files.createDirectories(folder);
        Files.write(folder.resolve(printed.file().name()), printed.file().content());
      }
    }
  }
}
