package org.jihe.rule.audit;

import java.math.BigDecimal;
import org.jihe.form.measure.Measure;
import org.jihe.rule.answer.Repetition;
import org.jihe.rule.fact.IndicatorFact;
import org.jihe.rule.fact.wording.QualitativeBand;
import org.jspecify.annotations.Nullable;

/** The band of its points that an indicator earns by its words, where no two numbers decide. */
final class WordedBands {

  private WordedBands() {}

  /** What the words say; null where they, or a number without its like, decide nothing. */
  static @Nullable QualitativeBand of(IndicatorFact row) {
    if (row.negativeActual()) {
      return QualitativeBand.UNMET;
    }
    if (row.partialActual()) {
      return QualitativeBand.PARTLY_MET;
    }
    if (Repetition.in(row.indicator())) {
      return QualitativeBand.MET;
    }
    Measure target = row.targetMeasure();
    return target.quantitative() || target.uncertain() ? orMet(row) : ofWantedWords(row);
  }

  /** The target is words, so a bare number speaks of it as a whole. */
  private static @Nullable QualitativeBand ofWantedWords(IndicatorFact row) {
    Measure actual = row.actualMeasure();
    if (actual.zero() && !row.incident()) {
      return QualitativeBand.UNMET;
    }
    boolean share = actual.percent() && actual.comparator() == Measure.Comparator.NONE;
    return share ? ofPercent(actual.magnitude()) : orMet(row);
  }

  private static @Nullable QualitativeBand orMet(IndicatorFact row) {
    // A deduction with its reason says that something was left, in words that are not understood.
    boolean deducted = !row.explanationBlank() && !row.full();
    return row.actualMeasure().qualitative() && !deducted ? QualitativeBand.MET : null;
  }

  private static @Nullable QualitativeBand ofPercent(@Nullable BigDecimal percent) {
    if (percent == null) {
      return null;
    }
    BigDecimal share = percent.movePointLeft(2);
    if (share.compareTo(QualitativeBand.MET.from()) >= 0) {
      return QualitativeBand.MET;
    }
    return share.compareTo(QualitativeBand.PARTLY_MET.from()) >= 0
        ? QualitativeBand.PARTLY_MET
        : QualitativeBand.UNMET;
  }
}
