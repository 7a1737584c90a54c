package org.jihe.statistic.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jihe.statistic.MadeForms;
import org.jihe.statistic.comparison.Compared.Verdict;
import org.jihe.statistic.measure.FormMeasures;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final int FEWEST = 10;

  private static List<Compared> compared(List<FormMeasures> forms, ComparedMeasure measure) {
    Comparison comparison = new Comparison(FEWEST);
    forms.forEach(comparison::add);
    return comparison.done().stream().filter(one -> one.measure() == measure).toList();
  }

  /** Departments of so many forms, so many of them with an error. */
  private static List<FormMeasures> withErrors(int[] hits, int[] all) {
    List<FormMeasures> forms = new ArrayList<>();
    for (int department = 0; department < all.length; department++) {
      for (int form = 0; form < all[department]; form++) {
        String name = "d" + (char) ('a' + department);
        forms.add(
            MadeForms.of(name + form, name, form < hits[department] ? 1 : 0, 100.0, 90.0, 95.0));
      }
    }
    return forms;
  }

  /** The published example: four of ten beyond the plain limits, and none by the verdict. */
  @Test
  void whatDepartmentsDifferInAnywayIsNoReasonToNameSome() {
    List<Compared> ten =
        compared(
            withErrors(
                new int[] {12, 30, 26, 50, 42, 71, 4, 29, 48, 36},
                new int[] {82, 98, 100, 125, 162, 151, 12, 100, 82, 99}),
            ComparedMeasure.FORMS_WITH_ERROR);

    assertThat(ten).extracting(Compared::verdict).containsOnly(Verdict.WITHIN);
    assertThat(ten.get(0).zAdjusted()).isCloseTo(-2.1638279, within(1e-6));
    assertThat(ten.get(0).adjusted().p95().lower()).isCloseTo(.1622939651, within(1e-9));
    assertThat(ten.get(8).p()).isCloseTo(.1523878019, within(1e-9));
    assertThat(ten.get(8).rank().rank()).isEqualTo(1);
    assertThat(ten.get(8).rank().upper()).isEqualTo(3);
    assertThat(ten.get(0).ranked()).isEqualTo(10);
  }

  @Test
  void aDepartmentThatIsFarBeyondTheOthersIsNamed() {
    int[] hits = new int[21];
    int[] all = new int[21];
    Arrays.fill(hits, 10);
    Arrays.fill(all, 100);
    hits[20] = 60;

    List<Compared> lines = compared(withErrors(hits, all), ComparedMeasure.FORMS_WITH_ERROR);

    assertThat(lines.get(20).verdict()).isEqualTo(Verdict.HIGH);
    assertThat(lines.subList(0, 20)).extracting(Compared::verdict).containsOnly(Verdict.WITHIN);
  }

  @Test
  void aDepartmentOfFewFormsIsNotJudgedAndNotRanked() {
    List<Compared> lines =
        compared(
            withErrors(new int[] {1, 2, 1}, new int[] {30, 30, 1}),
            ComparedMeasure.FORMS_WITH_ERROR);

    assertThat(lines.get(2).verdict()).isEqualTo(Verdict.TOO_FEW);
    assertThat(lines.get(2).rank()).isNull();
    assertThat(lines.get(2).p()).isNull();
    assertThat(lines.get(2).interval()).isNotNull();
    assertThat(lines.get(0).ranked()).isEqualTo(2);
  }

  @Test
  void oneDepartmentAloneCannotBeJudged() {
    Comparison comparison = new Comparison(FEWEST);
    withErrors(new int[] {3}, new int[] {30}).forEach(comparison::add);

    assertThat(comparison.done())
        .hasSize(ComparedMeasure.values().length)
        .extracting(Compared::verdict)
        .containsOnly(Verdict.NOT_JUDGED);
  }

  @Test
  void whereAllAreTheSameNothingCanBeJudged() {
    List<FormMeasures> forms = withErrors(new int[] {0, 0}, new int[] {20, 20});

    for (ComparedMeasure measure :
        List.of(
            ComparedMeasure.SCORE,
            ComparedMeasure.ERRORS_PER_FORM,
            ComparedMeasure.FORMS_WITH_ERROR,
            ComparedMeasure.EXECUTION)) {
      assertThat(compared(forms, measure))
          .as(measure.key())
          .extracting(Compared::verdict)
          .containsOnly(Verdict.NOT_JUDGED);
    }
  }

  @Test
  void whereAllIsCancelledOrUnknownThereIsNoFigure() {
    List<FormMeasures> forms = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      forms.add(MadeForms.of("a" + i, "cancelled", 1, 0.0, 0.0, 90.0 + i));
      forms.add(MadeForms.of("b" + i, "unknown", 1, null, null, null));
      forms.add(MadeForms.of("c" + i, "known", i % 2, 100.0, 80.0 + i, 90.0 + i));
    }

    assertThat(compared(forms, ComparedMeasure.EXECUTION))
        .extracting(Compared::department, Compared::n, Compared::value, Compared::verdict)
        .satisfiesExactly(
            one ->
                assertThat(one.toList()).containsExactly("cancelled", 0L, null, Verdict.NOT_JUDGED),
            one -> assertThat(one.toList().get(0)).isEqualTo("known"),
            one ->
                assertThat(one.toList()).containsExactly("unknown", 0L, null, Verdict.NOT_JUDGED));
    assertThat(compared(forms, ComparedMeasure.ERRORS_PER_FORM).get(0).n()).isZero();
  }

  @Test
  void yearsAreHeldApart() {
    List<FormMeasures> forms = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      forms.add(
          MadeForms.of(
              "a" + i, "a", "works", 2021, i % 2, 100.0, 90.0, 90.0 + Math.floorDiv(i, 4)));
      forms.add(
          MadeForms.of(
              "b" + i, "b", "works", 2022, i % 3, 100.0, 90.0, 90.0 + Math.floorDiv(i, 5)));
    }

    assertThat(compared(forms, ComparedMeasure.SCORE))
        .extracting(Compared::year, Compared::department, Compared::verdict)
        .containsExactly(
            tuple(2021, "a", Verdict.NOT_JUDGED), tuple(2022, "b", Verdict.NOT_JUDGED));
  }

  @Test
  void tenThousandDepartmentsOfOneFormAreCountedAndNotJudged() {
    List<FormMeasures> forms = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      forms.add(MadeForms.of("f" + i, "d" + i, i % 2, 100.0, 90.0, 90.0 + i % 10));
    }
    Collections.shuffle(forms, new Random(1));

    assertThat(compared(forms, ComparedMeasure.SCORE))
        .hasSize(10_000)
        .extracting(Compared::verdict)
        .containsOnly(Verdict.TOO_FEW);
  }
}
