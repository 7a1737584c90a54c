package org.jihe.publish.letter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jihe.finding.Severity;
import org.jihe.publish.list.DepartmentList;
import org.jihe.publish.list.Kinds;
import org.jihe.publish.list.Shown;
import org.jihe.publish.list.Totals;

/** What a letter says, in plain Chinese. */
final class LetterText {

  /** So many kinds of problems stand in the letter; the annex has all. */
  private static final int MAIN_KINDS = 8;

  /** An example is cut to so many characters. */
  private static final int EXAMPLE = 110;

  private LetterText() {}

  static String title(DepartmentList list) {
    return "关于退回修改" + list.yearText() + "\n项目支出绩效自评表的函";
  }

  static String opening(DepartmentList list) {
    return "你单位报送的" + list.yearText() + "项目支出绩效自评表收悉。经审核，现将审核情况和修改要求函告如下：";
  }

  static String figures(Totals totals) {
    StringBuilder text = new StringBuilder();
    if (totals.forms() == 0) {
      text.append("截至审核时，没有收到你单位可以读取的自评表。");
    } else {
      text.append("本次审核你单位自评表").append(Numbers.count(totals.forms())).append("份，");
      text.append("涉及全年预算数").append(Numbers.money(totals.finalBudget()));
      text.append("、全年执行数").append(Numbers.money(totals.expenditure()));
      text.append("，执行率").append(Numbers.percent(totals.executionRate())).append("。");
    }
    text.append("共发现需要答复的问题").append(Numbers.count(totals.items())).append("项，其中错误");
    text.append(Numbers.count(totals.count(Severity.ERROR))).append("项、疑点");
    text.append(Numbers.count(totals.count(Severity.DOUBT))).append("项");
    if (totals.missing() > 0) {
      text.append("；缺少自评表的项目").append(Numbers.count(totals.missing())).append("个");
    }
    if (totals.unreadable() > 0) {
      text.append("；无法读取的文件或表格").append(Numbers.count(totals.unreadable())).append("处");
    }
    text.append("。");
    if (totals.overClaiming() > 0) {
      text.append("按自评表自身的数据和文字核算，有").append(Numbers.count(totals.overClaiming()));
      text.append("份自评表的得分高于其依据，合计多得");
      text.append(Numbers.points(totals.overClaimed())).append("分。");
    }
    return text.toString();
  }

  /** A kind of problem. */
  record Paragraph(String heading, String text) {}

  /** The main kinds of problems, the gravest and most frequent first. */
  static List<Paragraph> mainKinds(DepartmentList list) {
    Kinds kinds = new Kinds();
    kinds.add(list);
    return mainKinds(kinds, MAIN_KINDS);
  }

  static List<Paragraph> mainKinds(Kinds kinds, int most) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Kinds.Kind kind : kinds.all()) {
      if (kind.severity() == Severity.NOTE || paragraphs.size() == most) {
        break;
      }
      StringBuilder text = new StringBuilder();
      text.append(kind.severity() == Severity.ERROR ? "属于错误，" : "属于疑点，");
      text.append("共").append(Numbers.count(kind.items())).append("项");
      if (kind.forms() > 0) {
        text.append("，涉及自评表").append(Numbers.count(kind.forms())).append("份");
      }
      if (kind.money().compareTo(BigDecimal.ZERO) > 0) {
        text.append("、全年预算数").append(Numbers.money(kind.money()));
      }
      text.append("。例如，").append(example(kind.example()));
      String heading = "（" + Numbers.chinese(paragraphs.size() + 1) + "）" + kind.rule() + "。";
      paragraphs.add(new Paragraph(heading, text.toString()));
    }
    return paragraphs;
  }

  private static String example(String example) {
    String line = Shown.line(example);
    return line.codePointCount(0, line.length()) <= EXAMPLE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXAMPLE)) + "……";
  }

  static List<String> demands(DepartmentList list, String due) {
    List<String> demands = new ArrayList<>();
    demands.add("错误应当逐项改正。改正后的数字应与决算、支出台账和佐证材料一致，涉及得分、等级的一并重新计算。");
    demands.add("疑点应当逐项核实：确有问题的改正；认为不需要修改的，说明理由并附依据。");
    if (list.items().stream().anyMatch(item -> item.formId().isEmpty())) {
      demands.add("缺少的自评表应当补报；无法读取的文件应当重新报送能够打开、内容完整的电子原件。");
    }
    demands.add("请于" + due + "，将修改后的自评表和填写了“单位反馈”“反馈人”“状态”的退回修改清单（电子版）一并报送。");
    return demands;
  }
}
