package org.jihe.generate.draft;

import java.util.List;

/** Kinds of projects (项目类型), each with its own things, tasks and indicators. */
@SuppressWarnings("ImmutableEnumChecker") // all its lists are unmodifiable
public enum Kind {
  WORKS(
      "排水管网 农贸市场 老旧小区 停车场 教学楼 河道护岸 人行天桥 乡村道路 文化礼堂 污水泵站 街心公园 消防通道 敬老院 卫生院",
      "改造工程 建设工程 修缮工程 整治工程",
      List.of(
          quantity("改造面积", "平方米", 900),
          quantity("新建管线长度", "米", 600),
          quantity("完工点位数量", "处", 80_000),
          quantity("更换设施数量", "套", 3_500)),
      "施工 竣工资料 工程监理"),
  PURCHASE(
      "检测仪器 应急装备 教学设备 医疗设备 办公家具 环卫车辆 图书资料 音视频设备 实验器材 执法记录仪 消防器材 冷链设备",
      "购置项目 采购项目 更新购置项目",
      List.of(
          quantity("购置数量", "台", 12_000),
          quantity("配备站点数量", "个", 60_000),
          quantity("安装调试数量", "套", 15_000),
          quantity("操作人员培训人次", "人次", 1_500)),
      "到货 设备档案 招标采购"),
  SYSTEMS(
      "政务服务平台 数据共享平台 视频会议系统 档案管理系统 网上办事系统 信用信息平台 应急指挥平台 人事信息系统 招生报名系统 地理信息平台 预约挂号系统 资产管理系统",
      "建设项目 升级项目 信息化项目",
      List.of(
          quantity("新增功能模块数量", "个", 150_000),
          quantity("接入单位数量", "家", 40_000),
          quantity("数据接口数量", "个", 25_000),
          quantity("用户培训人次", "人次", 1_200)),
      "开发 技术文档 安全测试"),
  UPKEEP(
      "机房设备 门户网站 业务专网 监控系统 电梯设施 供配电设施 空调系统 路灯设施 体育场馆 泵房设备 票务系统 广播系统",
      "运行维护项目 维护保养项目 运维服务项目",
      List.of(
          quantity("巡检次数", "次", 2_500),
          quantity("维护设备数量", "台", 4_000),
          quantity("处理报修数量", "件", 800),
          quantity("备件更换数量", "个", 1_800)),
      "巡检 维护台账 值守"),
  SERVICE(
      "物业管理 法律顾问 社区矫正 养老照护 窗口辅助 绿化养护 保洁服务 安保服务 公证咨询 心理咨询 食堂托管 车辆租赁",
      "购买服务项目 服务外包项目 委托服务项目",
      List.of(
          quantity("服务人次", "人次", 60),
          quantity("服务点位数量", "个", 50_000),
          quantity("上岗人员数量", "人", 55_000),
          quantity("质量检查次数", "次", 8_000)),
      "服务 服务记录 考核"),
  SUBSIDY(
      "困难家庭 种粮农户 创业青年 残疾人员 公益岗位 见习学员 优抚对象 孤独症儿童 返乡农民工 高龄老人 计生家庭 退役士兵",
      "补助项目 补贴项目 救助项目",
      List.of(
          quantity("补助对象人数", "人", 2_600),
          quantity("入户核查户数", "户", 3_000),
          quantity("发放批次", "批", 90_000),
          quantity("公示次数", "次", 50_000)),
      "发放 对象档案 核查"),
  EVENTS(
      "政策解读 普法 技能提升 安全生产 健康教育 防灾减灾 科学普及 全民阅读 反诈 禁毒 家庭教育 基层干部",
      "培训项目 宣传项目 会议项目",
      List.of(
          quantity("举办场次", "场", 9_000),
          quantity("参加人次", "人次", 300),
          quantity("发放资料数量", "份", 40),
          quantity("媒体报道篇数", "篇", 6_000)),
      "组织 活动资料 师资"),
  RESEARCH(
      "产业规划 空间布局 人口发展 财政支出 交通组织 水资源配置 乡村旅游 养老体系 营商环境 土壤状况 教育布点 文物资源",
      "课题研究项目 规划编制项目 专题调研项目",
      List.of(
          quantity("形成报告数量", "篇", 160_000),
          quantity("调研单位数量", "家", 12_000),
          quantity("论证会场次", "场", 25_000),
          quantity("问卷回收数量", "份", 150)),
      "编制 成果资料 评审"),
  OTHER(
      "历史文化 志愿队伍 信访接待 行业统计 人才引进 双拥共建 对口支援 地方志书 民族团结 侨务联络 老干部 档案开放",
      "专项工作项目 保障项目 活动项目",
      List.of(
          quantity("办结事项数量", "项", 20_000),
          quantity("走访次数", "次", 3_000),
          quantity("编印材料数量", "册", 120),
          quantity("联系单位数量", "家", 9_000)),
      "推进工作 工作台账 协调");

