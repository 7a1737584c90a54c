package org.jihe.source.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.jihe.source.workbook.ShownNumbers.Dates;
import org.junit.jupiter.api.Test;

/**
 * Number formats beside POI's {@link DataFormatter}: what differs stands in a table, each with its
 * reason. What differs and is not in the table fails, and so does what stands there and no longer
 * differs. {@code -Dnumber.formats=FILE} writes the table anew, without reasons for what is new.
 */
class NumberFormatsTest {

  private static final int LEAST_PAIRS = 500;
  private static final String BUILT_IN = "built-in ";
  private static final String FROM_1904 = "1904:";
  private static final DataFormatter POI = new DataFormatter(Locale.US);

  /** A number's format and the number; what each of the two shows. */
  private record Pair(String format, String value) {

    private Dates dates() {
      return value.startsWith(FROM_1904) ? Dates.FROM_1904 : Dates.FROM_1900;
    }

    private double number() {
      return Double.parseDouble(value.replace(FROM_1904, ""));
    }

    private int builtIn() {
      return format.startsWith(BUILT_IN) ? Integer.parseInt(format.replace(BUILT_IN, "")) : -1;
    }

    String ours() {
      String code = builtIn() < 0 ? format : ShownNumbers.builtIn(builtIn());
      return new ShownNumbers(dates()).shown(number(), code);
    }

    String pois() {
      String builtIn = builtIn() < 0 ? format : BuiltinFormats.getBuiltinFormat(builtIn());
      String code = Objects.requireNonNullElse(builtIn, "General");
      try {
        return POI.formatRawCellContents(number(), builtIn(), code, dates() == Dates.FROM_1904)
            .strip();
      } catch (RuntimeException e) {
        return e.getClass().getSimpleName();
      }
    }
  }

  @Test
  void everyDifferenceToPoiIsExplained() throws IOException {
    List<Pair> pairs = pairs();
    assertThat(pairs).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(LEAST_PAIRS);
    Map<Pair, String> reasons = new LinkedHashMap<>();
    List<String> expected = new ArrayList<>();
    for (String line : lines("/number-format-differences.tsv")) {
      String[] fields = line.split("\t", -1);
      assertThat(fields).as(line).hasSize(5);
      assertThat(fields[4]).as("reason of: " + line).isNotBlank();
      reasons.put(new Pair(fields[0], fields[1]), fields[4]);
      expected.add(line);
    }
    List<String> differences = new ArrayList<>();
    for (Pair pair : pairs) {
      String ours = pair.ours();
      String pois = pair.pois();
      if (!ours.equals(pois)) {
        String reason = reasons.getOrDefault(pair, "");
        differences.add(String.join("\t", pair.format(), pair.value(), ours, pois, reason));
      }
    }
    String written = System.getProperty("number.formats");
    if (written != null) {
      Files.write(Path.of(written), differences);
    }
    assertThat(differences).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<Pair> pairs() throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String line : lines("/number-formats.tsv")) {
      String[] fields = line.split("\t", -1);
      assertThat(fields).as(line).hasSize(2);
      for (String value : fields[1].split(" ", -1)) {
        pairs.add(new Pair(fields[0], value));
      }
    }
    return pairs;
  }

  /** The lines of a table without its head, which is a comment. */
  private static List<String> lines(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(NumberFormatsTest.class.getResourceAsStream(resource), resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("# A ")).toList();
    }
  }
}
