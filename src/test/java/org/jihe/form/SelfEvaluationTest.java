package org.jihe.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.jihe.FullForm;
import org.jihe.layout.Position;
import org.junit.jupiter.api.Test;

class SelfEvaluationTest {

  @Test
  void aFormThatBeginsElsewhereIsElseTheSame() {
    SelfEvaluation form = FullForm.form();
    Position place = new Position("other.xlsx", 0, "2022", 7, 2);
    assertThat(form.at(place).origin()).isEqualTo(place);
    assertThat(form.at(place).at(form.origin())).isEqualTo(form);
    assertThat(form.extras()).isNotEmpty();
  }

  @Test
  void anotherAccountOfTheReadingChangesNothingElse() {
    SelfEvaluation form = FullForm.form();
    Recovery other = new Recovery("any", 0.1, java.util.List.of());
    assertThat(form.with(other).recovery()).isEqualTo(other);
    assertThat(form.with(other).with(form.recovery())).isEqualTo(form);
  }
}
