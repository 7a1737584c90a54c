package org.jihe.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jihe.FullForm;
import org.jihe.FullForm.Variant;
import org.jihe.SampleForms;
import org.jihe.form.FormDiff.Change;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormDiffTest {

  private final ObjectNode before = SampleForms.transcripts().get(10);
  private final ObjectNode after = SampleForms.transcripts().get(10);

  private List<String> changes() {
    return FormDiff.between(
            Transcripts.fromJson("a.json", before), Transcripts.fromJson("b.json", after))
        .stream()
        .map(FormDiffTest::shown)
        .toList();
  }

  private static String shown(Change change) {
    return change.subject() + ": " + change.before() + " → " + change.after();
  }

  private ArrayNode indicators() {
    return (ArrayNode) after.get("indicators");
  }

  private ObjectNode indicator(int index) {
    return (ObjectNode) indicators().get(index);
  }

  @Test
  void nothing() {
    assertThat(changes()).isEmpty();
  }

  @Test
  void spacesAndFullWidthCharactersAreNoChange() {
    after.put("projectName", " " + before.get("projectName").asText() + "　");
    after.put("title", before.get("title").asText().replace("(", "（"));
    assertThat(changes()).isEmpty();
  }

  @Test
  void cells() {
    String score = before.get("total").get("score").asText();
    ((ObjectNode) after.get("total")).put("score", "97");
    ((ObjectNode) after.get("funding").get("total")).putNull("finalBudget");
    String budget = before.get("funding").get("total").get("finalBudget").asText();
    indicator(2).put("score", "1");
    String points = before.get("indicators").get(2).get("score").asText();
    assertThat(changes())
        .containsExactly(
            "funding.total.finalBudget: " + budget + " → null",
            "indicators[2].score: " + points + " → 1",
            "total.score: " + score + " → 97");
  }

  @Test
  void anIndicatorThatIsLeftOutChangesNoOther() {
    String name = before.get("indicators").get(1).get("name").asText();
    indicators().remove(1);
    assertThat(changes())
        .hasSize(1)
        .allSatisfy(
            change -> assertThat(change).startsWith("indicators[1]: ").contains(name, "→ null"));
  }

  @Test
  void anIndicatorThatIsPutInChangesNoOther() {
    ObjectNode added = indicator(0).deepCopy();
    added.put("name", "完全不同的新指标").put("target", "≥3个").put("actual", "3个");
    indicators().insert(3, added);
    assertThat(changes())
        .hasSize(1)
        .allSatisfy(
            change -> assertThat(change).startsWith("indicators[3]: null → ").contains("新指标"));
  }

  @Test
  void anIndicatorThatIsRenamedIsStillIt() {
    String name = before.get("indicators").get(1).get("name").asText();
    indicator(1).put("name", name + "数");
    assertThat(changes()).containsExactly("indicators[1].name: " + name + " → " + name + "数");
  }

  /** What differences call the extras of {@link FullForm}. */
  private static final List<String> EXTRAS =
      List.of(
          "head[项目负责人]",
          "head",
          "funding.total[偏差原因]",
          "funding.currentYearAppropriation[执行率]",
          "funding.currentYearAppropriation[得分]",
          "funding[财政专户管理资金][全年预算数]",
          "funding",
          "annualObjective[自评得分]",
          "indicators[1].target[单位]",
          "indicators[1][证明材料]",
          "indicators[2][证明材料]",
          "indicators[2][证明材料]#2",
          "total",
          "closing[自评结论]",
          "closing",
          "closing#2");

  private static String subject(String path) {
    Matcher extra = Pattern.compile("extras\\[(\\d+)]\\.value").matcher(path);
    return extra.matches() ? EXTRAS.get(Integer.parseInt(extra.group(1))) : path;
  }

  static Stream<Variant> changed() {
    return Stream.of(FullForm.changed(), FullForm.blanked()).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("changed")
  void everythingPrintedIsCompared(Variant variant) {
    SelfEvaluation full = FullForm.form();
    List<Change> changes = FormDiff.between(full, variant.form());
    if (variant.path().endsWith(".label")) {
      assertThat(changes).hasSize(2);
      return;
    }
    assertThat(changes).hasSize(1);
    Change change = changes.get(0);
    assertThat(change.subject()).isEqualTo(subject(variant.path()));
    assertThat(change.before()).isNotNull();
    assertThat(change.placeBefore()).isNotNull();
    assertThat(change.after()).isIn(change.before() + "改", null);
    assertThat(FormDiff.between(variant.form(), full))
        .singleElement()
        .satisfies(
            back -> {
              assertThat(back.subject()).isEqualTo(change.subject());
              assertThat(back.before()).isEqualTo(change.after());
              assertThat(back.after()).isEqualTo(change.before());
            });
  }

  @Test
  void theFullFormHasEverything() {
    assertThat(FormFields.of(FullForm.form())).hasSize(FullForm.blanked().size());
    assertThat(FullForm.blanked()).hasSizeGreaterThan(70);
    assertThat(FormFields.of(FullForm.form()).keySet())
        .extracting(FormPath::toString)
        .containsAll(EXTRAS);
  }

  @Test
  void extrasThatAreLeftOutOrPutInChangeNoOthers() {
    SelfEvaluation full = FullForm.form();
    for (int i = 0; i < EXTRAS.size(); i++) {
      SelfEvaluation without = without(full, i);
      assertThat(FormDiff.between(full, without))
          .singleElement()
          .satisfies(change -> assertThat(change.after()).isNull());
      assertThat(FormDiff.between(without, full))
          .singleElement()
          .satisfies(change -> assertThat(change.before()).isNull());
    }
  }

  private static SelfEvaluation without(SelfEvaluation form, int extra) {
    List<Extra> extras = new ArrayList<>(form.extras());
    extras.remove(extra);
    return with(form, form.indicators(), extras);
  }

  private static SelfEvaluation with(
      SelfEvaluation form, List<Indicator> indicators, List<Extra> extras) {
    return form.toBuilder().indicators(indicators).extras(extras).build();
  }

  @Test
  void extrasGoWithTheirIndicators() {
    SelfEvaluation full = FullForm.form();
    List<Indicator> fewer = full.indicators().subList(1, 3);
    List<Extra> moved =
        full.extras().stream()
            .map(
                extra ->
                    new Extra(
                        extra
                            .subject()
                            .replace("indicators[1]", "indicators[0]")
                            .replace("indicators[2]", "indicators[1]"),
                        extra.label(),
                        extra.value()))
            .toList();
    assertThat(FormDiff.between(full, with(full, fewer, moved)))
        .singleElement()
        .satisfies(change -> assertThat(change.subject()).isEqualTo("indicators[0]"));
    assertThat(FormDiff.between(full, with(full, full.indicators().subList(0, 2), full.extras())))
        .as("the extras of an indicator that is gone are told")
        .anySatisfy(change -> assertThat(String.valueOf(change.before())).contains("问卷"));
  }
}
