package org.jihe.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jihe.form.Field;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Position;
import org.jihe.rule.RuleFolders;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.junit.jupiter.api.Test;

final class FingerprintsTest {

  private static String of(SelfEvaluation form, String subject) {
    return Fingerprints.of(form.key(), form, "SomeRule", subject);
  }

  private static SelfEvaluation form() throws Exception {
    return RuleFolders.forms().get(0);
  }

  private static SelfEvaluation rows(SelfEvaluation form, List<Indicator> rows) {
    return form.toBuilder().indicators(rows).build();
  }

  private static List<Finding> found(SelfEvaluation form) throws Exception {
    return RuleEngine.of(RuleSet.open(null, null)).evaluate(form.key(), form).findings();
  }

  private static Set<String> fingerprints(SelfEvaluation form) throws Exception {
    TreeSet<String> fingerprints = new TreeSet<>();
    found(form).forEach(one -> fingerprints.add(one.fingerprint()));
    return fingerprints;
  }

  /** A row of another name, at a place. */
  private static SelfEvaluation withRow(SelfEvaluation form, int place) {
    List<Indicator> rows = new ArrayList<>(form.indicators());
    Indicator row = rows.get(0);
    for (FormColumn<Indicator, ?> column : FormFields.INDICATOR.subList(2, 8)) {
      row = row.with(column, Field.blank(null));
    }
    rows.add(place, row.with(FormFields.NAME, text("一个新的指标", row.category())));
    return rows(form, rows);
  }

  @Test
  void anInsertedRowChangesNoOtherFingerprint() throws Exception {
    for (SelfEvaluation form : RuleFolders.forms()) {
      int rows = form.indicators().size();
      for (int place = 0; place <= rows; place++) {
        SelfEvaluation changed = withRow(form, place);
        for (int i = 0; i < rows; i++) {
          String moved = FormPath.text(i < place ? i : i + 1, "score");
          assertThat(of(changed, moved)).isEqualTo(of(form, FormPath.text(i, "score")));
        }
      }
    }
  }

  @Test
  void rulesFindInMovedRowsWhatTheyFoundUnderTheSameFingerprints() throws Exception {
    int seen = 0;
    for (SelfEvaluation form : RuleFolders.forms()) {
      Set<String> after = fingerprints(withRow(form, 0));
      for (Finding one : found(form)) {
        // What a rule says of the form as a whole may depend on how many rows there are.
        if (FormPath.rowOf(one.subject()) >= 0) {
          assertThat(after).as(one.toString()).contains(one.fingerprint());
          seen++;
        }
      }
    }
    assertThat(seen).isPositive();
  }

  @Test
  void codeFileAndPlaceChangeNoFingerprint() throws Exception {
    SelfEvaluation form = form();
    for (String spelling :
        List.of("219001-%s", "%s（本级）", "%s (汇总)", "２１９－%s（汇总）", " %s ", "%s(219001)")) {
      for (FormPath path :
          List.of(
              FormPath.head(FormFields.SUPERVISING_DEPARTMENT),
              FormPath.head(FormFields.IMPLEMENTING_AGENCY))) {
        Field<?> field = Objects.requireNonNull(path.in(form));
        String name = String.valueOf(field.printed()).replaceAll("[（(].*", "").strip();
        SelfEvaluation plain = form.with(path, text(name, field));
        SelfEvaluation spelled =
            form.with(path, text(String.format(spelling, name), field))
                .at(new Position("elsewhere.docx", 2, null, 7, 3));
        assertThat(fingerprints(spelled)).isEqualTo(fingerprints(plain)).isNotEmpty();
      }
    }
  }

  @Test
  void equalRowsAreNumbered() throws Exception {
    SelfEvaluation form = form();
    List<Indicator> rows = new ArrayList<>(form.indicators());
    rows.add(1, rows.get(0));
    SelfEvaluation twice = rows(form, rows);
    assertThat(of(twice, "indicators[0].score")).isEqualTo(of(form, "indicators[0].score"));
    assertThat(of(twice, "indicators[1].score")).isNotEqualTo(of(twice, "indicators[0].score"));
    assertThat(of(twice, "indicators[2].score")).isEqualTo(of(form, "indicators[1].score"));
  }

  @Test
  void whatTellsSubjectsApartIsTold() throws Exception {
    SelfEvaluation form = form();
    String here = of(form, "indicators[0].score");
    Indicator row = form.indicators().get(0);
    List<FormColumn<Indicator, String>> names =
        List.of(FormFields.CATEGORY, FormFields.ASPECT, FormFields.NAME);
    for (FormColumn<Indicator, String> column : names) {
      List<Indicator> rows = new ArrayList<>(form.indicators());
      rows.set(0, row.with(column, text("别的", row.name())));
      assertThat(of(rows(form, rows), "indicators[0].score")).isNotEqualTo(here);
    }
    assertThat(of(form, "indicators[0].maxScore")).isNotEqualTo(here);
    assertThat(of(form, "indicators[0]")).isNotEqualTo(here);
    assertThat(of(form, "indicators[999].score")).isNotEqualTo(here);
    assertThat(of(form, "total.score")).isNotEqualTo(of(form, "total.maxScore"));
    assertThat(Fingerprints.of(form.key(), form, "OtherRule", "indicators[0].score"))
        .isNotEqualTo(here);
  }

  private static Field<String> text(String printed, Field<?> like) {
    return Field.text(printed, like.position(), like.reading());
  }
}
