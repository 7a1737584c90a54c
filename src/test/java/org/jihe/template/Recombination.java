package org.jihe.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** New forms whose arithmetic agrees, put together from pieces of others. */
public final class Recombination {

  private static final List<String> AGENCIES =
      List.of("上海市闵行区教育局", "上海市闵行区河道管理所", "上海市闵行区七宝镇人民政府", "宝山区疾病预防控制中心", "杭州市西湖区城市管理局");
  private static final List<List<Integer>> OTHER_POINTS =
      List.of(List.of(40, 40, 10), List.of(60, 20, 10), List.of(50, 20, 20));
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<ObjectNode> forms;
  private final Map<String, Map<String, List<JsonNode>>> rows = new LinkedHashMap<>();

  public Recombination(List<ObjectNode> forms) {
    this.forms = forms;
    for (String category : List.of("产出指标", "效益指标", "满意度指标")) {
      rows.put(category, new TreeMap<>());
    }
    for (ObjectNode form : forms) {
      for (JsonNode row : form.get("indicators")) {
        String aspect = row.get("aspect").asText();
        if (!aspect.equals("*")) {
          rows.get(row.get("category").asText())
              .computeIfAbsent(aspect, key -> new ArrayList<>())
              .add(row);
        }
      }
    }
  }

  /** A form of five to thirty indicators. */
  public ObjectNode next(Random random) {
    ObjectNode form = Damage.pick(forms, random).deepCopy();
    String agency = Damage.pick(AGENCIES, random);
    form.put("year", String.valueOf(2019 + random.nextInt(6)));
    form.put("projectName", Damage.pick(forms, random).get("projectName").asText());
    form.put("supervisingDepartment", agency + (random.nextBoolean() ? " (汇总)" : "（汇总）"));
    form.put("implementingAgency", agency);
    form.set("annualObjective", Damage.pick(forms, random).get("annualObjective").deepCopy());
    BigDecimal score = funding((ObjectNode) form.get("funding"), random);
    score = score.add(indicators(form.putArray("indicators"), random));
    form.putObject("total").put("maxScore", "100").put("score", plain(score));
    return form;
  }

  private static BigDecimal funding(ObjectNode funding, Random random) {
    BigDecimal original = BigDecimal.valueOf(10 + random.nextInt(90_000)).multiply(HUNDRED);
    BigDecimal budget =
        random.nextInt(3) > 0 ? original : share(original, 30 + random.nextInt(120));
    BigDecimal spent =
        random.nextInt(20) == 0
            ? BigDecimal.ZERO
            : random.nextInt(3) == 0 ? budget : share(budget, 50 + random.nextInt(51));
    BigDecimal rate = spent.multiply(HUNDRED).divide(budget, 2, RoundingMode.HALF_UP);
    BigDecimal score = rate.movePointLeft(1).setScale(2, RoundingMode.HALF_UP);
    ObjectNode total = (ObjectNode) funding.get("total");
    total.put("originalBudget", original + ".00").put("finalBudget", budget + ".00");
    total.put("actualExpenditure", String.format(java.util.Locale.ROOT, "%,d", spent.longValue()));
    total.put("executionRate", rate + "%").put("maxScore", "10").put("score", plain(score));
    ObjectNode current = (ObjectNode) funding.get("currentYearAppropriation");
    boolean parts = random.nextBoolean();
    current.put("originalBudget", parts && random.nextBoolean() ? original.toString() : "0");
    current.put("finalBudget", parts ? budget.toString() : "0");
    current.put("actualExpenditure", parts ? spent.toString() : null);
    for (String other : List.of("priorYearCarryOver", "otherFunds")) {
      ObjectNode row = (ObjectNode) funding.get(other);
      row.put("originalBudget", "0").put("finalBudget", "0").putNull("actualExpenditure");
    }
    return score;
  }

  private static BigDecimal share(BigDecimal amount, int percent) {
    return amount
        .multiply(BigDecimal.valueOf(percent))
        .divide(HUNDRED, 0, RoundingMode.DOWN)
        .max(BigDecimal.ONE);
  }

  private BigDecimal indicators(ArrayNode indicators, Random random) {
    int all = 5 + random.nextInt(random.nextBoolean() ? 11 : 26);
    int satisfied = all < 8 ? 1 : 1 + random.nextInt(2);
    int benefit = Math.max(1, (all - satisfied) * (25 + random.nextInt(20)) / 100);
    List<Integer> counts = List.of(all - satisfied - benefit, benefit, satisfied);
    List<Integer> points =
        random.nextInt(7) == 0 ? Damage.pick(OTHER_POINTS, random) : List.of(50, 30, 10);
    boolean blank = random.nextInt(3) == 0;
    BigDecimal score = BigDecimal.ZERO;
    int next = 0;
    for (String category : rows.keySet()) {
      List<ObjectNode> chosen = choose(category, counts.get(next), random);
      List<Integer> parts = parts(points.get(next), chosen.size(), random);
      for (int i = 0; i < chosen.size(); i++) {
        ObjectNode row = chosen.get(i);
        boolean lost = random.nextInt(8) == 0 && parts.get(i) > 1;
        int got = lost ? parts.get(i) - 1 - random.nextInt(parts.get(i)) : parts.get(i);
        score = score.add(BigDecimal.valueOf(got));
        row.put("maxScore", parts.get(i).toString()).put("score", String.valueOf(got));
        row.put("varianceExplanation", lost ? "受外部因素影响，部分工作未按计划完成；下一步加强管理。" : null);
        if (blank) {
          row.putNull("actual");
        } else if (row.get("actual").isNull()) {
          row.put("actual", Damage.pick(List.of("100%", "已完成", "达标"), random));
        }
        indicators.add(row);
      }
      next++;
    }
    return score;
  }

  /** So many indicators of one category, aspect by aspect in their usual order. */
  private List<ObjectNode> choose(String category, int count, Random random) {
    List<String> usual = List.of("数量指标", "质量指标", "时效指标", "成本指标", "经济效益指标", "社会效益指标");
    List<String> aspects = new ArrayList<>(rows.get(category).keySet());
    aspects.sort(
        java.util.Comparator.comparingInt(
            aspect -> usual.contains(aspect) ? usual.indexOf(aspect) : usual.size()));
    Map<String, List<ObjectNode>> chosen = new LinkedHashMap<>();
    aspects.forEach(aspect -> chosen.put(aspect, new ArrayList<>()));
    for (int i = 0; i < count; i++) {
      String aspect = Damage.pick(aspects, random);
      chosen.get(aspect).add(Damage.pick(rows.get(category).get(aspect), random).deepCopy());
    }
    return chosen.values().stream().flatMap(List::stream).toList();
  }

  /** Whole numbers that add to the sum. */
  private static List<Integer> parts(int sum, int count, Random random) {
    if (sum % count == 0 && random.nextBoolean()) {
      return Collections.nCopies(count, sum / count);
    }
    TreeSet<Integer> cuts = new TreeSet<>();
    while (cuts.size() < count - 1) {
      cuts.add(1 + random.nextInt(sum - 1));
    }
    cuts.add(sum);
    List<Integer> parts = new ArrayList<>();
    int last = 0;
    for (int cut : cuts) {
      parts.add(cut - last);
      last = cut;
    }
    return parts;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
