package org.jihe.rule.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.jihe.form.Field;
import org.jihe.form.FieldSource;
import org.jihe.form.FormFields;
import org.jihe.form.Indicator;
import org.jihe.form.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether an actual value repeats its target: not where the target is a part of a number in it. */
class RepetitionTest {

  @ParameterizedTest
  @CsvSource({
    "按期完成, 按期完成, true",
    "按期完成, 已按期完成。, true",
    "按期完成, 未按期完成, false",
    "30天, 30 天, true",
    "30天, 共30天, true",
    "30天, 130天, false",
    "30天, 1.30天, false",
    "1.5小时, 15小时, false",
    "15小时, 1.5小时, false",
    "1.5小时, １．５小时, true",
    "1.5小时, 约1.5小时, true",
    "2个季度, 12个季度, false",
    "三个月, 十三个月, false",
    "三个月, 共三个月, true",
    "第2, 第25, false",
    "第十, 第十二, false",
    "统一, 统一标准, true",
    "完成率90, 完成率90.5, false"
  })
  void repeats(String target, String actual, boolean repeated) {
    Indicator indicator =
        Indicator.of(FieldSource.BLANK)
            .with(FormFields.TARGET, Field.text(target, null, Reading.AS_PRINTED))
            .with(FormFields.ACTUAL, Field.text(actual, null, Reading.AS_PRINTED));
    assertThat(Repetition.in(indicator)).isEqualTo(repeated);
  }
}
