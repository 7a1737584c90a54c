package org.jihe.generate.defect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jihe.generate.draft.Phrases;
import org.jihe.generate.draft.Row;
import org.jihe.generate.draft.Shape;

/**
 * Indicators that stand where they do not belong, or are named so that nobody knows what they are.
 */
final class StructureDefects {

  private static final List<String> GENERIC_NAMES =
      List.of(
          "制度完备", "制度健全", "制度完善", "制度齐全", "机制健全", "机制完善", "资料齐全", "完成情况", "完成质量", "完成数量", "完成进度",
          "工作完成", "工作质量", "工作数量", "工作效率", "工作进度", "项目质量", "质量合格", "质量达标", "服务质量", "按时完成", "及时完成");
  private static final List<String> GENERIC_PROJECTS =
      List.of(
          "政府投资计划", "专项经费", "专项资金", "专项支出", "专项业务费", "专项工作经费", "项目经费", "项目资金", "项目支出", "工作经费",
          "业务经费", "业务费", "运行经费", "运维费", "维护费", "日常经费", "办公经费", "补助资金", "补助经费", "上级补助资金", "经常性项目",
          "采购项目", "服务项目", "设备购置");
  private static final List<String> WORDED =
      List.of("按实施方案执行", "符合设计要求", "运行平稳有序", "保障到位", "流程规范", "记录可追溯", "响应及时有效", "职责清晰");
  private static final List<String> ANSWERS =
      List.of(
          "经抽查与方案一致",
          "专家组签字确认",
          "连续三个季度平稳",
          "岗位人员均在册",
          "抽取二十份卷宗复核通过",
          "日志留存十二个月",
          "工单当日派发",
          "分工表已上墙公示");

  private StructureDefects() {}

  static void addTo(Map<String, Defect> all) {
    all.put("points", StructureDefects::points);
    all.put("aspect", StructureDefects::aspect);
    all.put("duplicate", StructureDefects::duplicate);
    all.put("payment", StructureDefects::payment);
    all.put("genericName", StructureDefects::genericName);
    all.put("longName", StructureDefects::longName);
    all.put("genericProject", StructureDefects::genericProject);
    all.put("unknownLabel", StructureDefects::unknownLabel);
    all.put("qualitative", StructureDefects::qualitative);
  }

  private static boolean points(Planting form) {
    List<Row> outputs = form.rows(row -> row.isOutput() && row.isFull());
    List<Row> benefits = form.rows(row -> row.isBenefit() && row.isFull());
    if (outputs.isEmpty() || benefits.isEmpty()) {
      return false;
    }
    BigDecimal moved = BigDecimal.ONE;
    Row output = outputs.get(0);
    Row benefit = benefits.get(0);
    output.points = output.points.subtract(moved);
    output.full();
    benefit.points = benefit.points.add(moved);
    benefit.full();
    form.planted("NonstandardCategoryPoints", "indicators");
    return true;
  }

  private static boolean aspect(Planting form) {
    Row row = form.row(one -> one.isAspect("成本") || (one.isAspect("质量") && Planting.isPlain(one)));
    if (row == null) {
      return false;
    }
    row.name = form.project().topic() + (row.isAspect("成本") ? "支出合规情况" : "使用人员满意率");
    form.planted("AspectMismatch", row, "aspect");
    return true;
  }

  private static boolean duplicate(Planting form) {
    List<Row> rates = form.rows(row -> Planting.isPlain(row) && row.shape() == Shape.RATE);
    if (rates.size() < 2 || form.project().last != null) {
      return false;
    }
    Row second = rates.get(1);
    second.name = rates.get(0).name;
    form.planted("DuplicateIndicator", second, "name");
    return true;
  }

  private static boolean payment(Planting form) {
    Row row = form.row(one -> one.isOutput() && Planting.isPlain(one) && one.shape() == Shape.RATE);
    if (row == null) {
      return false;
    }
    row.name = form.project().topic() + form.chance.one("资金支付率", "项目经费使用率", "年度预算执行率");
    form.planted("PaymentAsOutput", row, "name");
    return true;
  }

  private static boolean genericName(Planting form) {
    Row row = form.row(one -> Planting.isPlain(one) && one.shape() == Shape.RATE);
    String name = form.year().unused("name", GENERIC_NAMES);
    if (row == null || name == null) {
      return false;
    }
    row.name = name;
    form.planted("IndicatorNameTooGeneric", row, "name");
    return true;
  }

  private static boolean longName(Planting form) {
    Row row = form.row(Planting::isPlain);
    if (row == null) {
      return false;
    }
    row.name = form.project().topic() + "按照年度计划和实施方案要求组织开展并经有关部门联合检查确认的" + row.spec.suffix();
    form.planted("IndicatorNameTooLong", row, "name");
    return true;
  }

  private static boolean genericProject(Planting form) {
    String name = form.year().unused("project", GENERIC_PROJECTS);
    if (name == null) {
      return false;
    }
    form.draft.name = form.chance.happens(0.5) ? form.draft.budgetYear + "年" + name : name;
    form.planted("ProjectNameTooGeneric", "projectName");
    return true;
  }

  private static boolean unknownLabel(Planting form) {
    Row row = form.row(one -> one.isOutput() && !one.isAspect("成本"));
    if (row == null) {
      return false;
    }
    row.aspect = form.chance.one("工作指标", "过程管理指标", "任务指标");
    form.planted("UnknownLabel", row, "aspect");
    return true;
  }

  private static boolean qualitative(Planting form) {
    int needed = form.draft.rows.size() / 2 + 1;
    List<Row> rows = form.rows(row -> row.isFull() && !row.isSatisfaction() && !row.isAspect("成本"));
    if (rows.size() < needed) {
      return false;
    }
    int turn = form.project().number();
    for (int i = 0; i < needed; i++) {
      Row row = rows.get(i);
      if (row.named().endsWith("率")) {
        row.name = row.named().substring(0, row.named().length() - 1) + "情况";
      }
      row.target = Phrases.of(WORDED, turn + i);
      row.actual = Phrases.of(ANSWERS, turn + i);
      row.reached = BigDecimal.ZERO;
    }
    form.planted("QualitativeTargetsDominate", "indicators");
    return true;
  }
}
