package org.jihe.generate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.form.SelfEvaluation;
import org.jihe.generate.defect.DepartmentYear;
import org.jihe.generate.defect.Truth;
import org.jihe.generate.draft.Department;
import org.jihe.generate.draft.Draft;
import org.jihe.generate.draft.DraftJson;
import org.jihe.generate.draft.FileKind;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.DossierEvaluation;
import org.jihe.rule.engine.FormCheck;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.Dossier;
import org.jihe.rule.fact.group.ListedProject;
import org.jihe.rule.fact.group.ProjectDigest;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.jurisdiction.ProjectKinds;
import org.jihe.transcript.Transcripts;
import org.jspecify.annotations.Nullable;

/** What the rules find in made-up forms, against what was planted there. */
final class Scoreboard {

  /** How one rule fared. */
  static final class Score {
    int planted;
    int follows;
    int found;
    int missed;
    int wrong;
    final List<String> examples = new ArrayList<>();

    double recall() {
      int all = planted + follows;
      return all == 0 ? 1 : 1 - (double) missed / all;
    }

    double precision() {
      return found == 0 ? 1 : 1 - (double) wrong / found;
    }
  }

  /**
   * Rules for which nothing is planted yet: their cases and the sample are what they are judged by.
   * Made-up forms describe what was achieved in one sentence with other names, and so are near
   * copies of each other.
   */
  static final Set<String> UNPLANTED =
      Set.of(
          "AchievementNearlyReused",
          "AchievementSaysOnlyDone",
          "ActualsCopiedFromTargets",
          "DateOfOtherYear",
          "ExplanationNearlyReused",
          "FundingFigureMissing",
          "IndicatorNamesShared",
          "NameFromElsewhere",
          "NarrativeFigureDiffers",
          "ObjectiveWithoutContent",
          "OutstandingExceedsRemainder",
          "OverallDutyMissing",
          "OverallManagementMissing",
          "PaidBeforeAcceptance",
          "PaidButHalfDelivered",
          "PaidButUnfinished",
          "PaidInFullWithRemainder",
          "PartsExpenditureDiffers",
          "PlannedObjectiveReused",
          "ProjectNameYearDiffers",
          "QualityCounted",
          "RateAboveHundred",
          "TargetTakenFromName",
          "TimelinessWithoutTime",
          "TimelyButUnaccepted",
          "TopGradeUnaccepted",
          "TransferOutputsOnlyPayment");

  private static final Set<String> WHOLE_DOSSIER =
      Set.of("FullMarkShare", "FundingPartsPractice", "ScoreCompression", "RatesAlwaysRoundedUp");
  private static final Set<String> WITHOUT_FORM =
      Set.of("ProjectNotSubmitted", "DeferredProjectVanished");

  private final Map<String, Score> scores = new TreeMap<>();
  private final Map<String, RuleInfo> rules = new HashMap<>();
  private final RuleEngine engine;
  private final ProjectKinds kinds;
  private final OutlierBoard outliers = new OutlierBoard();
  private final CopyBoard copies = new CopyBoard();
  private int forms;

  Scoreboard() throws RuleException {
    RuleSet set = RuleSet.open(null, null);
    engine = RuleEngine.of(set);
    kinds = set.projectKinds();
    set.rules()
        .forEach(
            rule -> {
              rules.put(rule.id(), rule);
              if (!UNPLANTED.contains(rule.id())) {
                scores.put(rule.id(), new Score());
              }
            });
  }

  int forms() {
    return forms;
  }

  OutlierBoard outliers() {
    return outliers;
  }

  CopyBoard copies() {
    return copies;
  }

  Map<String, Score> scores() {
    return scores;
  }

  /** Makes and checks what is requested; nothing is written. */
  void check(GenerateRequest request) {
    for (Department department : new Offices(request).all()) {
      DepartmentForms made = new DepartmentForms(request, department);
      List<ProjectDigest> last = null;
      for (int number = 0; number < request.years(); number++) {
        last = check(department, made.year(number), last);
      }
    }
  }

  private @Nullable List<ProjectDigest> check(
      Department department, DepartmentForms.Year year, @Nullable List<ProjectDigest> last) {
    Set<String> found = new TreeSet<>();
    List<ProjectDigest> digests = new ArrayList<>();
    Map<Draft, String> ids = new HashMap<>();
    for (Draft draft : year.drafts()) {
      forms++;
      String id =
          department.folder() + "-" + year.year() + "-" + ids.size() + " " + draft.project.topic();
      ids.put(draft, id);
      SelfEvaluation form = Transcripts.fromJson(id, DraftJson.of(draft));
      FormCheck checked = engine.check(id, form);
      outliers.add(id, form, checked.evaluation(), kinds);
      copies.add(id, form);
      for (Finding finding : checked.evaluation().findings()) {
        found.add(finding.ruleId() + "|" + id + "|" + finding.subject());
      }
      if (checked.digest() != null && draft.department != null && draft.year != null) {
        digests.add(checked.digest());
      }
    }
    if (!digests.isEmpty()) {
      DossierEvaluation together =
          engine.evaluate(
              new Dossier(
                  "dossier",
                  digests,
                  last,
                  listed(department, year, true),
                  listed(department, year, false)));
      found(department, year, together, found);
    }
    found.removeIf(one -> UNPLANTED.contains(one.substring(0, one.indexOf('|'))));
    compare(department, year, ids, found);
    return digests.isEmpty() ? null : digests;
  }

