package org.jihe.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jihe.FullForm;
import org.jihe.FullForm.Variant;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Position;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When two forms are copies of each other, and when the tables must be written again. */
class AcceptedFormTest {

  private static final AcceptedForm FULL = AcceptedForm.of(FullForm.form());

  static Stream<Variant> changed() {
    return Stream.of(FullForm.changed(), FullForm.blanked()).flatMap(List::stream);
  }

  static List<Variant> moved() {
    return FullForm.moved();
  }

  @ParameterizedTest
  @MethodSource("changed")
  void whatPrintsSomethingElseIsNoCopy(Variant variant) {
    AcceptedForm other = AcceptedForm.of(variant.form());
    assertThat(other.printedHash()).isNotEqualTo(FULL.printedHash());
    assertThat(other.contentHash()).isNotEqualTo(FULL.contentHash());
  }

  @Test
  void noTwoChangesAreTheSame() {
    Set<String> prints = new HashSet<>();
    changed().forEach(variant -> prints.add(AcceptedForm.of(variant.form()).printedHash()));
    assertThat(prints).hasSameSizeAs(changed().toList());
  }

  @ParameterizedTest
  @MethodSource("moved")
  void aCellThatStandsElsewhereIsACopyThatMustBeWritten(Variant variant) {
    AcceptedForm other = AcceptedForm.of(variant.form());
    assertThat(other.printedHash()).isEqualTo(FULL.printedHash());
    assertThat(other.contentHash()).isNotEqualTo(FULL.contentHash());
  }

  @Test
  void placeAndReadingAreNoPrint() {
    SelfEvaluation form = FullForm.form();
    AcceptedForm elsewhere = AcceptedForm.of(form.at(Position.inText("other.txt", 1, 1)));
    assertThat(elsewhere.printedHash()).isEqualTo(FULL.printedHash());
    assertThat(elsewhere.contentHash()).isNotEqualTo(FULL.contentHash());
    AcceptedForm again = AcceptedForm.of(FullForm.form());
    assertThat(again).isEqualTo(FULL);
  }

  @ParameterizedTest
  @MethodSource("changed")
  void aTranscriptHoldsAllThatIsPrinted(Variant variant) {
    SelfEvaluation read = Transcripts.read("full.json", Transcripts.write(variant.form()));
    assertThat(AcceptedForm.of(read).printedHash())
        .isEqualTo(AcceptedForm.of(variant.form()).printedHash());
    assertThat(org.jihe.form.FormDiff.between(variant.form(), read)).isEmpty();
  }
}
