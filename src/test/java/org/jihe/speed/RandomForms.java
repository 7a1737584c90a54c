package org.jihe.speed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import org.jihe.form.FormKey;
import org.jihe.form.SelfEvaluation;
import org.jihe.table.AcceptedForm;

/**
 * Made-up forms, the same for the same seed: thirteen indicators each, in the words of real forms,
 * their figures in agreement with each other; 15 of 100 with one to three mistakes of many kinds.
 */
public final class RandomForms {

  /** How many forms have mistakes. */
  static final double DEFECTIVE = 0.15;

  /** Forms of one department and year. */
  static final int FORMS_A_DOSSIER = 1000;

  private static final String[] DISTRICTS = {
    "浦江", "虹桥", "七宝", "梅陇", "莘庄", "颛桥", "马桥", "吴泾", "华漕", "古美"
  };
  private static final String[] OFFICES = {
    "行政服务中心", "大数据中心", "城市管理局", "教育局", "文化和旅游局", "水务局", "绿化和市容管理局", "民政局", "卫生健康委", "应急管理局"
  };
  private static final String[] PROJECTS = {
    "政务网高清视频会议系统运维",
    "中心大厅日常运维费",
    "法律顾问服务费",
    "电子政务云升级改造",
    "老旧小区消防设施维护",
    "窗口服务人员购买服务",
    "河道综合整治工程",
    "数据资源平台电子材料专题库",
    "图书馆自助设备购置",
    "社区养老服务补贴",
    "应急物资储备更新",
    "公共绿地养护"
  };
  private static final String[] PLANNED = {
    "通过购买专业服务，保障%s全年稳定运行，故障在承诺时间内排除，为各部门和办事群众提供可靠的支撑，服务对象满意度达到%d%%以上。",
    "完成%s的建设、安装和调试，通过验收并投入使用，覆盖%d个点位，提高管理效率和服务水平，降低运行成本。",
    "按计划开展%s，全年不少于%d次，资料齐全，程序规范，资金使用合规，群众的获得感进一步增强。"
  };
  private static final String[] ACHIEVED = {
    "全年为%s提供每周七天的保障，共处理报修%d次，响应和排除均在要求时间内，各业务系统运转正常，用户反映良好。",
    "%s整体建设已经完成并通过终验，%d台设备投入使用，试运行三个月情况良好，相关资料已经归档移交。",
    "围绕%s组织了培训和检查%d场，发现的不足均已整改到位，办事群众和工作人员评价较高，经费按进度拨付。"
  };
  private static final String[] EXPLANATIONS = {
    "个别点位施工单位更换人员，进度略慢；已要求监理加强过程检查，完善验收记录。",
    "前期需求调研不够充分，部分功能调整较多；下一步将细化方案，加强与使用部门的沟通。",
    "路政工程使光缆受损，网络短时中断；增强日常网络状态监管，提高应急响应效率。",
    "问卷发放范围偏小；今后扩大调查面，督促服务单位改进服务。"
  };

  /** What an indicator is about; the target's number is drawn from the range. */
  private record Kind(
      String category, String aspect, String name, String unit, String sign, int from, int to) {}

  private static final int[] POINTS = {10, 10, 6, 6, 6, 6, 6, 5, 5, 7, 7, 6, 10};

  private static final List<List<Kind>> KINDS =
      List.of(
          kinds("成本指标", "经济成本指标", "万元", "≤", 20, 90, "设备采购费用", "年度运维费用", "印制费用"),
          kinds("成本指标", "经济成本指标", "元", "≤", 100, 900, "每次培训费用", "每个点位维护费用", "每人服务费用"),
          kinds("产出指标", "数量指标", "次", "≥", 4, 60, "系统日常巡检数", "党建活动次数", "窗口服务培训次数"),
          kinds("产出指标", "数量指标", "套", "≥", 1, 40, "平台升级建设完成数", "冷通道系统建设完成数", "设备更新完成数"),
          kinds("产出指标", "数量指标", "个", "≥", 5, 200, "检测点位数", "事项接入拓展数", "服务网点覆盖数"),
          kinds("产出指标", "质量指标", "%", "≥", 90, 99, "验收报告合格率", "设备完好率", "培训考核通过率"),
          kinds("产出指标", "质量指标", "%", "≥", 85, 98, "行风监督反馈整改率", "人员资质达标率", "数据准确率"),
          kinds("产出指标", "时效指标", "", "及时", 0, 1, "故障排除时间", "测评服务完成时间", "印制服务完成时间"),
          kinds("产出指标", "时效指标", "%", "≥", 90, 99, "合同签约按期率", "报修响应按时率", "薪酬按时发放率"),
          kinds("效益指标", "经济效益指标", "%", "≥", 3, 20, "部门办公费用下降率", "能源费用节约率", "重复建设减少率"),
          kinds("效益指标", "社会效益指标", "", "有效保障", 0, 1, "业务系统稳定运行", "公共服务供给保障", "突发情况应对保障"),
          kinds("效益指标", "可持续影响指标", "", "健全", 0, 1, "长效管理机制建设", "运行维护制度建设", "资料归档制度建设"),
          kinds("满意度指标", "服务对象满意度指标", "%", "≥", 85, 95, "办事群众满意度", "使用部门满意度", "受益居民满意度"));

