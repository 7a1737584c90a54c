package org.jihe.generate.draft;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes forms without a mistake. */
public final class Drafting {

  private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(98);
  private static final String[] NAMES = {"", "综合", "整体", "总体", "平均", "全域", "全程", "逐项"};

  private final Department department;
  private final Chance chance;

  public Drafting(Department department, Chance chance) {
    this.department = department;
    this.chance = chance;
  }

  /** The project's form of a year; amounts and points are not printed yet. */
  public Draft draft(Project project, int year) {
    Draft draft = new Draft(project, project.agency(), department.template(), year);
    draft.title =
        department.template().equals("shanghai-project")
            ? "财政项目支出绩效自评表"
            : department.template().equals("sichuan-project") ? "部门预算项目支出绩效自评表" : "项目支出绩效自评表";
    draft.name = project.name(year);
    draft.department = project.agency().department();
    draft.agency = project.agency().name();
    draft.unit = project.agency().unit();
    money(draft);
    for (Project.Series series : project.series) {
      draft.rows.add(row(draft, series));
    }
    points(draft);
    draft.planned = Phrases.planned(project, year, project.number());
    draft.achieved = Phrases.achieved(project, year);
    return draft;
  }

  // --- money -----------------------------------------------------------------------------------

  private void money(Draft draft) {
    Money money = draft.money;
    Project project = draft.project;
    BigDecimal original = original(draft);
    money.original = original;
    money.last = chance.happens(0.6) ? original : Money.share(original, chance.between(0.98, 1.08));
    money.last = money.last.max(money.carried);
    boolean cut = money.last.compareTo(original) < 0;
    double rate = chance.happens(0.25) ? 1 : chance.between(cut ? 0.95 : 0.92, 0.999);
    money.spent = Money.share(money.last, rate);
    if (money.last.subtract(money.carried).compareTo(money.spent) == 0 && rate < 1) {
      money.spent = money.spent.subtract(BigDecimal.valueOf(1, 2)); // else a coincidence
    }
    money.otherShare =
        Math.floorMod(project.turn(), 11) == 0 ? BigDecimal.valueOf(15, 2) : BigDecimal.ZERO;
    money.rounding =
        department.manner() == Department.Manner.ROUNDING_UP
            ? RoundingMode.UP
            : project.number() % 3 == 0 ? RoundingMode.DOWN : RoundingMode.HALF_UP;
  }

  /**
   * The first budget: at least what last year left; no more than last year's where much was left.
   */
  private BigDecimal original(Draft draft) {
    Project project = draft.project;
    BigDecimal usual = project.usual.divide(draft.sender.yuan(), 2, RoundingMode.HALF_UP);
    BigDecimal original = Money.share(usual, chance.between(0.92, 1.12));
    Draft last = project.last;
    if (last == null) {
      return original;
    }
    BigDecimal left = last.money.left();
    if (!draft.isWithoutCarryOver()) {
      draft.money.carried = left;
    }
    boolean low = last.money.last.signum() > 0 && last.execution() < 0.8;
    return (low ? original.min(last.money.last) : original).max(left);
  }

  // --- indicators ------------------------------------------------------------------------------

  /** The indicators that a new project has, thirteen on average. */
  public List<Project.Series> series(Kind kind) {
    List<Spec> specs = new ArrayList<>();
    some(specs, kind.quantities(), chance.between(2, 4));
    any(specs, kind.quality(), chance.between(1, 3));
    any(specs, kind.time(), chance.between(1, 3));
    boolean apart = department.template().equals("sichuan-project");
    some(specs, kind.costs(), apart ? 2 : chance.between(1, 2));
    List<Spec> benefits = new ArrayList<>();
    any(benefits, kind.benefit(), chance.between(2, 4));
    benefits.sort(Comparator.comparing(spec -> spec.aspect().charAt(0)));
    specs.addAll(benefits);
    some(specs, kind.satisfaction(), chance.between(1, 2));
    List<Project.Series> series = new ArrayList<>();
    specs.forEach(spec -> series.add(new Project.Series(spec)));
    return series;
  }

  /** So many that follow one another, from anywhere in the list. */
  private void any(List<Spec> to, List<Spec> from, int count) {
    int start = chance.between(0, from.size() - 1);
    for (int i = 0; i < count; i++) {
      to.add(from.get((start + i) % from.size()));
    }
  }

  private static void some(List<Spec> to, List<Spec> from, int count) {
    to.addAll(from.subList(0, Math.min(count, from.size())));
  }

  private Row row(Draft draft, Project.Series series) {
    Row row = new Row(series.spec, name(draft.project, series));
    if (draft.template.equals("sichuan-project") && row.isAspect("成本")) {
      row.category = "成本指标";
      row.aspect = "经济成本指标";
    }
    switch (row.shape()) {
      case COUNT -> count(draft, series, row);
      case RATE -> rate(draft, series, row);
      case AT_MOST -> atMost(draft, series, row);
      case DATE -> {
        row.target = series.spec.unit();
        row.actual = Phrases.date(draft.project, draft.budgetYear);
      }
      case WORDS -> {
        row.target = series.spec.unit();
        row.actual = Phrases.words(draft.project, row, draft.budgetYear);
      }
      case ZERO -> {
        // nothing to decide
      }
    }
    row.print();
    return row;
  }

