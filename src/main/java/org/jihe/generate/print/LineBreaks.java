package org.jihe.generate.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Breaks a text into lines of a width, as office programs do. */
final class LineBreaks {

  private static final String NEVER_FIRST = "，。；：、？！）》”’…％%,.;:?!)]}";

  private LineBreaks() {}

  /** The lines; none for an empty text. */
  static List<String> wrap(String text, double width, ToDoubleFunction<String> measure) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    double used = 0;
    for (String unit : units(text)) {
      double wide = measure.applyAsDouble(unit);
      if (used > 0 && used + wide > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (wide > width) {
        // a word that is wider than the column is broken anywhere
        for (int point : unit.codePoints().toArray()) {
          String character = Character.toString(point);
          double each = measure.applyAsDouble(character);
          if (used > 0 && used + each > width) {
            lines.add(line.toString());
            line.setLength(0);
            used = 0;
          }
          line.append(character);
          used += each;
        }
      } else {
        line.append(unit);
        used += wide;
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** What stays together: words, and characters with the signs that must not begin a line. */
  private static List<String> units(String text) {
    List<String> units = new ArrayList<>();
    StringBuilder unit = new StringBuilder();
    int last = 0;
    for (int point : text.codePoints().toArray()) {
      boolean word = point < 0x2E80 && !Character.isWhitespace(point);
      boolean joins =
          !unit.isEmpty()
              && (NEVER_FIRST.indexOf(point) >= 0
                  || (word && last < 0x2E80 && !Character.isWhitespace(last)));
      if (!joins && !unit.isEmpty()) {
        units.add(unit.toString());
        unit.setLength(0);
      }
      unit.appendCodePoint(point);
      last = point;
    }
    if (!unit.isEmpty()) {
      units.add(unit.toString());
    }
    return units;
  }
}
