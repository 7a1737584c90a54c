package org.jihe.generate.print;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jihe.layout.Position;
import org.jihe.source.file.RawFile;

/**
 * Prints text: a line for every row, its cells separated by tabs, by commas, or aligned by spaces.
 *
 * @param kind what stands between the cells
 * @param charset how characters become bytes
 * @param mark what stands before the text: a byte order mark, or nothing
 * @param lineEnd what ends a line
 */
public record TextPrinter(Kind kind, Charset charset, String mark, String lineEnd)
    implements FormatPrinter {

  /** What stands between the cells of a line. */
  public enum Kind {
    TABS(".txt"),
    COMMAS(".csv"),
    SEMICOLONS(".csv"),
    ALIGNED(".txt");

    private final String ending;

    Kind(String ending) {
      this.ending = ending;
    }
  }

  @Override
  public Printed print(String name, List<PrintedForm> forms) {
    String file = name + kind.ending;
    Printed.Places places = new Printed.Places();
    StringBuilder text = new StringBuilder(mark);
    int line = 0;
    for (PrintedForm form : forms) {
      places.nextForm();
      List<String> lines = kind == Kind.ALIGNED ? AlignedText.lines(form) : separated(form);
      for (PrintedCell cell : form.cells()) {
        Position position = Position.inText(file, line + cell.row() + 1, cell.column() + 1);
        places.put(cell, position);
      }
      for (String content : lines) {
        text.append(content).append(lineEnd);
        line++;
      }
      text.append(lineEnd);
      line++;
    }
    byte[] bytes = text.toString().getBytes(charset);
    return new Printed(new RawFile(file, bytes), forms, places.all());
  }

  private List<String> separated(PrintedForm form) {
    List<String> lines = new ArrayList<>();
    for (List<String> cells : form.lines()) {
      lines.add(
          switch (kind) {
            case COMMAS -> String.join(",", cells.stream().map(TextPrinter::quoted).toList());
            case SEMICOLONS -> String.join(";", cells.stream().map(TextPrinter::quoted).toList());
            default -> String.join("\t", cells);
          });
    }
    return lines;
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> ",;\"\n".indexOf(c) >= 0);
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
