package org.jihe.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jihe.Cells;
import org.jihe.SampleForms;
import org.jihe.form.SelfEvaluation;
import org.junit.jupiter.api.Test;

class TranscriptsTest {

  @Test
  void writtenAndReadAgainNothingIsLost() {
    for (ObjectNode transcript : SampleForms.transcripts()) {
      SelfEvaluation form = Transcripts.fromJson("t.json", transcript);
      String written = Transcripts.write(form);
      SelfEvaluation again = Transcripts.read("t.json", written);
      assertThat(Transcripts.write(again)).isEqualTo(written).endsWith("}\n");
      assertThat(Cells.differences(transcript, Transcripts.toJson(again))).isEmpty();
    }
  }

  @Test
  void theSampleAddsUp() {
    for (ObjectNode transcript : SampleForms.transcripts()) {
      assertThat(Transcripts.fromJson("t.json", transcript).addsUp()).isTrue();
    }
  }

  @Test
  void amountsAreYuan() {
    SelfEvaluation form =
        Transcripts.read(
            "t.json",
            """
            {"currencyUnit": "万元", "funding": {"total": {"finalBudget": "1,234.5"}}}
            """);
    assertThat(form.funding().total().finalBudget().value()).isEqualByComparingTo("12345000");
    assertThat(form.funding().total().finalBudget().printed()).isEqualTo("1,234.5");
  }

  @Test
  void whatIsMissingIsBlank() {
    SelfEvaluation form = Transcripts.read("t.json", "{}");
    assertThat(form.projectName().isBlank()).isTrue();
    assertThat(form.indicators()).isEmpty();
    assertThat(form.addsUp()).isFalse();
  }

  @Test
  void brokenJsonNamesTheFile() {
    assertThatThrownBy(() -> Transcripts.read("t.json", "{\"form\": "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("t.json");
  }

  @Test
  void textThatIsNoObjectIsRefused() {
    assertThatThrownBy(() -> Transcripts.read("t.json", "[1]"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Transcripts.read("t.json", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