  private static List<Kind> kinds(
      String category, String aspect, String unit, String sign, int from, int to, String... names) {
    return List.of(names).stream()
        .map(name -> new Kind(category, aspect, name, unit, sign, from, to))
        .toList();
  }

  private final long seed;

  public RandomForms(long seed) {
    this.seed = seed;
  }

  /** The form of a number, whichever were asked for before. */
  SelfEvaluation form(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003L + number);
    FormDraft draft = sound(random, number);
    boolean defective = random.nextDouble() < DEFECTIVE;
    int mistakes = defective ? 1 + random.nextInt(3) : 0;
    Mistake[] chosen = new Mistake[mistakes];
    for (int i = 0; i < mistakes; i++) {
      chosen[i] = Mistake.ALL[random.nextInt(Mistake.ALL.length)];
    }
    // First those whose consequences the form states faithfully.
    for (Mistake mistake : chosen) {
      mistake.inSubstance(draft, random);
    }
    draft.settle(random.nextInt(10) < 6);
    for (Mistake mistake : chosen) {
      mistake.inPrint(draft, random);
    }
    return draft.form(number % FORMS_A_DOSSIER + 1);
  }

  /** The form of a number as it stands in the tables, in a dossier with a thousand others. */
  public AcceptedForm accepted(int number) {
    SelfEvaluation form = form(number);
    String key = form.key();
    String id = FormKey.of(key, String.valueOf(number));
    return new AcceptedForm(id, dossier(number), id, id, form);
  }

  /** The dossier that the form of a number belongs to. */
  public static String dossier(int number) {
    return FormKey.of("dossier", String.valueOf(number / FORMS_A_DOSSIER));
  }

  private static FormDraft sound(SplittableRandom random, int number) {
    int dossier = number / FORMS_A_DOSSIER;
    String department = department(dossier);
    FormDraft draft = new FormDraft("forms/" + dossier + ".txt");
    String project = one(random, PROJECTS);
    draft.head[0] = "项目支出绩效自评表";
    draft.head[1] = "2023";
    draft.head[2] = one(random, DISTRICTS) + project + number % FORMS_A_DOSSIER;
    draft.head[3] = department + " (汇总)";
    draft.head[4] = department + one(random, DISTRICTS) + "分中心";
    boolean tenThousands = random.nextInt(10) == 0;
    draft.head[5] = tenThousands ? "万元" : "元";
    BigDecimal budget =
        tenThousands
            ? BigDecimal.valueOf(random.nextInt(1_000, 900_000), 2)
            : BigDecimal.valueOf(random.nextInt(5_000_000, 900_000_000), 2);
    BigDecimal spent = share(budget, random.nextInt(9_150, 10_001));
    BigDecimal carried =
        random.nextInt(3) == 0 ? share(spent, random.nextInt(500, 3_000)) : BigDecimal.ZERO;
    draft.money(budget, budget, spent, carried);
    draft.planned =
        String.format(
            java.util.Locale.ROOT, one(random, PLANNED), project, 80 + random.nextInt(20));
    draft.achieved =
        String.format(
            java.util.Locale.ROOT, one(random, ACHIEVED), project, 10 + random.nextInt(900));
    for (int i = 0; i < KINDS.size(); i++) {
      List<Kind> kinds = KINDS.get(i);
      draft.indicators.add(indicator(random, kinds.get(random.nextInt(kinds.size())), POINTS[i]));
    }
    return draft;
  }

  private static String department(int dossier) {
    int district = dossier % DISTRICTS.length;
    int office = dossier / DISTRICTS.length % OFFICES.length;
    int later = dossier / (DISTRICTS.length * OFFICES.length);
    return DISTRICTS[district] + (later == 0 ? "" : "第" + later) + "区" + OFFICES[office];
  }

  private static String[] indicator(SplittableRandom random, Kind kind, int points) {
    String target = kind.sign();
    String actual = "已" + kind.sign();
    String score = String.valueOf(points);
    String explanation = null;
    if (!kind.unit().isEmpty()) {
      int aim = random.nextInt(kind.from(), kind.to());
      target = kind.sign() + aim + kind.unit();
      int reached = kind.sign().equals("≤") ? aim - random.nextInt(1 + aim / 10) : aim;
      if (kind.sign().equals("≥")) {
        boolean short_ = random.nextInt(12) == 0 && aim > 1;
        reached =
            short_ ? aim - 1 - random.nextInt(1 + aim / 10) : aim + random.nextInt(1 + aim / 20);
        reached = kind.unit().equals("%") ? Math.min(100, reached) : reached;
        if (reached < aim) {
          score =
              BigDecimal.valueOf(points)
                  .multiply(BigDecimal.valueOf(reached))
                  .divide(BigDecimal.valueOf(aim), 2, RoundingMode.HALF_UP)
                  .toPlainString();
          explanation = one(random, EXPLANATIONS);
        }
      }
      actual = reached + kind.unit();
    }
    return new String[] {
      kind.category(),
      kind.aspect(),
      kind.name(),
      target,
      actual,
      String.valueOf(points),
      score,
      explanation
    };
  }

  static String one(SplittableRandom random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  static BigDecimal share(BigDecimal amount, int ofTenThousand) {
    return amount.multiply(BigDecimal.valueOf(ofTenThousand, 4)).setScale(2, RoundingMode.HALF_UP);
  }
}
