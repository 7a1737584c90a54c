package org.jihe.rule.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jihe.SampleForms;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.RuleSetParameters;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.wording.Explanations;
import org.jihe.rule.fact.wording.Markup;
import org.jihe.rule.fact.wording.MisplacedName;
import org.jihe.rule.jurisdiction.Parameters;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;

/** How the indicators of published forms are built, and what their texts repeat. */
final class StructureTest {

  private static ObjectNode transcript(int number) {
    return SampleForms.transcripts().get(number - 1);
  }

  private static FormFact fact(ObjectNode transcript) throws Exception {
    SelfEvaluation form = Transcripts.fromJson("sample", transcript);
    Parameters parameters = RuleSetParameters.of(RuleSet.open(null, null));
    return (FormFact) FormFacts.of(form, parameters).facts().get(0);
  }

  private static IndicatorFact row(int form, int row) throws Exception {
    SelfEvaluation evaluation = Transcripts.fromJson("sample", transcript(form));
    Parameters parameters = RuleSetParameters.of(RuleSet.open(null, null));
    return (IndicatorFact) FormFacts.of(evaluation, parameters).facts().get(row + 1);
  }

  private static ObjectNode indicator(ObjectNode transcript, int row) {
    return (ObjectNode) transcript.withArray("indicators").get(row);
  }

  @Test
  void everySampleFormDividesItsPointsByTheScheme() throws Exception {
    for (ObjectNode transcript : SampleForms.transcripts()) {
      assertThat(fact(transcript).structure().nonstandardPoints()).isNull();
    }
  }

  @Test
  void theSchemeWithTheSamePartsIsTheOneToFollow() throws Exception {
    ObjectNode form = transcript(4);
    indicator(form, 7).put("category", "成本指标");

    PointsSplit split = fact(form).structure().nonstandardPoints();

    assertThat(split.printed()).isEqualTo("预算执行 10、成本 10、产出 40、效益 30、满意度 10");
    assertThat(split.scheme()).isEqualTo("预算执行 10、成本 20、产出 40、效益 20、满意度 10");
  }

  @Test
  void theAspectTellsWhatAnUnknownCategoryDoesNot() throws Exception {
    ObjectNode form = transcript(11);
    form.withArray("indicators").forEach(row -> ((ObjectNode) row).put("category", "绩效指标"));
    assertThat(fact(form).structure().nonstandardPoints()).isNull();

    indicator(form, 0).put("maxScore", "19");
    assertThat(fact(form).structure().nonstandardPoints().printed())
        .isEqualTo("预算执行 10、产出 49、效益 30、满意度 10");

    indicator(form, 0).put("aspect", "成本指标");
    assertThat(fact(form).structure().nonstandardPoints())
        .as("cost may be output or a category of its own")
        .isNull();
  }

  @Test
  void aLabelOfTwoCategoriesCannotBeTold() throws Exception {
    ObjectNode form = transcript(11);
    indicator(form, 8).put("category", "效益和满意度指标").put("maxScore", "9");

    assertThat(fact(form).structure().nonstandardPoints()).isNull();
  }

  @Test
  void unknownLabelsCountOnce() throws Exception {
    assertThat(fact(transcript(15)).structure().unknownLabels())
        .extracting(Structure.UnknownLabel::path, Structure.UnknownLabel::count)
        .containsExactly(tuple("indicators[7].aspect", 1));

    ObjectNode form = transcript(15);
    indicator(form, 3).put("aspect", "*");
    indicator(form, 2).putNull("aspect");
    indicator(form, 0).put("category", "管理指标");
    assertThat(fact(form).structure().unknownLabels())
        .extracting(Structure.UnknownLabel::path, Structure.UnknownLabel::count)
        .containsExactly(tuple("indicators[0].category", 1), tuple("indicators[3].aspect", 2));
  }