  private static List<ListedProject> listed(
      Department department, DepartmentForms.Year year, boolean projects) {
    List<ListedProject> lines = new ArrayList<>();
    for (DepartmentYear.Listed one : year.listed()) {
      if (projects ? one.isListed() : one.spent() != null) {
        lines.add(
            new ListedProject(
                one.code(),
                one.name(),
                department.name(),
                one.agency(),
                year.year(),
                projects ? null : one.spent(),
                "list.csv",
                lines.size() + 2));
      }
    }
    return lines;
  }

  private void found(
      Department department,
      DepartmentForms.Year year,
      DossierEvaluation together,
      Set<String> found) {
    for (Finding finding : together.findings()) {
      String rule = finding.ruleId();
      if (WITHOUT_FORM.contains(rule)) {
        found.add(rule + "|" + dossier(department, year.year()) + "|" + finding.subject());
      } else if (WHOLE_DOSSIER.contains(rule)) {
        found.add(rule + "|" + dossier(department, year.year()) + "|");
      } else if (isOfOne(rule)) {
        found.add(rule + "|" + finding.formId() + "|" + finding.subject());
      }
    }
    for (Outcome outcome : together.outcomes()) {
      String rule = outcome.ruleId();
      if (outcome.kind() == Outcome.Kind.FIRED
          && !WHOLE_DOSSIER.contains(rule)
          && !WITHOUT_FORM.contains(rule)
          && !isOfOne(rule)) {
        found.add(rule + "|" + outcome.formId() + "|");
      }
    }
  }

  private static String dossier(Department department, int year) {
    return department.name() + " " + year;
  }

  /** Rules whose findings name one form's cell. */
  private boolean isOfOne(String rule) {
    RuleInfo info = rules.get(rule);
    return info != null && !info.scope().equals("dossier");
  }

  private final Map<String, Truth.Of> later = new HashMap<>();

  private void compare(
      Department department, DepartmentForms.Year year, Map<Draft, String> ids, Set<String> found) {
    Map<String, Truth.Of> wanted = new TreeMap<>();
    for (Truth.Line line : year.truth()) {
      if (line.form() != null) {
        outliers.plant(String.valueOf(ids.get(line.form())), line.rule(), line.kind());
        copies.plant(String.valueOf(ids.get(line.form())), line.rule());
      }
      if (!rules.containsKey(line.rule())) {
        continue;
      }
      String subject =
          isOfOne(line.rule()) || WITHOUT_FORM.contains(line.rule()) ? line.subject() : "";
      String where =
          line.form() == null
              ? dossier(department, line.year())
              : String.valueOf(ids.get(line.form()));
      String key = line.rule() + "|" + where + "|" + subject;
      Map<String, Truth.Of> to = line.year() > year.year() ? later : wanted;
      to.merge(key, line.kind(), (one, other) -> one == Truth.Of.PLANTED ? one : other);
    }
    String now = "|" + dossier(department, year.year()) + "|";
    later
        .entrySet()
        .removeIf(
            entry -> {
              if (entry.getKey().contains(now)) {
                wanted.put(entry.getKey(), entry.getValue());
                return true;
              }
              return false;
            });
    wanted.forEach(
        (key, kind) -> {
          Score score = scores.get(key.substring(0, key.indexOf('|')));
          score.planted += kind == Truth.Of.PLANTED ? 1 : 0;
          score.follows += kind == Truth.Of.FOLLOWS ? 1 : 0;
          if (!found.contains(key)) {
            score.missed++;
            score.examples.add("missed " + key);
          }
        });
    for (String key : found) {
      Score score = scores.get(key.substring(0, key.indexOf('|')));
      score.found++;
      if (!wanted.containsKey(key)) {
        score.wrong++;
        score.examples.add("wrong " + key + " " + cell(year, ids, key));
      }
    }
  }

  /** The indicator that a wrong finding is about, and what is planted in its form. */
  private static String cell(DepartmentForms.Year year, Map<Draft, String> ids, String key) {
    StringBuilder text = new StringBuilder();
    String[] parts = key.split("\\|", -1);
    for (Draft draft : year.drafts()) {
      if (parts[1].equals(ids.get(draft))) {
        if (parts[2].startsWith("indicators[")) {
          int row = Integer.parseInt(parts[2].substring(11, parts[2].indexOf(']')));
          text.append(DraftJson.of(draft).get("indicators").get(row));
        }
        year.truth().stream()
            .filter(line -> line.form() == draft)
            .forEach(
                line -> text.append(' ').append(line.rule()).append(' ').append(line.subject()));
      }
    }
    return text.toString();
  }

  /** The table that is kept. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-30s %7s %7s %6s %6s %6s %7s %9s%n",
            "rule",
            "planted",
            "follows",
            "found",
            "missed",
            "wrong",
            "recall",
            "precision"));
    scores.forEach(
        (rule, score) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-30s %7d %7d %6d %6d %6d %7.3f %9.3f%n",
                    rule,
                    score.planted,
                    score.follows,
                    score.found,
                    score.missed,
                    score.wrong,
                    score.recall(),
                    score.precision())));
    return text.toString();
  }

  public static void main(String[] args) throws RuleException {
    Scoreboard board = new Scoreboard();
    long start = System.nanoTime();
    board.check(
        new GenerateRequest(
            Integer.parseInt(args[0]),
            Integer.parseInt(args[1]),
            2021,
            2023,
            Long.parseLong(args[2]),
            Path.of("x"),
            List.of(FileKind.TXT),
            Double.parseDouble(args[3])));
    System.out.print(board.text());
    board.scores.forEach(
        (rule, score) -> score.examples.stream().limit(3).forEach(System.out::println));
    System.out.println(board.forms + " forms " + (System.nanoTime() - start) / 1000000 + " ms");
  }
}
