package org.jihe.rule.fact.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.jihe.form.Field;
import org.jihe.form.FieldSource;
import org.jihe.form.FormFields;
import org.jihe.form.Indicator;
import org.jihe.form.Reading;
import org.jihe.rule.RuleSetParameters;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.jurisdiction.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NegativeActualTest {

  @ParameterizedTest
  @CsvSource({
    "系统建设验收合格率, =100%, 尚未完成验收, true",
    "通过第三方测评, 通过, 无, true",
    "验收情况, 一次验收合格, 因疫情未完成, true",
    "重大故障发生数, 0起, 无, false",
    "重大故障发生数, 0起, 未发生, false",
    "安全事故, 无事故, 无, false",
    "运维连续性, 不间断, 不间断, false",
    "检测率, ≥95%, 不低于95%, false",
    "检测率, ≥95%, 98%, false",
    "检测率, ≥95%, , false",
    "投诉处理情况, 及时, 没有投诉, false",
    "安全生产, 安全, 无安全事故, false",
    "环境影响, 达标, 未造成污染, false",
    "公共设施, 完好, 无人机巡查完成, false",
    "适用性, 适用, 不适用, false",
    "验收情况, 合格, 不合格, true",
    "隐患整改, 整改到位, 隐患问题尚未整改, true"
  })
  void aNegativeWordCountsWhereTheTargetIsNotOfThatKind(
      String name, String target, String actual, boolean negative) throws Exception {
    Parameters parameters = RuleSetParameters.of(RuleSet.open(null, null));
    Indicator indicator =
        Indicator.of(FieldSource.BLANK)
            .with(FormFields.CATEGORY, text("产出指标"))
            .with(FormFields.ASPECT, text("质量指标"))
            .with(FormFields.NAME, text(name))
            .with(FormFields.TARGET, text(target))
            .with(FormFields.ACTUAL, text(actual));

    assertThat(NegativeActual.is(indicator, parameters)).isEqualTo(negative);
  }

  private static Field<String> text(String printed) {
    return Field.text(printed, null, Reading.AS_PRINTED);
  }
}
