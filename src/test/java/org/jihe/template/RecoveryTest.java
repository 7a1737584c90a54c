package org.jihe.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jihe.Cells;
import org.jihe.SampleForms;
import org.jihe.form.SelfEvaluation;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTest {

  @Test
  void readsTheSampleCellForCell() {
    List<SelfEvaluation> forms = Trial.recognise(SampleForms.bytes()).forms();
    assertAllExact(SampleForms.transcripts(), forms);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void readsTheSampleInEveryEncoding(String encoding) {
    String text = new String(SampleForms.bytes(), StandardCharsets.UTF_8);
    String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
    byte[] bytes = (mark + text.replace("\n", "\r\n")).getBytes(Charset.forName(encoding));
    assertAllExact(SampleForms.transcripts(), Trial.recognise(bytes).forms());
  }

  @Test
  void readsACleanPrintAsItIs() {
    for (ObjectNode transcript : SampleForms.transcripts()) {
      Trial trial = Trial.of(new Sheet(transcript), List.of());
      assertThat(trial.wrong()).as("form %s", transcript.get("form")).isEmpty();
      assertThat(trial.flagged()).as("form %s", transcript.get("form")).isFalse();
    }
  }

  @Test
  void readsDamagedForms() {
    List<Trial> trials = Corpus.damaged();
    long exact = trials.stream().filter(Trial::exact).count();
    assertThat(exact / (double) trials.size())
        .as("share of exact forms")
        .isGreaterThanOrEqualTo(0.97);
    assertThat(trials.stream().filter(Trial::silent)).as("wrong and not flagged").isEmpty();
  }

  private static void assertAllExact(List<ObjectNode> transcripts, List<SelfEvaluation> forms) {
    assertThat(forms).hasSameSizeAs(transcripts);
    List<Cells.Difference> wrong = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      wrong.addAll(Cells.differences(transcripts.get(i), Transcripts.toJson(forms.get(i))));
    }
    assertThat(wrong).isEmpty();
  }
}
