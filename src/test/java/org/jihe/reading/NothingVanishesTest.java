package org.jihe.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jihe.SampleForms;
import org.jihe.form.Extra;
import org.jihe.form.SelfEvaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a torn form prints beyond the model is kept, as that of a form with trusted columns is. */
class NothingVanishesTest {

  private static final String FORM = SampleForms.texts().get(0).stripTrailing();
  private static final String PART = "其中：当年财政拨款\t0\t0\t\t—\t";

  @TempDir private Path folder;

  private SelfEvaluation read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), text + "\n");
    return new FormReader().read(file).get(0).forms().get(0);
  }

  private static String shown(Extra extra) {
    return extra.subject() + " " + extra.label() + " " + extra.value().printed();
  }

  @Test
  void theRateOfAPart() throws IOException {
    SelfEvaluation form = read(FORM.replace(PART, PART + "98.10%"));
    assertThat(form.extras())
        .extracting(NothingVanishesTest::shown)
        .containsExactly("funding.currentYearAppropriation 执行率 98.10%");
    assertThat(form.extras().get(0).value().position().column()).isEqualTo(7);
    assertThat(form.funding().currentYearAppropriation())
        .isEqualTo(read(FORM).funding().currentYearAppropriation());
  }

  @Test
  void pointsRateAndScoreOfAPart() throws IOException {
    SelfEvaluation form =
        read(FORM.replace(PART, "其中：当年财政拨款\t9000.00\t9000.00\t8,100\t10\t90.00%\t9"));
    assertThat(form.funding().currentYearAppropriation().actualExpenditure().printed())
        .isEqualTo("8,100");
    assertThat(form.extras())
        .extracting(NothingVanishesTest::shown)
        .containsExactly(
            "funding.currentYearAppropriation 分值 10",
            "funding.currentYearAppropriation 执行率 90.00%",
            "funding.currentYearAppropriation 得分 9");
  }

  @Test
  void aRowOfAnotherKind() throws IOException {
    String other = "\t其他资金\t0\t0\t\t—\t\t";
    assertThat(FORM).contains(other);
    SelfEvaluation form = read(FORM.replace(other, other + "\n\t\t500\t600\t700\t\t\t"));
    assertThat(form.extras())
        .extracting(NothingVanishesTest::shown)
        .containsExactly("funding 年初预算数 500", "funding 全年预算数 600", "funding 全年执行数 700");
  }

  @Test
  void theGradeBelowTheTotal() throws IOException {
    SelfEvaluation form = read(FORM + "\n自评等级：优");
    assertThat(form.total().grade().printed()).isEqualTo("优");
    assertThat(form.extras()).isEmpty();
  }

  @Test
  void aSecondGrade() throws IOException {
    SelfEvaluation form = read(FORM + "\t优\n自评等级：良");
    assertThat(form.total().grade().printed()).isEqualTo("优");
    assertThat(form.extras())
        .extracting(NothingVanishesTest::shown)
        .containsExactly("closing 自评等级 良");
  }
}
