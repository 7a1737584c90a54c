package org.jihe.statistic.copied;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jihe.form.alike.Banding;
import org.junit.jupiter.api.Test;

/** Which texts are said to be copied. */
class CopySearchTest {

  private static final String TEXT = "全年完成老旧小区改造十二处，惠及居民三千余户，工程质量经第三方检测全部合格，群众反映良好。";

  private final List<FormText> texts = new ArrayList<>();

  private void add(String department, int year, CopiedKind kind, String text) {
    texts.add(
        new FormText(
            new FormText.Place(
                department + year, "form" + texts.size(), department, null, year, "项目"),
            kind,
            "annualObjective.achieved",
            text,
            IntBuffer.wrap(Banding.MANY.sketch(kind.parts(kind.bare(text))))));
  }

  private List<CopiedText> found() {
    CopySearch search = new CopySearch();
    texts.forEach(one -> search.see(one.sketch()));
    search.turn();
    for (FormText one : texts) {
      if (search.isWanted()) {
        search.take(one);
      } else {
        search.pass(one.place().departmentKey());
      }
    }
    return search.done();
  }

  @Test
  void oneFindingAGroup() {
    add("甲局", 2022, CopiedKind.ACHIEVEMENT, TEXT);
    add("乙局", 2022, CopiedKind.ACHIEVEMENT, TEXT.replace("，", ", "));
    add("丙局", 2023, CopiedKind.ACHIEVEMENT, TEXT);
    add("丙局", 2023, CopiedKind.ACHIEVEMENT, "组织培训二十期，参训人员覆盖全部街镇，考核合格率达到预期，成果汇编成册。");

    assertThat(found())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.identical()).isTrue();
              assertThat(one.forms()).isEqualTo(3);
              assertThat(one.departments()).isEqualTo(3);
              assertThat(one.firstYear()).isEqualTo(2022);
              assertThat(one.lastYear()).isEqualTo(2023);
              assertThat(one.common()).isFalse();
              assertThat(one.places()).extracting("formId").contains("form0", "form1", "form2");
            });
  }

  @Test
  void aChangedWordDoesNotHideIt() {
    String text = TEXT + "下一步将健全长效管护机制，落实管理责任，巩固改造成果，及时回应居民诉求。";
    add("甲局", 2022, CopiedKind.ACHIEVEMENT, text);
    add("乙局", 2022, CopiedKind.ACHIEVEMENT, text.replace("群众反映", "居民反映"));

    assertThat(found())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.identical()).isFalse();
              assertThat(one.similarity()).isBetween(.85, .99);
            });
  }

  @Test
  void aDepartmentMayKeepItsObjectiveAndNotItsAchievement() {
    add("甲局", 2022, CopiedKind.OBJECTIVE, TEXT);
    add("甲局", 2023, CopiedKind.OBJECTIVE, TEXT);
    add("乙局", 2022, CopiedKind.ACHIEVEMENT, TEXT);
    add("乙局", 2023, CopiedKind.ACHIEVEMENT, TEXT);
    add("丙局", 2022, CopiedKind.EXPLANATION, TEXT);
    add("丙局", 2022, CopiedKind.EXPLANATION, TEXT);

    assertThat(found()).extracting(CopiedText::kind).containsExactly(CopiedKind.ACHIEVEMENT);
  }

  @Test
  void indicatorsAreASet() {
    String one = "设备购置数量 ≥10台\n验收合格率 100%\n按期完成 12月\n成本控制 ≤50万元\n使用率 ≥90%\n满意度 ≥95%";
    String other = "满意度 ≥95%\n验收合格率 100%\n按期完成 12月\n成本控制 ≤50万元\n使用率 ≥90%\n设备购置数量 ≥10台";
    add("甲局", 2022, CopiedKind.INDICATORS, one);
    add("乙局", 2022, CopiedKind.INDICATORS, other);
    add("丙局", 2022, CopiedKind.INDICATORS, one.replace("≥10台", "≥20台").replace("≥90%", "≥80%"));

    assertThat(found())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.identical()).isTrue();
              assertThat(found.departments()).isEqualTo(2);
            });
  }

  /**
   * What everybody uses is one finding, with so many of its places and the true number of forms.
   */
  @Test
  void aTextOfEverybodyIsOneFinding() {
    for (int i = 0; i < 30_000; i++) {
      add("部门" + i % 300, 2021 + i % 3, CopiedKind.ACHIEVEMENT, TEXT);
    }

    assertThat(found())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.common()).isTrue();
              assertThat(one.forms()).isEqualTo(30_000);
              assertThat(one.departments()).isEqualTo(300);
              assertThat(one.places()).hasSize(CopySearch.PLACES);
            });
  }

  /** Nearly the same texts by the thousand are compared with some, not with each other. */
  @Test
  void nearlyTheSameTextOfEverybodyIsOneFinding() {
    for (int i = 0; i < 20_000; i++) {
      add("部门" + i % 300, 2022, CopiedKind.ACHIEVEMENT, TEXT + TEXT + word(i));
    }

    assertThat(found()).singleElement().satisfies(one -> assertThat(one.forms()).isEqualTo(20_000));
  }

  /** Two characters of its own for each number. */
  private static String word(int number) {
    return "" + (char) ('\u4e00' + number / 150) + (char) ('\u4f00' + number % 150);
  }

  @Test
  void whoStatesOwnNumbersHasNotCopied() {
    add("甲局", 2022, CopiedKind.ACHIEVEMENT, TEXT + "合计投入36人。");
    add("乙局", 2022, CopiedKind.ACHIEVEMENT, TEXT + "合计投入41人。");
    add("丙局", 2023, CopiedKind.ACHIEVEMENT, "2023年" + TEXT);
    add("丁局", 2022, CopiedKind.ACHIEVEMENT, "2022年" + TEXT);

    assertThat(found())
        .singleElement()
        .satisfies(one -> assertThat(one.departments()).isEqualTo(2));
  }

  /** The same findings whatever the order, and of texts of one manner none. */
  @Test
  void theOrderOfFormsChangesNothing() {
    Random random = new Random(5);
    String[] words = {"巡查", "检修", "培训", "采购", "验收", "公示", "抽检", "回访", "评估", "整改", "移交", "归档"};
    List<String> printed = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      StringBuilder text = new StringBuilder("截至年末各项工作有序开展");
      for (int word = 0; word < 12; word++) {
        text.append(words[random.nextInt(words.length)]).append(random.nextInt(90)).append("次，");
      }
      printed.add(text.toString());
    }
    for (int i = 0; i < 40; i++) {
      printed.set(500 + i, printed.get(i));
    }
    for (int i = 0; i < printed.size(); i++) {
      add("部门" + i, 2022, CopiedKind.ACHIEVEMENT, printed.get(i));
    }
    List<CopiedText> forwards = found();
    Collections.reverse(texts);

    assertThat(forwards).hasSize(40).isEqualTo(found());
  }
}
