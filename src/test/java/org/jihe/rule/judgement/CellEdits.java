package org.jihe.rule.judgement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rule by rule, values of a cell that it must find and values that it must leave alone. */
final class CellEdits {

  private static final Path FILE = Path.of("src/test/resources/judgement/cells.txt");

  private CellEdits() {}

  static List<Edit> all() throws IOException {
    List<Edit> edits = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\\|", -1);
      String rule = fields[0].substring(1);
      for (String value : fields[2].split(" / ", -1)) {
        Edit edit = new Edit(fields[0]);
        if (fields.length > 3) {
          for (String other : fields[3].split(";", -1)) {
            int equal = other.indexOf('=');
            edit.set(cell(other.substring(0, equal)), other.substring(equal + 1));
          }
        }
        edit.set(cell(fields[1]), value.equals("~") ? null : value);
        edit.says(rule, line.charAt(0) == '+');
        edits.add(line.charAt(0) == '0' ? edit.harmless() : edit);
      }
    }
    return edits;
  }

  private static String cell(String name) {
    return name.replaceFirst("^i(\\d)\\.", "indicators[$1].");
  }
}