  @Test
  void duplicatesPointAtTheFirst() throws Exception {
    ObjectNode form = transcript(12);
    assertThat(fact(form).structure().duplicates()).isEmpty();

    indicator(form, 5).put("name", "完成 “快办” 服务建设");
    indicator(form, 9).put("name", "完成快办服务建设");
    indicator(form, 1).putNull("name");
    indicator(form, 2).putNull("name");
    assertThat(fact(form).structure().duplicates())
        .extracting(duplicate -> duplicate.row().path("name"), Structure.Duplicate::first)
        .containsExactly(tuple("indicators[5].name", 4), tuple("indicators[9].name", 4));
  }

  @Test
  void targetsInWords() throws Exception {
    assertThat(fact(transcript(13)).structure().qualitativeShare()).isEqualByComparingTo("0.5");
    assertThat(fact(transcript(12)).structure().qualitativeTargets()).isEqualTo(17);

    ObjectNode form = transcript(13);
    indicator(form, 0).put("target", "—");
    assertThat(fact(form).structure().qualitativeShare()).isNull();
  }

  @Test
  void repeatedExplanations() throws Exception {
    assertThat(fact(transcript(6)).explanations().repeated())
        .extracting(Explanations.Repeated::path, Explanations.Repeated::names)
        .containsExactly(
            tuple("indicators[8].varianceExplanation", "故障响应解决及时性、日常工作正常开展、网络稳定运行情况、使用人员满意度"));
    assertThat(fact(transcript(18)).explanations().repeated())
        .extracting(Explanations.Repeated::count)
        .containsExactly(10);

    ObjectNode form = transcript(8);
    form.withArray("indicators")
        .forEach(row -> ((ObjectNode) row).put("varianceExplanation", "无。"));
    assertThat(fact(form).explanations().repeated()).isEmpty();
  }

  @Test
  void wordsThatGiveANameAway() throws Exception {
    assertThat(row(4, 7).misplaced()).isEqualTo(new MisplacedName("合规", "质量指标"));
    assertThat(row(11, 1).misplaced()).as("compliance of quality").isNull();
    assertThat(row(17, 3).misplaced()).isEqualTo(new MisplacedName("工作正常开展", "社会效益指标"));
    assertThat(row(4, 8).misplaced()).as("the same name, of social benefit").isNull();
    assertThat(row(22, 0).misplaced()).isEqualTo(new MisplacedName("满意", "满意度指标"));
    assertThat(row(22, 5).misplaced()).isNull();
    assertThat(row(16, 6).nameLength()).isGreaterThan(100);
  }

  @Test
  void aMeasureIsNotWhatOthersChanged() throws Exception {
    assertThat(row(2, 10).measureNamed()).isTrue();
    assertThat(row(6, 7).measureNamed()).isFalse();
    assertThat(row(18, 0).measureNamed()).isFalse();
    assertThat(row(8, 0).measureNamed()).as("blank").isFalse();
    assertThat(row(6, 7).externalCause()).isEqualTo("疫情");
  }

  @Test
  void remainsOfWebPages() throws Exception {
    ObjectNode form = transcript(2);
    assertThat(fact(form).texts().marks()).isEmpty();

    indicator(form, 0).put("target", "<B>365天</B>");
    indicator(form, 1).put("category", "产出指标</td>");
    indicator(form, 2).put("category", "产出指标</td>");
    form.put("projectName", "备份&#160;运维");
    assertThat(fact(form).texts().marks())
        .extracting(Markup.Mark::path, Markup.Mark::mark)
        .containsExactly(
            tuple("projectName", "&#160;"),
            tuple("indicators[0].target", "<B>"),
            tuple("indicators[1].category", "</td>"));
  }

  @Test
  void tagsThatWereTakenOutWhenTheFormWasRead() throws Exception {
    ObjectNode form = transcript(4);
    ObjectNode note = form.putArray("notes").addObject();
    note.put("path", "annualObjective.achieved");
    note.put("kind", "MARKUP_REMOVED");
    note.put("before", "全部完成<br/>已验收");
    assertThat(fact(form).texts().marks())
        .extracting(Markup.Mark::path, Markup.Mark::mark)
        .containsExactly(tuple("annualObjective.achieved", "<br/>"));
  }
}
