package org.jihe.generate.defect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jihe.generate.draft.Chance;

/** All defects by name, and which come next. */
public final class Defects {

  private static final Map<String, Defect> ALL = all();

  /** Rules whose findings are errors: with one, a high score is doubtful. */
  private static final List<String> ERRORS =
      List.of(
          "HeaderFieldMissing",
          "PlannedObjectiveMissing",
          "AchievedObjectiveMissing",
          "ActualValueMissing",
          "ScoredWithoutActual",
          "TargetMissing",
          "ScoreMissing",
          "VarianceExplanationMissing",
          "PlaceholderText",
          "MaxScoreSumMismatch",
          "ScoreSumMismatch",
          "ScoreOutOfRange",
          "ExecutionRateMismatch",
          "ExecutionScoreMismatch",
          "OverExecution",
          "FundingPartExceedsTotal",
          "FundingTotalZero",
          "GradeMismatch",
          "CategoryMaxScoreMismatch",
          "ZeroExecutionScored",
          "QuantitativeOverscored",
          "UnmetButFull");

  private Defects() {}

  private static Map<String, Defect> all() {
    Map<String, Defect> all = new LinkedHashMap<>();
    CompletenessDefects.addTo(all);
    ArithmeticDefects.addTo(all);
    ExecutionDefects.addTo(all);
    ScoringDefects.addTo(all);
    TargetDefects.addTo(all);
    WordingDefects.addTo(all);
    StructureDefects.addTo(all);
    DossierDefects.addTo(all);
    HistoryDefects.addTo(all);
    RegistryDefects.addTo(all);
    Outliers.addTo(all);
    return all;
  }

  /** Errors of one form alone; benefits or outputs that are missing are one, too. */
  static boolean isError(Truth.Line line) {
    return ERRORS.contains(line.rule())
        || (line.rule().equals("CategoryMissing") && !line.subject().endsWith("satisfaction"));
  }

  public static Defect named(String name) {
    Defect defect = ALL.get(name);
    if (defect == null) {
      throw new IllegalArgumentException("no defect " + name);
    }
    return defect;
  }

  /** All names in an order of chance. */
  public static List<String> shuffled(Chance chance) {
    List<String> rest = new ArrayList<>(ALL.keySet());
    List<String> shuffled = new ArrayList<>();
    while (!rest.isEmpty()) {
      shuffled.add(rest.remove(chance.between(0, rest.size() - 1)));
    }
    return shuffled;
  }
}
