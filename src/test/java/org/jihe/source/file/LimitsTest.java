package org.jihe.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

  @Test
  void everyLimitCanBeSetByItsName() {
    Limits limits = Limits.STANDARD;
    for (String name : Limits.names()) {
      limits = limits.with(name, "7");
    }
    assertThat(limits).isEqualTo(new Limits(7, 7, 7, 7, 7, 7, Duration.ofSeconds(7), 7, 7));
  }

  @Test
  void aLimitLeavesTheOthersAlone() {
    Limits limits = Limits.STANDARD.with("pages", "12");
    assertThat(limits.pages()).isEqualTo(12);
    assertThat(limits.with("pages", String.valueOf(Limits.STANDARD.pages())))
        .isEqualTo(Limits.STANDARD);
  }

  @ParameterizedTest
  @CsvSource({
    "64m, 67108864",
    "64 MiB, 67108864",
    "2K, 2048",
    "1g, 1073741824",
    "9, 9",
    "5kb, 5120"
  })
  void sizesHaveUnits(String value, long expected) {
    assertThat(Limits.STANDARD.with("unpacked", value).unpacked()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "90, 90000",
    "90s, 90000",
    "250ms, 250",
    "2m, 120000",
    "2min, 120000",
    "1 h, 3600000"
  })
  void timesHaveUnits(String value, long millis) {
    assertThat(Limits.STANDARD.with("time", value).time()).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({
    "colour, 3, UNKNOWN_NAME",
    "cells, many, NO_NUMBER",
    "cells, 1.5, NO_NUMBER",
    "cells, '', NO_NUMBER",
    "cells, -1, NO_NUMBER",
    "cells, 0, OUT_OF_RANGE",
    "cells, 3g, OUT_OF_RANGE",
    "bytes, 2g, OUT_OF_RANGE",
    "unpacked, 999999999999999999g, OUT_OF_RANGE",
    "time, 2 weeks, NO_NUMBER",
    "time, 0, OUT_OF_RANGE"
  })
  void whatCannotBeTakenIsTold(String name, String value, BadLimit.Problem problem) {
    assertThatThrownBy(() -> Limits.STANDARD.with(name, value)).isInstanceOf(BadLimit.class);
    BadLimit bad = catchThrowableOfType(BadLimit.class, () -> Limits.STANDARD.with(name, value));
    assertThat(bad.problem()).isEqualTo(problem);
    assertThat(bad.name()).isEqualTo(name);
    assertThat(bad.value()).isEqualTo(value);
  }
}
