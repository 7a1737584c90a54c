package org.jihe.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jihe.generate.draft.Agency;
import org.jihe.generate.draft.Chance;
import org.jihe.generate.draft.Department;
import org.jihe.generate.draft.Department.Manner;
import org.jihe.generate.draft.FileKind;

/** Makes up departments and their agencies. */
final class Offices {

  private static final String[] TEMPLATES = {
    "national-project", "shanghai-project", "yunnan-project", "sichuan-project", "funding-reason"
  };
  private static final String[][] CITIES = {
    words("合肥市 芜湖市 蚌埠市 淮南市 马鞍山市 淮北市 铜陵市 安庆市 黄山市 滁州市 阜阳市 宣城市"),
    words("上海市杨浦区 上海市嘉定区 上海市松江区 上海市青浦区 上海市奉贤区 上海市金山区 上海市虹口区 上海市静安区 上海市徐汇区 上海市长宁区 上海市黄浦区 上海市崇明区"),
    words("昆明市 曲靖市 玉溪市 保山市 昭通市 丽江市 普洱市 临沧市 楚雄州 红河州 文山州 大理州"),
    words("成都市 自贡市 攀枝花市 泸州市 德阳市 绵阳市 广元市 遂宁市 内江市 乐山市 南充市 眉山市"),
    words("长沙市 南昌市 福州市 郑州市 石家庄市 太原市 沈阳市 长春市 西安市 兰州市 贵阳市 南宁市")
  };
  private static final String[] BUREAUS =
      words(
          "水务局 教育局 卫生健康委员会 民政局 交通运输局 文化和旅游局 农业农村局 应急管理局 城市管理局 自然资源局 科学技术局 市场监督管理局 人力资源和社会保障局 生态环境局");
  private static final String[] COUNTIES = words("城东 城西 城南 城北 高新 经开 新站 滨湖 临江 望山 河西 河东 云岭 安宁 宁安 平湖");
  private static final String[] SUBORDINATES =
      words("综合服务中心 信息中心 执法支队 后勤保障中心 规划研究院 监测站 宣传教育中心 质量管理站");

  private static final List<Manner> MANNERS =
      List.of(
          Manner.STRICT,
          Manner.MILD,
          Manner.LENIENT,
          Manner.ROUNDING_UP,
          Manner.STRICT,
          Manner.LENIENT,
          Manner.MILD,
          Manner.STRICT,
          Manner.UNDIVIDED,
          Manner.MILD,
          Manner.STRICT,
          Manner.LENIENT);

  private final GenerateRequest request;

  Offices(GenerateRequest request) {
    this.request = request;
  }

  private static String[] words(String words) {
    return words.split(" ", -1);
  }

  /** All departments; their forms add up to what was asked for. */
  List<Department> all() {
    double[] weights = new double[request.departments()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.min(3, Math.max(0.3, 1 + 0.5 * new Chance(request.seed(), ~i).normal()));
      sum += weights[i];
    }
    List<Department> departments = new ArrayList<>();
    double reached = 0;
    long given = 0;
    for (int i = 0; i < weights.length; i++) {
      reached += weights[i];
      long until =
          i == weights.length - 1 ? request.forms() : Math.round(request.forms() * reached / sum);
      departments.add(department(i, (int) (until - given)));
      given = until;
    }
    return departments;
  }

  private Department department(int number, int forms) {
    Chance chance = new Chance(request.seed(), number * 2L + 1);
    int template = number % TEMPLATES.length;
    int rest = number / TEMPLATES.length;
    String bureau = BUREAUS[rest % BUREAUS.length];
    int area = rest / BUREAUS.length;
    String city = CITIES[template][area % CITIES[template].length];
    int county = area / CITIES[template].length;
    String place = county == 0 ? city : city + county(county);
    String name = place + bureau;
    String code = String.valueOf(101 + rest * 7 % 890);
    List<Agency> agencies = new ArrayList<>();
    int all = Math.max(1, Math.min(SUBORDINATES.length, 2 + forms / 40));
    int spelling = chance.between(0, 9);
    String unit = template == 1 || template == 2 ? "元" : "万元";
    for (int i = 0; i < all; i++) {
      agencies.add(agency(i, name, code, spelling, unit, number));
    }
    return new Department(number, name, code, TEMPLATES[template], manner(number), agencies, forms);
  }

  private static String county(int number) {
    String name = COUNTIES[(number - 1) % COUNTIES.length] + "区";
    int round = (number - 1) / COUNTIES.length;
    return round == 0 ? name : name + "第" + (round + 1) + "分区";
  }

  /** Of twelve departments in a row one divides no money, and one rounds all rates up. */
  private Manner manner(int number) {
    return MANNERS.get((int) Math.floorMod(number + request.seed(), (long) MANNERS.size()));
  }

  private Agency agency(
      int i, String department, String code, int spelling, String unit, int number) {
    String own = i == 0 ? department + "（本级）" : department + SUBORDINATES[i];
    String prefix = code + String.format(Locale.ROOT, "%03d", i + 1) + "-";
    List<FileKind> formats = request.formats();
    FileKind format = formats.get((number + i) % formats.size());
    return new Agency(
        i + 1,
        spelling == 7 ? prefix + own : own,
        printed(department, code, spelling, i),
        unit,
        (number + i) % 3 == 0 ? Agency.Grouping.THOUSANDS : Agency.Grouping.NONE,
        format);
  }

  /** Most departments are spelled alike everywhere; in two of ten every agency has its manner. */
  private static String printed(String department, String code, int spelling, int agency) {
    return switch (spelling) {
      case 5, 6 -> code + "001-" + department;
      case 8 -> agency % 2 == 0 ? department : code + "001-" + department;
      case 9 ->
          switch (agency % 3) {
            case 0 -> department + "（本级）";
            case 1 -> department + "(汇总)";
            default -> department;
          };
      default ->
          agency % 4 == 3 ? department.substring(0, 2) + " " + department.substring(2) : department;
    };
  }
}
