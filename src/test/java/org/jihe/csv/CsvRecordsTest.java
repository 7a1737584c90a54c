package org.jihe.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jihe.csv.CsvRecords.Field;
import org.jihe.csv.CsvRecords.Marks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {

  private static List<List<Field>> read(String text, Marks marks) {
    CsvRecords records = new CsvRecords(text, marks);
    List<List<Field>> all = new ArrayList<>();
    while (records.hasNext()) {
      all.add(records.next());
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void fieldsKnowTheLineInWhichTheyBegin(Marks marks) {
    assertThat(read("\"a\r\nb\",c\n\n\"d \"\"e\"\"\",\"f,\"\r,g", marks))
        .containsExactly(
            List.of(new Field("a\nb", 1), new Field("c", 2)),
            List.of(),
            List.of(new Field("d \"e\"", 4), new Field("f,", 4)),
            List.of(new Field("", 5), new Field("g", 5)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"b", "\"a", "a\"b\"", "\"a\" \"b\"", " \"a\""})
  void aStrayMarkIsACharacterWhereThatIsTolerated(String text) {
    CsvRecords records = new CsvRecords(text + "\nc", Marks.TOLERANT);
    assertThat(records.next()).containsExactly(new Field(text, 1));
    assertThat(records.flaw()).isNull();
    assertThat(records.next()).containsExactly(new Field("c", 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "'x,\"a' | Missing closing quote for value",
        "'\"a\"\"\nb,' | Missing closing quote for value",
        "'\"a\" b' | Unexpected character ('b' (code 98))",
        "'\"a\"甲' | Unexpected character ('甲' (code 30002 / 0x7532))",
        "'\"a\" \"b\"' | Unexpected character ('\"' (code 34))",
      })
  void aStrayMarkEndsTheReadingWhereThatIsNotTolerated(String text, String flaw) {
    CsvRecords records = new CsvRecords("whole\n" + text + "\nc", Marks.STRICT);
    assertThat(records.next()).containsExactly(new Field("whole", 1));
    assertThat(records.flaw()).isNull();
    assertThat(records.next().get(0).line()).isEqualTo(2);
    assertThat(records.flaw()).startsWith(flaw);
    assertThat(records.hasNext()).isFalse();
  }

  @Test
  void whereMarksAreTakenStrictlySpaceMayStandAroundThem() {
    assertThat(read(" \"a\"\t,b \n", Marks.STRICT))
        .containsExactly(List.of(new Field("a", 1), new Field("b ", 1)));
  }
}
