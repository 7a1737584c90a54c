package org.jihe.generate.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jihe.layout.Position;
import org.jihe.source.file.RawFile;

/** An archive with one file for every form, the formats in turn. */
public record ZipPrinter(List<FormatPrinter> printers) implements FormatPrinter {

  @Override
  public Printed print(String name, List<PrintedForm> forms) {
    String file = name + ".zip";
    List<Map<String, List<Position>>> places = new ArrayList<>();
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (int i = 0; i < forms.size(); i++) {
      FormatPrinter printer = printers.get(i % printers.size());
      Printed member = printer.print("2022/项目" + (i + 1), forms.subList(i, i + 1));
      members.put(member.file().name(), member.file().content());
      RawFile inside = new RawFile(file + "!/" + member.file().name(), member.file().content());
      places.add(member.as(inside).places().get(0));
    }
    try {
      return new Printed(new RawFile(file, FixedZip.of(members)), forms, places);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