  /** What all kinds have, in the order of the table. */
  private static final List<Spec> QUALITY =
      List.of(
          new Spec("质量", "验收合格率", Shape.RATE, "%", 90, 96),
          new Spec("质量", "质量抽检达标率", Shape.RATE, "%", 90, 96),
          new Spec("质量", "资料归档完整率", Shape.RATE, "%", 88, 95),
          new Spec("质量", "检查问题整改率", Shape.RATE, "%", 88, 95));

  private static final List<Spec> TIME =
      List.of(
          new Spec("时效", "任务按期完成率", Shape.RATE, "%", 90, 96),
          new Spec("时效", "平均响应时间", Shape.AT_MOST, "分钟", 20, 90),
          new Spec("时效", "完成时限", Shape.DATE, "12月底前", 0, 0));

  private static final List<Spec> BENEFIT =
      List.of(
          new Spec("社会效益", "服务覆盖率", Shape.RATE, "%", 85, 95),
          new Spec("可持续影响", "长效管理机制健全性", Shape.WORDS, "健全", 0, 0),
          new Spec("社会效益", "受益人次", Shape.COUNT, "人次", 200, 9_000),
          new Spec("社会效益", "安全责任事故数", Shape.ZERO, "起", 0, 0),
          new Spec("经济效益", "运行费用下降率", Shape.RATE, "%", 5, 12),
          new Spec("生态效益", "周边环境达标率", Shape.RATE, "%", 85, 95),
          new Spec("可持续影响", "后续保障责任明确性", Shape.WORDS, "明确", 0, 0));

  private static final List<Spec> SATISFACTION =
      List.of(
          new Spec(Spec.SATISFACTION, "服务对象满意度", Shape.RATE, "%", 84, 93),
          new Spec(Spec.SATISFACTION, "周边群众满意度", Shape.RATE, "%", 84, 93));

  private final List<String> things;
  private final List<String> ends;
  private final List<Spec> quantities;
  private final List<String> words;

  Kind(String things, String ends, List<Spec> quantities, String words) {
    this.things = List.of(things.split(" ", -1));
    this.ends = List.of(ends.split(" ", -1));
    this.quantities = quantities;
    this.words = List.of(words.split(" ", -1));
  }

  /** Targets of such indicators follow from the budget: so much money for one. */
  private static Spec quantity(String suffix, String unit, int yuan) {
    return new Spec("数量", suffix, Shape.COUNT, unit, yuan, 0);
  }

  public List<String> things() {
    return things;
  }

  public List<String> ends() {
    return ends;
  }

  List<Spec> quantities() {
    return quantities;
  }

  List<Spec> quality() {
    return QUALITY;
  }

  List<Spec> time() {
    return TIME;
  }

  public List<Spec> benefit() {
    return BENEFIT;
  }

  public List<Spec> satisfaction() {
    return SATISFACTION;
  }

  /** What one pays for one of the first quantity, and what goes into the administration. */
  public List<Spec> costs() {
    String unit = quantities.get(0).unit();
    return List.of(
        new Spec("成本", "单位成本", Shape.AT_MOST, "元/" + unit, 0, 0),
        new Spec("成本", "综合管理费用", Shape.AT_MOST, "元", 4_000, 90_000));
  }

  /** What is done, what is filed, what keeps it going. */
  String word(int number) {
    return words.get(number);
  }
}
