package org.jihe.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.jihe.FullForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths as texts, in their order and in a form. */
class FormPathTest {

  private static final SelfEvaluation FORM = FullForm.form();

  private static List<FormPath> paths() {
    return List.copyOf(FormFields.of(FORM).keySet());
  }

  @Test
  void everyPathOfAFormIsItsText() {
    assertThat(paths()).hasSizeGreaterThan(70);
    for (FormPath path : paths()) {
      FormPath read = FormPath.parse(path.toString());
      assertThat(read).hasToString(path.toString());
      assertThat(read.in(FORM)).isSameAs(FormFields.of(FORM).get(path));
      if (path.isField()) {
        assertThat(read).isEqualTo(path);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title",
        "funding",
        "funding.total",
        "funding.otherFunds.score",
        "annualObjective.planned",
        "indicators",
        "indicators[]",
        "indicators[12]",
        "indicators[].score",
        "indicators[0].varianceExplanation",
        "indicators[1].target[单位]#2",
        "total.grade",
        "head[项目[甲]负责人]",
        "funding[财政专户管理资金][全年预算数]",
        "funding[其他]#3",
        "closing[a\nb]",
        "closing#2"
      })
  void textsThatArePaths(String text) {
    assertThat(FormPath.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "titel",
        "head.title",
        "funding.total.grade",
        "funding.all.score",
        "indicators.score",
        "indicators[x].score",
        "indicators[01].score",
        "indicators[-1].score",
        "indicators[3].score.measure",
        "indicators[9999999999].score",
        "closing.score",
        "closing#1",
        "total.score#02"
      })
  void textsThatAreNone(String text) {
    assertThat(FormPath.find(text)).isNull();
    assertThatThrownBy(() -> FormPath.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void partsOfAPath() {
    FormPath score = FormPath.parse("indicators[3].score");
    assertThat(score.row()).isEqualTo(3);
    assertThat(score.column()).isSameAs(FormFields.SCORE);
    assertThat(FormPath.parse("indicators[].score").row()).isEqualTo(FormPath.EVERY);
    assertThat(FormPath.parse("indicators[].score").ofIndicator(3)).isEqualTo(score);
    FormPath rate = FormPath.parse("funding.total.executionRate");
    assertThat(rate.kind()).isEqualTo(FundingKind.TOTAL);
    assertThat(rate.column().type()).isSameAs(ValueType.PERCENT);
    FormPath extra = FormPath.parse("funding[财政专户管理资金][全年预算数]#2");
    assertThat(extra.own()).isEqualTo("财政专户管理资金");
    assertThat(extra.label()).isEqualTo("全年预算数");
    assertThat(extra.number()).isEqualTo(2);
    assertThat(extra.isField()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "indicators[3].score, 3",
    "indicators[3], 3",
    "indicators[12].anything else, 12",
    "indicators[].score, -2",
    "indicators[x].score, -2",
    "indicators[99999999999].score, -2",
    "indicators, -2",
    "total.score, -2"
  })
  void theIndicatorOfAText(String text, int row) {
    assertThat(FormPath.rowOf(text)).isEqualTo(row);
  }

  @Test
  void aPlaceHoldsWhatStandsInIt() {
    FormPath third = FormPath.indicator(3);
    assertThat(List.of("indicators[3]", "indicators[3].score", "indicators[3][备注]"))
        .allMatch(third::holds);
    assertThat(List.of("indicators[30]", "indicators", "indicators[31].score", "total"))
        .noneMatch(third::holds);
    assertThat(FormPath.part(FormBlock.FUNDING).holds("funding.total.score")).isTrue();
  }

  @Test
  void theFieldsStandInPrintedOrder() {
    List<FormPath> fields = new ArrayList<>(paths().stream().filter(FormPath::isField).toList());
    List<FormPath> printed = List.copyOf(fields);
    Collections.shuffle(fields, new java.util.Random(7));
    Collections.sort(fields);
    assertThat(fields).isEqualTo(printed);
    List<FormPath> all = new ArrayList<>(paths());
    Collections.sort(all);
    assertThat(all.indexOf(FormPath.parse("funding.otherFunds.score")))
        .isLessThan(all.indexOf(FormPath.parse("annualObjective.planned")));
    assertThat(all.get(all.size() - 1)).hasToString("closing[自评结论]");
    for (FormPath one : all) {
      for (FormPath other : all) {
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
      }
    }
  }

  @Test
  void whatAFormDoesNotHaveIsNull() {
    for (String text : List.of("indicators[99].score", "indicators[].score", "closing[无]")) {
      assertThat(FormPath.parse(text).in(FORM)).isNull();
      assertThatThrownBy(() -> FORM.with(FormPath.parse(text), Field.blank(null)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aCopyDiffersInOneField() {
    for (FormPath path : paths()) {
      SelfEvaluation copy = FORM.with(path, Field.blank(null));
      assertThat(path.in(copy)).isEqualTo(Field.blank(null));
      assertThat(copy.with(path, path.in(FORM))).isEqualTo(FORM);
    }
    assertThat(FORM.toBuilder().build()).isEqualTo(FORM);
  }

  @Test
  void aValueOfAnotherKindIsRefused() {
    Field<String> words = Field.text("甲", null, Reading.AS_PRINTED);
    for (FormPath path : paths()) {
      if (path.isField() && path.column().type().isNumber()) {
        assertThatThrownBy(() -> FORM.with(path, words)).isInstanceOf(ClassCastException.class);
      }
    }
  }

  @Test
  void noTwoFieldsHaveOnePath() {
    assertThat(new HashSet<>(FormFields.all())).hasSameSizeAs(FormFields.all());
    assertThat(FormFields.of(FORM)).hasSize(FullForm.blanked().size());
  }
}
