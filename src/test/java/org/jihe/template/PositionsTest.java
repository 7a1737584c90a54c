package org.jihe.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jihe.SampleForms;
import org.jihe.form.Field;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.Reading;
import org.jihe.form.SelfEvaluation;
import org.junit.jupiter.api.Test;

/** The place of every value is the cell that prints it. */
class PositionsTest {

  private static final String[] LINES =
      new String(SampleForms.bytes(), StandardCharsets.UTF_8).split("\n", -1);

  @Test
  void everyPrintedValueStandsInItsCell() {
    int seen = 0;
    for (SelfEvaluation form : Trial.recognise(SampleForms.bytes()).forms()) {
      for (Field<?> field : fields(form)) {
        boolean whole = field.reading() == Reading.AS_PRINTED || field.reading() == Reading.SHIFTED;
        if (field.printed() != null && (whole || field.reading() == Reading.SEPARATED)) {
          assertThat(tight(cell(field))).as("%s", field).contains(tight(field.printed()));
          seen++;
        }
        if (field.reading() == Reading.JOINED) {
          assertThat(tight(field.printed())).as("%s", field).contains(tight(cell(field)));
        }
      }
    }
    assertThat(seen).isGreaterThan(2300);
  }

  private static String cell(Field<?> field) {
    return LINES[field.position().row() - 1].split("\t", -1)[field.position().column() - 1];
  }

  private static String tight(String text) {
    return text.replaceAll("\\s+|</?p>", "");
  }

  private static List<Field<?>> fields(SelfEvaluation form) {
    List<Field<?>> fields = new ArrayList<>();
    fields.add(form.title());
    fields.add(form.year());
    fields.add(form.projectName());
    fields.add(form.supervisingDepartment());
    fields.add(form.implementingAgency());
    fields.add(form.currencyUnit());
    for (FundingRow row : form.funding().rows()) {
      fields.addAll(
          List.of(
              row.originalBudget(),
              row.finalBudget(),
              row.actualExpenditure(),
              row.maxScore(),
              row.executionRate(),
              row.score()));
    }
    fields.add(form.annualObjective().planned());
    fields.add(form.annualObjective().achieved());
    for (Indicator row : form.indicators()) {
      fields.addAll(
          List.of(
              row.name(),
              row.target(),
              row.actual(),
              row.maxScore(),
              row.score(),
              row.varianceExplanation()));
    }
    fields.add(form.total().maxScore());
    fields.add(form.total().score());
    return fields;
  }
}
