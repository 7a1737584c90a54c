package org.jihe.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A short run of {@link SourceFuzz}. */
class SourceFuzzTest {

  @Test
  void damagedFilesAreReadOrRefused() {
    SourceFuzz fuzz = new SourceFuzz(7);
    fuzz.run(1300);
    assertThat(fuzz.mistakes).isEmpty();
    assertThat(fuzz.files).isEqualTo(1300);
    assertThat(fuzz.ends).containsKeys("READ", "DAMAGED");
  }
}
