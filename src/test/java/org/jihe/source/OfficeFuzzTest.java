package org.jihe.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.jihe.layout.Quarantined.Reason;
import org.junit.jupiter.api.Test;

class OfficeFuzzTest {

  @Test
  void damagedFilesAreReadOrRefused() {
    OfficeFuzz.Outcome outcome = OfficeFuzz.run(350, 2022, 0);
    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.read()).isPositive();
    assertThat(outcome.refused()).containsKey(Reason.DAMAGED);
  }
}
