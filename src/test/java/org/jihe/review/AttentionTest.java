package org.jihe.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jihe.SampleForms;
import org.jihe.finding.Attention;
import org.jihe.message.Language;
import org.jihe.table.AttentionCodec;
import org.jihe.view.ReviewSummary;
import org.jihe.view.ReviewSummary.FormLine;
import org.jihe.view.ReviewSummary.ImpossibleAmount;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which forms a review names first. */
class AttentionTest {

  @TempDir private Path folder;

  private ReviewSummary review(Path... inputs) throws Exception {
    return Review.run(new ReviewRequest(List.of(inputs), folder.resolve("workspace"), Language.ZH));
  }

  private List<Attention> table() throws Exception {
    try (Workspace tables = Workspace.open(Sessions.current(), folder.resolve("workspace"))) {
      Run run = tables.begin("test");
      List<Row> rows = tables.read(run, WorkspaceTable.ATTENTION).collectAsList();
      return rows.stream().map(AttentionCodec::fromRow).toList();
    }
  }

  /** A form of the sample in a department of its own. */
  private Path form(String department, int form, String amount) throws IOException {
    ObjectNode json = SampleForms.transcripts().get(form);
    json.put("supervisingDepartment", department).put("implementingAgency", department);
    ObjectNode total = (ObjectNode) json.path("funding").path("total");
    for (String column : List.of("originalBudget", "finalBudget", "actualExpenditure")) {
      total.put(column, amount);
    }
    return Files.writeString(folder.resolve(department + form + ".json"), json.toString());
  }

  private Attention of(String department) throws Exception {
    return table().stream()
        .filter(one -> department.equals(one.department()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSample() throws Exception {
    ReviewSummary summary = review(SampleForms.TEXT);
    List<FormLine> forms = summary.forms();
    assertThat(forms).extracting(FormLine::priority).isSortedAccordingTo((a, b) -> b.compareTo(a));
    List<String> names = forms.stream().map(FormLine::projectName).toList();
    assertThat(names.indexOf("政府投资计划")).isLessThan(10); // nothing spent of 4.64 million
    // Paid in full, and not accepted: 5.66 million.
    assertThat(names.indexOf("闵行区大数据中心数据中心机房建设(第三年)")).isBetween(0, 9);
    assertThat(names.indexOf("法律顾问费")).isGreaterThan(25); // 9,000 yuan
    assertThat(forms.get(0).attention()).isNotNull();
    assertThat(forms.get(10).attention()).isNull();

    List<Attention> table = table();
    assertThat(table).hasSize(30);
    for (Attention one : table) {
      BigDecimal sum =
          one.terms().stream()
              .map(Attention.Term::points)
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .min(BigDecimal.valueOf(30));
      assertThat(one.points()).isEqualByComparingTo(sum);
      assertThat(one.terms()).extracting(Attention.Term::ruleId).doesNotHaveDuplicates();
      double amount = Math.max(10_000, one.money().amount().doubleValue());
      assertThat(one.priority().doubleValue())
          .isCloseTo(
              sum.doubleValue() * (Math.log10(amount) - 3),
              org.assertj.core.api.Assertions.within(5e-5));
    }
  }

  @Test
  void amountsThatCannotBeRightAreNamedBesideTheTotals() throws Exception {
    assertThat(review(SampleForms.TEXT).departments().get(0).impossible())
        .extracting(ImpossibleAmount::projectName)
        .anySatisfy(name -> assertThat(name).contains("“一网通办”配套系统(2022运维)"));
  }

  @Test
  void aFormWithoutAmountsCountsAsTheMedianWhichMoves() throws Exception {
    Path blank = form("甲局", 0, "");
    Path small = form("乙局", 1, "100000");
    review(blank, small);
    Attention before = of("甲局");
    assertThat(before.money()).isEqualTo(new Attention.Money(BigDecimal.valueOf(100_000), true));
    assertThat(before.priority().doubleValue())
        .isCloseTo(before.points().doubleValue() * 2, org.assertj.core.api.Assertions.within(5e-5));
    assertThat(of("乙局").money().isMedian()).isFalse();

    review(form("丙局", 2, "10000000")); // of the others nothing is read again
    Attention after = of("甲局");
    assertThat(after.terms()).isEqualTo(before.terms());
    assertThat(after.money()).isEqualTo(new Attention.Money(BigDecimal.valueOf(5_050_000), true));
    assertThat(table()).hasSize(3);
  }

  @Test
  void withoutAnyAmountAnywhereTheLeastOneCounts() throws Exception {
    FormLine only = review(form("甲局", 0, "")).forms().get(0);
    Attention why = only.attention();
    assertThat(why).isNotNull();
    assertThat(why.money()).isEqualTo(new Attention.Money(null, true));
    assertThat(why.priority()).isEqualByComparingTo(why.points());
    assertThat(only.priority()).isEqualByComparingTo(why.priority());
  }
}
