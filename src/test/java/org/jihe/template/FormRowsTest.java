package org.jihe.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jihe.SampleForms;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.junit.jupiter.api.Test;

/** Where forms begin and end in a text. */
class FormRowsTest {

  private static final List<String> PRINTS =
      SampleForms.transcripts().stream().map(form -> new Sheet(form).print()).toList();

  private static Recognition read(String text) {
    return Trial.recognise(text.getBytes(UTF_8));
  }

  private static List<String> names(Recognition read) {
    return read.forms().stream().map(form -> form.projectName().printed()).toList();
  }

  @Test
  void formsWithoutATitleAreToldApartByTheirProjectNames() {
    String untitled = String.join("", PRINTS.subList(0, 3)).replaceAll("财政项目支出绩效自评表\t*\n", "");
    assertThat(names(read(untitled))).isEqualTo(names(read(String.join("", PRINTS.subList(0, 3)))));
    assertThat(read(untitled).forms()).hasSize(3);
  }

  @Test
  void textAroundFormsIsNoForm() {
    Recognition read =
        read(
            "上海市闵行区行政服务中心2022年度部门决算\n第一部分 概况\n\n"
                + PRINTS.get(0)
                + "\n注：以上数据已核对。\n\n"
                + PRINTS.get(1));
    assertThat(read.forms()).hasSize(2);
    assertThat(read.quarantined()).isEmpty();
    assertThat(read.forms()).extracting(SelfEvaluation::addsUp).containsOnly(true);
  }

  @Test
  void aFormThatIsCutOffIsQuarantinedWithItsPlace() {
    String first = PRINTS.get(0);
    String half = PRINTS.get(1).substring(0, PRINTS.get(1).length() / 2);
    Recognition read = read(first + "\n" + half + "\n\n" + PRINTS.get(2));
    assertThat(read.forms()).hasSize(2);
    assertThat(read.quarantined()).hasSize(1);
    Quarantined cut = read.quarantined().get(0);
    assertThat(cut.reason()).isEqualTo(Reason.TRUNCATED);
    assertThat(cut.place().row()).isEqualTo(first.split("\n", -1).length + 1);
    assertThat(cut.excerpt()).startsWith("财政项目支出绩效自评表").hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void theEndOfAFormWithoutItsBeginningIsQuarantined() {
    String tail = PRINTS.get(0).substring(PRINTS.get(0).indexOf("绩效指标"));
    assertThat(read(tail).quarantined())
        .extracting(Quarantined::reason)
        .containsExactly(Reason.TRUNCATED);
  }

  @Test
  void everyFormKeepsItsPlace() {
    List<SelfEvaluation> forms = read(String.join("\n", PRINTS)).forms();
    assertThat(forms).hasSize(30);
    for (int i = 0; i < forms.size(); i++) {
      assertThat(forms.get(i).ordinal()).isEqualTo(i + 1);
    }
  }

  @Test
  void aTableWhoseHeadHasNoColumnOfValuesIsRefused() {
    String head = "一级指标\t二级指标\t";
    List<String> lines = new ArrayList<>(PRINTS.get(0).lines().toList());
    lines.replaceAll(line -> line.contains("三级指标") ? head : line);
    Recognition read = read(String.join("\n", lines));
    assertThat(read.forms()).isEmpty();
    assertThat(read.quarantined())
        .extracting(Quarantined::reason)
        .containsExactly(Reason.UNRECOGNISED);
  }
}
