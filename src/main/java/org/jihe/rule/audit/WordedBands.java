package org.jihe.rule.audit;

import java.math.BigDecimal;
import org.jihe.form.measure.Measure;
import org.jihe.rule.answer.Answer;
import org.jihe.rule.fact.IndicatorFact;
import org.jihe.rule.fact.wording.QualitativeBand;
import org.jspecify.annotations.Nullable;

/** The band of its points that an indicator earns by its words, where no two numbers decide. */
final class WordedBands {

  private WordedBands() {}

  /**
   * What the answer supports; null where it decides nothing. What is not understood supports no
   * score and excludes none, and so does a target that was copied.
   */
  static @Nullable QualitativeBand of(IndicatorFact row) {
    Answer answer = row.answer();
    return switch (answer.verdict()) {
      case NOT_MET -> QualitativeBand.UNMET;
      case PARTLY -> QualitativeBand.PARTLY_MET;
      case MET -> answer.reason() == Answer.Reason.REPEATED ? null : unlessDeducted(row);
      case UNDECIDED -> row.targetMeasure().qualitative() ? ofWantedWords(row) : null;
    };
  }

  private static @Nullable QualitativeBand unlessDeducted(IndicatorFact row) {
    // A deduction with its reason says that something was left, in words that are not understood.
    return row.explanationBlank() || row.full() ? QualitativeBand.MET : null;
  }

  /** The target is words, so a bare number speaks of it as a whole. */
  private static @Nullable QualitativeBand ofWantedWords(IndicatorFact row) {
    Measure actual = row.actualMeasure();
    if (actual.zero() && !row.incident()) {
      return QualitativeBand.UNMET;
    }
    boolean share = actual.percent() && actual.comparator() == Measure.Comparator.NONE;
    return share ? ofPercent(actual.magnitude()) : null;
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
