package org.jihe.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jihe.layout.Position;
import org.jihe.source.file.RawFile;

/** An archive with one file for every form, the formats in turn. */
record ZipPrinter(List<FormatPrinter> printers) implements FormatPrinter {

  @Override
  public Printed print(String name, List<PrintedForm> forms) {
    String file = name + ".zip";
    List<Map<String, List<Position>>> places = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < forms.size(); i++) {
        FormatPrinter printer = printers.get(i % printers.size());
        Printed member = printer.print("2022/项目" + (i + 1), forms.subList(i, i + 1));
        zip.putNextEntry(new ZipEntry(member.file().name()));
        zip.write(member.file().content());
        zip.closeEntry();
        RawFile inside = new RawFile(file + "!/" + member.file().name(), member.file().content());
        places.add(member.as(inside).places().get(0));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Printed(new RawFile(file, bytes.toByteArray()), forms, places);
  }
}
