package org.jihe.statistic.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which forms are drawn, and what their second review comes to. */
class SampleTest {

  private static Candidate form(int number, String size, int errors, int doubts) {
    return new Candidate(
        "f" + number,
        "d",
        "部门" + number % 4,
        2022,
        "项目" + number,
        size,
        null,
        new BigDecimal("98"),
        errors,
        doubts,
        false);
  }

  private static List<Candidate> forms() {
    List<Candidate> forms = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      forms.add(form(i, i % 10 == 0 ? "5-50m" : "<0.5m", i % 4 == 0 ? 1 : 0, i % 4 == 1 ? 1 : 0));
    }
    return forms;
  }

  @Test
  void riskAndMoneyAreDrawnMore() {
    Sample sample = Sample.of(forms(), .1, 1);

    assertThat(sample.drawn()).hasSize(20).doesNotHaveDuplicates();
    assertThat(sample.strata()).extracting(Stratum::drawn).allMatch(drawn -> drawn >= 1);
    assertThat(sample.strata().stream().mapToInt(Stratum::drawn).sum()).isEqualTo(20);
    // Per form: 4 × 3 for errors and money against 1 × 1 for neither.
    assertThat(part(sample, Risk.ERRORS, "5-50m"))
        .isGreaterThan(part(sample, Risk.ERRORS, "<0.5m"))
        .isGreaterThan(part(sample, Risk.NONE, "<0.5m"));
  }

  private static double part(Sample sample, Risk risk, String size) {
    return sample.strata().stream()
        .filter(one -> one.risk() == risk && one.sizeClass().equals(size))
        .mapToDouble(one -> (double) one.drawn() / one.forms())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSeedDrawsNotTheOrder() {
    List<Candidate> turned = forms();
    Collections.reverse(turned);

    assertThat(Sample.of(turned, .1, 1)).isEqualTo(Sample.of(forms(), .1, 1));
    assertThat(Sample.of(forms(), .1, 2).drawn()).isNotEqualTo(Sample.of(forms(), .1, 1).drawn());
  }

  @Test
  void oneAtLeastAndAllAtMost() {
    assertThat(Sample.of(forms().subList(0, 3), .01, 1).drawn()).hasSize(1);
    assertThat(Sample.of(forms(), 1, 1).drawn()).hasSize(200);
    assertThat(Sample.of(List.of(), .1, 1).drawn()).isEmpty();
  }

  private static Rereviewed reviewed(String department, String own, String review) {
    BigDecimal score = own.isEmpty() ? null : new BigDecimal(own);
    return new Rereviewed("f", department, 2022, "项目", score, new BigDecimal(review));
  }

  @Test
  void whatIsMoreThanTenPercentAboveIsNamed() {
    Rereview review =
        Rereview.of(
            List.of(
                reviewed("甲局", "100", "90"),
                reviewed("甲局", "98", "97"),
                reviewed("乙局", "100", "89.99"),
                reviewed("丙局", "", "80"),
                reviewed("丁局", "80", "95")));

    assertThat(review.named()).extracting(Rereviewed::department).containsExactly("乙局");
    assertThat(review.departments())
        .extracting(Rereview.Department::department)
        .containsExactly("乙局", "甲局", "丁局", "丙局");
    assertThat(review.departments().get(0).isNamed()).isTrue();
    assertThat(review.departments().get(1).deviation()).isEqualByComparingTo("0.055556");
    assertThat(review.departments().get(3).deviation()).isNull();
  }
}
