package org.jihe.generate.print;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jihe.source.file.RawFile;

/** Prints transcripts: one, or an array of them. */
public final class JsonPrinter implements FormatPrinter {

  @Override
  public Printed print(String name, List<PrintedForm> forms) {
    String file = name + ".json";
    Printed.Places places = new Printed.Places();
    forms.forEach(form -> places.nextForm());
    String text =
        forms.size() == 1
            ? forms.get(0).expected().toPrettyString()
            : forms.stream()
                .map(form -> form.expected().toPrettyString())
                .collect(Collectors.joining(",\n", "[", "]\n"));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Printed(new RawFile(file, bytes), forms, places.all());
  }
}