  public static String name(Project project, Project.Series series) {
    String more = NAMES[series.name % NAMES.length];
    return project.topic() + more + series.spec.suffix();
  }

  /** What last year's form printed for an indicator of this name; 0 where it has none. */
  private static BigDecimal reachedLastYear(Draft draft, String name) {
    Draft last = draft.project.last;
    BigDecimal reached = BigDecimal.ZERO;
    if (last != null) {
      for (Row row : last.rows) {
        if (row.named().equals(name)) {
          reached = reached.max(row.reached);
        }
      }
    }
    return reached;
  }

  private void count(Draft draft, Project.Series series, Row row) {
    if (series.goal.signum() == 0) {
      double goal;
      if (series.spec.high() == 0) {
        double yuan = draft.project.usual.doubleValue();
        goal = yuan / series.spec.low() * chance.between(0.8, 1.25) * part(draft, series);
      } else {
        goal = chance.between(series.spec.low(), series.spec.high());
      }
      series.goal = BigDecimal.valueOf(Math.max(2, Math.round(goal)));
    }
    series.goal = series.goal.max(reachedLastYear(draft, row.named()));
    row.goal = series.goal;
    long goal = row.goal.longValue();
    row.reached = BigDecimal.valueOf(goal + Math.round(goal * chance.between(0, 0.12)));
  }

  /** Further quantities take a part of the money only. */
  private static double part(Draft draft, Project.Series series) {
    return draft.project.series.get(0) == series ? 1 : 0.3;
  }

  private void rate(Draft draft, Project.Series series, Row row) {
    if (series.goal.signum() == 0) {
      series.goal = BigDecimal.valueOf(chance.between(series.spec.low(), series.spec.high()));
    }
    BigDecimal before = reachedLastYear(draft, row.named());
    if (before.compareTo(HIGHEST_RATE) > 0) {
      series.name++;
      row.name = name(draft.project, series);
      series.goal = BigDecimal.valueOf(chance.between(series.spec.low(), series.spec.high()));
    } else {
      series.goal = series.goal.max(before);
    }
    row.goal = series.goal;
    double room = Math.min(2.4, 99.6 - row.goal.doubleValue());
    if (series.spec.high() < 50) {
      room = row.goal.doubleValue() * 0.2;
    }
    BigDecimal more = BigDecimal.valueOf(Math.round(chance.between(0.15, room) * 10), 1);
    row.reached = row.goal.add(more);
  }

  private void atMost(Draft draft, Project.Series series, Row row) {
    if (series.goal.signum() == 0) {
      double goal =
          series.spec.high() == 0
              ? draft.project.usual.doubleValue() / quantity(draft).doubleValue() * 1.08
              : chance.between(series.spec.low(), series.spec.high());
      series.goal = BigDecimal.valueOf(Math.max(5, Math.round(goal)));
    }
    row.goal = series.goal;
    row.reached =
        row.goal
            .multiply(BigDecimal.valueOf(Math.round(chance.between(0.82, 0.99) * 1000), 3))
            .setScale(1, RoundingMode.HALF_UP);
  }

  private static BigDecimal quantity(Draft draft) {
    BigDecimal goal = draft.rows.get(0).goal;
    return goal.signum() == 0 ? BigDecimal.ONE : goal;
  }

  // --- points ----------------------------------------------------------------------------------

  /** Shares the points of every category among its indicators and marks them full. */
  public static void points(Draft draft) {
    boolean cost = draft.rows.stream().anyMatch(row -> "成本指标".equals(row.category));
    share(draft, "产出", cost ? 40 : 50);
    share(draft, "成本", 20);
    share(draft, "效益", cost ? 20 : 30);
    share(draft, "满意", 10);
  }

  /** Shares points in halves; what is left goes to the first. */
  public static void share(Draft draft, String category, int points) {
    List<Row> rows =
        draft.rows.stream()
            .filter(row -> String.valueOf(row.category).startsWith(category))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    int halves = points * 2 / rows.size();
    int left = points * 2 - halves * rows.size();
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).worth(BigDecimal.valueOf((halves + (i < left ? 1 : 0)) * 5L, 1));
    }
  }

  /** Points that a share of the target earns, with two decimals. */
  public static BigDecimal earned(Row row) {
    return row.points.multiply(row.reached).divide(row.goal, 2, RoundingMode.HALF_UP);
  }

  /** The indicator falls short by a share of its target, and the form says why. */
  public static void miss(Draft draft, Row row, double share) {
    BigDecimal reached = row.goal.multiply(BigDecimal.valueOf(Math.round(share * 1000), 3));
    row.reached =
        row.shape() == Shape.COUNT
            ? reached.setScale(0, RoundingMode.FLOOR).min(row.goal.subtract(BigDecimal.ONE))
            : reached.setScale(1, RoundingMode.FLOOR).min(row.goal.subtract(BigDecimal.ONE));
    row.print();
    row.earned = earned(row);
    row.explanation = Phrases.explanation(draft.project, row, draft.budgetYear);
  }
}
