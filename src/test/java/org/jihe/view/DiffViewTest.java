package org.jihe.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jihe.FullForm;
import org.jihe.FullForm.Variant;
import org.jihe.form.FormDiff;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiffViewTest {

  static List<Variant> blanked() {
    return FullForm.blanked();
  }

  private static List<String> view(Variant variant, Language language) {
    DiffView view = new DiffView(Messages.of(language, "summary"), Palette.PLAIN, 100);
    return view.render(FormDiff.between(FullForm.form(), variant.form()));
  }

  @ParameterizedTest
  @MethodSource("blanked")
  void everyCellIsNamedInAReadersWords(Variant variant) {
    assertThat(view(variant, Language.ZH).get(0))
        .doesNotContain("[", "#", "null", "：：")
        .doesNotMatch(".*[A-Za-z].*");
    assertThat(view(variant, Language.EN).get(0))
        .doesNotContain("[", "#", "null")
        .doesNotMatch(".*[a-z][A-Z].*");
  }

  @Test
  void whatIsPrintedBeyondTheModelIsNamedByItsLabel() {
    List<String> labels =
        FullForm.blanked().stream()
            .filter(variant -> variant.path().startsWith("extras"))
            .map(variant -> view(variant, Language.ZH).get(0).strip())
            .toList();
    assertThat(labels)
        .containsExactly(
            "表头：项目负责人",
            "表头",
            "年度资金总额：偏差原因",
            "其中：当年财政拨款：执行率",
            "其中：当年财政拨款：得分",
            "财政专户管理资金：全年预算数",
            "资金",
            "目标：自评得分",
            "第 2 个指标“服务车辆数”：单位",
            "第 2 个指标“服务车辆数”：证明材料",
            "第 3 个指标“群众满意度”：证明材料",
            "第 3 个指标“群众满意度”：证明材料",
            "总分",
            "表后说明：自评结论",
            "表后说明",
            "表后说明");
  }
}
