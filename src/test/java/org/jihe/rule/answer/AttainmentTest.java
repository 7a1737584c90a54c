package org.jihe.rule.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jihe.form.Field;
import org.jihe.form.FieldSource;
import org.jihe.form.FormFields;
import org.jihe.form.Indicator;
import org.jihe.form.Reading;
import org.jihe.rule.RuleSetParameters;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.jurisdiction.ReverseScore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores of 10 points, worked out by hand; what is not certain has none. */
class AttainmentTest {

  @ParameterizedTest
  @CsvSource({
    // name, target, actual, state, score
    "培训场次, ≥20场, 25场, MET, 10",
    "培训场次, ≥20场, 15场, UNMET, 7.50",
    "培训场次, =20场, 25场, MET, 10",
    "培训场次, 20场, 15, UNMET, 7.50",
    "培训场次, ≥20场, >20场, MET, 10",
    "培训场次, ≥20场, >15场, UNKNOWN, ",
    "培训场次, ≥20场, 不足20场, UNKNOWN, ",
    "培训场次, ≥20场, 18次, UNMET, 9.00",
    "培训场次, ≥20场, 18人, UNKNOWN, ",
    "培训场次, ≥20场, 完成, UNKNOWN, ",
    "返工率, ≤2%, 1%, MET, 10",
    "返工率, ≤2%, 2.5%, UNMET, 8.00",
    "返工率, 2%, 1%, UNKNOWN, ",
    "辍学率, =0.5%, 0.3%, UNKNOWN, ",
    "居民参与率, =30%, 15%, UNMET, 5.00",
    "投诉件数, 5件, 3件, UNKNOWN, ",
    "投诉处理率, 100%, 90%, UNMET, 9.00",
    "安全事故, 0起, 0, MET, 10",
    "安全事故, 0发生, 2起, UNMET, 0.00",
    "单位成本, 50元, 48元, UNKNOWN, ",
    "单位成本, ≤50元, 48元, MET, 10",
    "项目成本, ≤50万元, 48.5, UNKNOWN, ",
    "项目成本, ≤50万元, 400000元, MET, 10",
    "响应时间, 2小时, 1小时, UNKNOWN, ",
    "响应时间, ≤2小时, 4小时, UNMET, 5.00",
    "满意度, ≥90, 81%, UNMET, 9.00",
    "满意度, ≥90%, 0.92, UNKNOWN, ",
    "接待人次, ≥2万人次, 18000人次, UNMET, 9.00",
    "接待人次, 约2万人次, 18000人次, UNKNOWN, "
  })
  void scoresWhatIsCertain(
      String name, String target, String actual, Attainment.State state, String score)
      throws Exception {
    Indicator indicator =
        Indicator.of(FieldSource.BLANK)
            .with(FormFields.CATEGORY, text("产出指标"))
            .with(FormFields.ASPECT, text("数量指标"))
            .with(FormFields.NAME, text(name))
            .with(FormFields.TARGET, text(target))
            .with(FormFields.ACTUAL, text(actual));

    Attainment attainment =
        Attainment.of(
            Question.of(indicator, Question.Aspect.OTHER),
            RuleSetParameters.of(RuleSet.open(null, null)));

    assertThat(attainment.state()).isEqualTo(state);
    BigDecimal earned = attainment.score(BigDecimal.TEN);
    if (score == null) {
      assertThat(earned).isNull();
      assertThat(attainment.arithmetic(BigDecimal.TEN)).isEmpty();
    } else {
      assertThat(earned.setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo(score);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RATIO, 2, 4, 5",
    "RATIO, 0, 4, 0",
    "LINEAR, 2, 3, 5",
    "LINEAR, 2, 4, 0",
    "LINEAR, 2, 9, 0",
    "LINEAR, 0, 1, 0"
  })
  void lessIsBetterByEitherMethod(
      ReverseScore method, BigDecimal target, BigDecimal actual, String score) {
    assertThat(method.of(BigDecimal.TEN, target, actual)).isEqualByComparingTo(score);
  }

  private static Attainment attainment(String target, String actual) throws Exception {
    Indicator indicator =
        Indicator.of(FieldSource.BLANK)
            .with(FormFields.CATEGORY, text("产出指标"))
            .with(FormFields.ASPECT, text("时效指标"))
            .with(FormFields.NAME, text("办理情况"))
            .with(FormFields.TARGET, text(target))
            .with(FormFields.ACTUAL, text(actual));
    return Attainment.of(
        Question.of(indicator, Question.Aspect.OTHER),
        RuleSetParameters.of(RuleSet.open(null, null)));
  }

  /** Nobody can tell whether shorter is better, whatever the unit; a comparator says it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "年", "个年度", "季度", "个季度", "个月", "旬", "周", "星期", "个星期", "礼拜", "个礼拜", "天", "日", "昼夜", "工作日",
        "个工作日", "个工作天", "自然日", "个自然日", "个日历天", "个交易日", "小时", "个小时", "钟头", "个钟头", "刻钟", "分钟", "秒",
        "秒钟", "学期", "个学期", "个学年", "小时/天", "天/次", "个工作日/件"
      })
  void aLengthOfTimeHasNoDirectionOfItsOwn(String unit) throws Exception {
    for (String target : List.of("20", "=20", "二十")) {
      for (String actual : List.of("10", "30", "十", "0")) {
        Attainment time = attainment(target + unit, actual + unit);
        assertThat(time.state()).as(target + actual + unit).isEqualTo(Attainment.State.UNKNOWN);
        assertThat(time.score(BigDecimal.TEN)).isNull();
      }
    }
    if (!unit.equals("季度") && !unit.equals("日")) { // 30日 is a day of a month, not a length
      assertThat(attainment("≤20" + unit, "30" + unit).state()).isEqualTo(Attainment.State.UNMET);
      assertThat(attainment("≤20" + unit, "10" + unit).state()).isEqualTo(Attainment.State.MET);
      assertThat(attainment("≥20" + unit, "10" + unit).state()).isEqualTo(Attainment.State.UNMET);
    }
    if (unit.indexOf('/') < 0) {
      assertThat(attainment("20" + unit + "内", "30" + unit).state())
          .isEqualTo(Attainment.State.UNKNOWN);
    }
  }

  private static Field<String> text(String printed) {
    return Field.text(printed, null, Reading.AS_PRINTED);
  }
}
