package org.jihe.form.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jihe.SampleForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The readings of {@code measures.tsv}, which were labelled by hand. */
class MeasuresTest {

  record Label(
      String text,
      Measure.Kind kind,
      String comparator,
      String magnitude,
      String upper,
      String unit,
      String note) {

    @Override
    public String toString() {
      return "[" + text + "]";
    }
  }

  static List<Label> labels() throws IOException {
    List<Label> labels = new ArrayList<>();
    try (InputStream in = MeasuresTest.class.getResourceAsStream("/measures.tsv");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isEmpty() || line.startsWith("#") || line.startsWith("text\t")) {
          continue;
        }
        String[] cells = (line + "\t.").split("\t", -1);
        labels.add(
            new Label(
                cells[0],
                Measure.Kind.valueOf(cells[1]),
                cells[2],
                cells[3],
                cells[4],
                cells[5],
                cells[6]));
      }
    }
    return labels;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("labels")
  void readsAsAReviewerWould(Label label) {
    Measure measure = Measures.read(label.text());

    assertThat(measure.kind()).isEqualTo(label.kind());
    assertThat(measure.comparator().symbol()).isEqualTo(label.comparator());
    assertNumber(measure.magnitude(), label.magnitude());
    assertNumber(measure.upper(), label.upper());
    assertThat(measure.unit()).isEqualTo(label.unit());
    assertThat(measure.note()).isEqualTo(label.note());
  }

  private static void assertNumber(BigDecimal number, String expected) {
    if (expected.isEmpty()) {
      assertThat(number).isNull();
    } else {
      assertThat(number).isEqualByComparingTo(expected);
    }
  }

  @Test
  void theTableHoldsEveryTextOfTheSampleForms() throws IOException {
    Set<String> labelled = new HashSet<>();
    labels().forEach(label -> labelled.add(label.text()));
    Set<String> printed = new HashSet<>();
    for (JsonNode form : SampleForms.transcripts()) {
      for (JsonNode indicator : form.path("indicators")) {
        for (String cell : List.of("target", "actual")) {
          if (!indicator.path(cell).isNull()) {
            printed.add(indicator.path(cell).asText());
          }
        }
      }
    }

    assertThat(labelled).hasSizeGreaterThan(480).containsAll(printed);
    assertThat(printed).hasSizeGreaterThan(160);
  }

  @ParameterizedTest
  @CsvSource({
    ">=90,      92%,    true",
    ">=85,      0,      true",
    "=1,        0,      true",
    "0发生,     0起,    true",
    "1项,       1,      true",
    ">=90%,     0.92,   false",
    "=2000,     100%,   false",
    "3次,       3场,    false",
    "100万元,   980000元, true",
    "5万元,     4.8,    false",
    "20万人次,  21,     false",
    "及时,      100%,   false",
    "约20万车次, 20万车次, false"
  })
  void comparesOnlyWhatCountsTheSame(String target, String actual, boolean comparable) {
    assertThat(Measures.read(target).comparableWith(Measures.read(actual))).isEqualTo(comparable);
  }

  @Test
  void noTextIsTooStrange() {
    String alphabet = "0123456789.,%％‰≥<=>（）()【~-—/约万亿千百十两零次个件元月日年前内以上下至 \n×*\uD83D\uDE00Ⅲ①";
    Random random = new Random(20221231);
    int quantities = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(12); left >= 0; left--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Measure measure = Measures.read(text.toString());
      if (measure.quantitative()) {
        assertThat(measure.magnitude()).isNotNull();
        quantities++;
      } else if (measure.kind() != Measure.Kind.RANGE) {
        assertThat(measure.magnitude()).isNull();
      }
    }
    assertThat(quantities).isGreaterThan(5_000);
  }
}
