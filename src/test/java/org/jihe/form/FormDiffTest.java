package org.jihe.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jihe.SampleForms;
import org.jihe.form.FormDiff.Change;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;

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
}
