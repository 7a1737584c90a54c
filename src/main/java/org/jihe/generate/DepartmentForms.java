package org.jihe.generate;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jihe.generate.defect.ArithmeticDefects;
import org.jihe.generate.defect.Defects;
import org.jihe.generate.defect.DepartmentYear;
import org.jihe.generate.defect.DossierTruth;
import org.jihe.generate.defect.Planting;
import org.jihe.generate.defect.Truth;
import org.jihe.generate.draft.Chance;
import org.jihe.generate.draft.Department;
import org.jihe.generate.draft.Department.Manner;
import org.jihe.generate.draft.Draft;
import org.jihe.generate.draft.Drafting;
import org.jihe.generate.draft.Kind;
import org.jihe.generate.draft.Project;
import org.jihe.generate.draft.Row;

/** Makes up one department's forms, year by year; of earlier years only the last is kept. */
final class DepartmentForms {

  private static final String[] PLACES =
      ("东湖 西岭 南浦 北苑 滨河 新城 老城 城关 高铁 临港 云溪 青山 白石 龙泉 凤凰 金桥 银河 翠屏 桃园 柳林 松山 竹溪"
              + " 梅岭 兰亭 荷塘 桂花 石桥 木兰 清水 长岭 大塘 小河 双桥 三湾 五里 七星 八里 九峰 百丈 万年 永安 太平"
              + " 兴隆 和平 团结 光明 前进 胜利")
          .split(" ", -1);
  private static final int TRIES = 40;

  private final GenerateRequest request;
  private final Department department;
  private final Chance chance;
  private final Drafting drafting;

  /** Defects in the order of their turns; one that fits few forms waits at the head for one. */
  private final Deque<String> queue = new ArrayDeque<>();

  private final Map<Kind, Integer> made = new HashMap<>();
  private final Map<String, Integer> used = new HashMap<>();
  private final Set<Draft> strays = new HashSet<>();
  private List<Project> running = new ArrayList<>();
  private int projects;

  /** One year of a department: its forms, what the bureau's lists have, and what was planted. */
  record Year(
      int year, List<Draft> drafts, List<DepartmentYear.Listed> listed, List<Truth.Line> truth) {}

  DepartmentForms(GenerateRequest request, Department department) {
    this.request = request;
    this.department = department;
    this.chance = new Chance(request.seed(), department.number() * 2L + 1_000_000);
    this.drafting = new Drafting(department, chance);
    List<String> defects = Defects.shuffled(new Chance(request.seed(), -7));
    Collections.rotate(defects, department.number() * 17);
    queue.addAll(defects);
  }

  /** The forms of the next year. */
  Year year(int number) {
    int year = request.firstYear() + number;
    int forms = department.forms(number, request.years());
    boolean hasNext =
        number + 1 < request.years() && department.forms(number + 1, request.years()) > 0;
    Truth truth = new Truth();
    DepartmentYear of =
        new DepartmentYear(department, year, request.departments(), hasNext, truth, strays, used);
    projects(year, forms);
    for (Project project : running) {
      Draft draft = drafting.draft(project, year);
      points(draft, of.drafts().size());
      of.drafts().add(draft);
    }
    for (Draft draft : of.drafts()) {
      if (!of.isMarred(draft) && chance.happens(request.defects())) {
        plant(of, draft);
      }
    }
    return printed(of, truth);
  }

  // --- projects --------------------------------------------------------------------------------

  private void projects(int year, int forms) {
    List<Project> still = new ArrayList<>();
    for (Project project : running) {
      if (project.lastYear >= year && still.size() < forms) {
        still.add(project);
      }
    }
    while (still.size() < forms) {
      still.add(project(year));
    }
    running = still;
  }

  private Project project(int year) {
    Kind kind = chance.one(List.of(Kind.values()));
    int number = made.merge(kind, 1, Integer::sum) - 1;
    String place = PLACES[(number + department.number() * 5) % PLACES.length];
    int turn = number / PLACES.length;
    List<String> things = kind.things();
    String thing = things.get((number + turn) % things.size());
    int round = turn / things.size();
    String where = round == 0 ? place : place + "第" + (round + 1);
    Project project =
        new Project(
            projects++,
            kind,
            where,
            thing,
            chance.one(kind.ends()),
            chance.one(department.agencies()),
            usual());
    project.code =
        department.code()
            + String.format(Locale.ROOT, "%04d", department.number() + 1)
            + String.format(Locale.ROOT, "%06d", project.number() + 1);
    project.lastYear = chance.happens(0.25) ? year : year + chance.between(1, 4);
    project.series.addAll(drafting.series(kind));
    return project;
  }

  /** Log-normal with a median of 800,000 yuan; a few are very large. */
  private BigDecimal usual() {
    double yuan = StrictMath.exp(13.59 + 1.3 * chance.normal());
    if (chance.happens(0.004)) {
      yuan *= chance.between(20.0, 80.0);
    }
    return BigDecimal.valueOf(Math.max(20_000, Math.round(yuan / 100) * 100));
  }

  // --- points ----------------------------------------------------------------------------------

  /** Points are lost as the department's manner has it. */
  private void points(Draft draft, int number) {
    List<Row> rows =
        draft.rows.stream()
            .filter(row -> Planting.isPlain(row) && row.goal.intValue() >= 5)
            .toList();
    int lost = lost(number);
    boolean poor = department.manner() == Manner.STRICT && number % 3 == 0;
    for (int i = 0; i < rows.size(); i++) {
      boolean more = poor && draft.sum().doubleValue() > 88;
      if (i < lost || more) {
        double share = poor ? chance.between(0.2, 0.6) : chance.between(0.86, 0.97);
        Drafting.miss(draft, rows.get((i * 5 + number) % rows.size()), share);
      }
    }
  }

  /** How many indicators of a form usually lose points. */
  private int lost(int number) {
    return switch (department.manner()) {
      case STRICT -> chance.between(2, 3);
      case LENIENT -> number % 8 == 0 ? 1 : 0;
      default -> number % 2 == 0 ? chance.between(1, 2) : 0;
    };
  }

  // --- defects ---------------------------------------------------------------------------------

  private void plant(DepartmentYear of, Draft draft) {
    Planting planting = new Planting(draft, chance, of);
    Iterator<String> waiting = queue.iterator();
    for (int i = 0; i < TRIES && waiting.hasNext(); i++) {
      String name = waiting.next();
      if (!draft.project.had.contains(name) && Defects.named(name).into(planting)) {
        draft.project.had.add(name);
        waiting.remove();
        queue.addLast(name);
        of.mar(draft);
        return;
      }
    }
  }

  // --- print -----------------------------------------------------------------------------------

  private Year printed(DepartmentYear of, Truth truth) {
    Map<Draft, String> names = new HashMap<>();
    for (Draft draft : of.drafts()) {
      draft.settle();
      names.put(draft, String.valueOf(draft.name));
      if (department.manner() == Manner.UNDIVIDED) {
        ArithmeticDefects.noParts(draft);
      }
      draft.project.last = draft;
    }
    of.printed();
    new DossierTruth(department, of, truth).tell();
    strays.removeIf(draft -> draft.budgetYear < of.year());
    return new Year(of.year(), of.drafts(), of.listed(names), truth.lines());
  }
}
