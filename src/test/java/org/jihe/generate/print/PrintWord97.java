package org.jihe.generate.print;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.SampleForms;
import org.jihe.source.file.RawFile;

/**
 * Documents of Word 97 to 2003. No library for Java creates them, so they are committed in {@code
 * datasets/word97}: printed as {@code .docx} by {@link #main} and converted once by LibreOffice.
 */
final class PrintWord97 {

  private static final Path FOLDER = Path.of("datasets/word97");
  private static final int SOME = 3;

  private PrintWord97() {}

  /** Name of every document and its forms: all of the sample, and some in every other template. */
  private static Map<String, List<PrintedForm>> documents() {
    Map<String, List<PrintedForm>> documents = new TreeMap<>();
    List<ObjectNode> samples = SampleForms.transcripts();
    for (FormLayout layout : FormLayout.values()) {
      List<PrintedForm> forms = new ArrayList<>();
      for (ObjectNode sample : samples) {
        if (layout == FormLayout.SHANGHAI || forms.size() < SOME) {
          forms.add(layout.lay(layout.adapt(sample)));
        }
      }
      documents.put(layout.id(), forms);
    }
    return documents;
  }

  /** The committed documents. */
  static Map<String, Printed> committed() {
    Map<String, Printed> committed = new TreeMap<>();
    documents()
        .forEach(
            (name, forms) -> {
              Printed docx = new WordPrinter().print(name, forms);
              committed.put(name, docx.as(new RawFile(name + ".doc", bytes(name + ".doc"))));
            });
    return committed;
  }

  private static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * Prints the documents as {@code .docx} for the conversion.
   *
   * @param args the folder for them
   */
  public static void main(String[] args) throws IOException {
    for (Map.Entry<String, List<PrintedForm>> document : documents().entrySet()) {
      Printed printed = new WordPrinter().print(document.getKey(), document.getValue());
      Files.write(Path.of(args[0]).resolve(printed.file().name()), printed.file().content());
    }
  }
}
