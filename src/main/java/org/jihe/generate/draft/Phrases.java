package org.jihe.generate.draft;

import java.util.List;

/** Sentences of forms, put together so that no two projects and no two years say the same. */
public final class Phrases {

  private static final List<String> AIMS =
      List.of(
          "进一步夯实公共服务基础，切实回应群众关切",
          "补齐薄弱环节，为辖区高质量发展提供支撑",
          "落实年度重点任务清单，稳步增强保障能力",
          "统一标准、规范流程，让办事更加便捷高效",
          "健全服务网络，促进资源向一线倾斜");
  private static final List<String> TASKS =
      List.of(
          "一季度完成方案论证和任务分解，二季度全面铺开",
          "上半年确定实施单位并签订合同，三季度组织中期检查",
          "分批组织实施，每季度通报一次进展",
          "先试点后推广，覆盖全部计划点位",
          "按月调度，年底前开展总结评估和成果移交",
          "由牵头科室制定细则，逐项明确责任人和时间表",
          "结合上年复盘情况调整重点，优先解决集中反映的事项");
  private static final List<String> MORE =
      List.of(
          "同时加强过程监督，定期抽查质量，及时公开进展信息，接受社会监督",
          "配套开展业务交流，形成可复制的做法，带动相关领域整体水平上升",
          "严格执行采购和财务制度，做到专款专用，确保每一笔支出有据可查");
  private static final List<String> DONE =
      List.of(
          "经核对清单，既定事项均有落实记录",
          "抽样回访显示，多数受访者给予肯定评价",
          "现场查验与台账记录相互印证",
          "第三方出具的检测意见为合格",
          "成果已移交使用方并投入日常运转",
          "相关材料装订成册，存放于档案室备查");
  private static final List<String> LESSONS =
      List.of(
          "个别指标仍有提升空间，已列入后续工作重点",
          "经验做法在系统内部作了交流",
          "工作专班每月碰头会商，问题当场交办",
          "一线人员反映流程较以往更顺",
          "年末组织了回头看，未见遗留事项");
  private static final List<String> CAUSES =
      List.of(
          "部分点位协调难度较大",
          "参与单位人手紧张",
          "前期摸底不够细致",
          "个别合作方进场偏晚",
          "现场条件与设计存在出入",
          "数据口径与上年不一致",
          "设备到货批次较多");
  private static final List<String> REMEDIES =
      List.of(
          "将加强调度，逐月核对进度", "已要求责任单位整改，并增加抽查频次", "下一步完善方案，提前做好摸底", "今后优化流程，压实各方责任", "拟增派力量，强化现场管理");

  private Phrases() {}

  /** 预期目标: other tasks every year. */
  public static String planned(Project project, int year, int forms) {
    int turn = project.turn() + year;
    String start =
        switch (Math.floorMod(project.turn(), 3)) {
          case 0 -> "围绕" + project.topic() + "，";
          case 1 -> "实施" + project.topic() + project.end() + "，";
          default -> "聚焦" + project.place() + "一带" + project.thing() + "需求，";
        };
    String text =
        start
            + of(AIMS, turn)
            + "。"
            + of(TASKS, turn * 3)
            + "；计划安排"
            + (forms % 7 + 3)
            + "个阶段、"
            + (Math.floorMod(own(project, turn), 180) + 12)
            + "个工作节点。";
    return Math.floorMod(project.turn(), 4) == 1 ? text + of(MORE, turn) + "。" : text;
  }

  /** A number that other projects with the same sentences hardly have. */
  private static int own(Project project, int turn) {
    return turn * 31 + (project.place() + project.thing()).hashCode();
  }

  /** One more sentence, for objectives that must be long. */
  public static String more(Project project) {
    return of(MORE, project.turn()) + "。" + of(MORE, project.turn() + 1) + "。";
  }

  /** 实际完成情况 in words of its own. */
  public static String achieved(Project project, int year) {
    int turn = project.turn() * 5 + year;
    return "截至"
        + year
        + "年末，"
        + project.place()
        + "点的"
        + project.thing()
        + project.kind().word(0)
        + "工作有序开展，累计形成"
        + (Math.floorMod(own(project, turn), 900) + 8)
        + "份"
        + project.kind().word(1)
        + "。"
        + of(DONE, turn)
        + "，"
        + of(DONE, turn + 2)
        + "。"
        + of(LESSONS, turn)
        + "。";
  }

  /** Why little was spent. */
  public static String cause(Project project) {
    return "由于" + project.place() + "点合同尾款尚未到支付节点，" + project.kind().word(2) + "费用按约分期结算。";
  }

  /** 偏差原因分析及改进措施 of one indicator. */
  public static String explanation(Project project, Row row, int year) {
    int turn = project.turn() + year + row.spec.suffix().hashCode();
    return project.topic()
        + row.spec.suffix()
        + "实际为"
        + row.actual
        + "，"
        + of(CAUSES, turn)
        + "；"
        + year
        + "年起"
        + of(REMEDIES, turn / 3)
        + "。";
  }

  /** What was reached of a target in words. */
  public static String words(Project project, Row row, int year) {
    return switch (row.spec.unit()) {
      case "健全" -> "已印发" + project.thing() + "管理办法，" + (year % 9 + 3) + "个岗位照此执行";
      default -> project.thing() + "责任清单已签订" + (Math.floorMod(project.turn(), 30) + 4) + "份";
    };
  }

  static String date(Project project, int year) {
    return (10 + Math.floorMod(project.turn() + year, 3))
        + "月"
        + (Math.floorMod(project.turn() * 7 + year, 27) + 1)
        + "日完成";
  }

  public static String of(List<String> texts, int turn) {
    return texts.get(Math.floorMod(turn, texts.size()));
  }
}
