package org.jihe.rule.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jihe.finding.ScoreAudit;
import org.jihe.finding.ScoreAudit.Basis;
import org.jihe.finding.ScoreAudit.Line;
import org.jihe.finding.ScoreAudit.Range;
import org.jihe.form.measure.Figures;
import org.jihe.rule.answer.Attainment;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.fact.FormFact;
import org.jihe.rule.fact.IndicatorFact;
import org.jihe.rule.fact.wording.QualitativeBand;
import org.jspecify.annotations.Nullable;

/** Draws up the score audit of a form from its facts. */
public final class ScoreAudits {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Scores that nobody printed are given with as many decimals. */
  private static final int DECIMALS = 2;

  private ScoreAudits() {}

  /** The audit of a form whose facts these are. */
  public static ScoreAudit of(String formId, FormFact form) {
    List<IndicatorFact> rows = form.indicators().rows();
    List<Line> lines = new ArrayList<>(rows.size() + 1);
    Line execution = execution(form);
    lines.add(execution);
    for (IndicatorFact row : rows) {
      lines.add(form.unspent() ? unspent(row) : indicator(row));
    }
    return new ScoreAudit(
        formId,
        form.parameters().jurisdiction(),
        form.scores().earnedGrade(),
        total(form, execution, lines),
        lines);
  }

  private static Line execution(FormFact form) {
    BigDecimal exact = form.execution().exactScore();
    BigDecimal max = form.execution().maxScore();
    BigDecimal claimed = form.execution().score();
    BigDecimal spent = form.actualExpenditure();
    if (exact == null && spent != null && spent.signum() == 0) {
      exact = BigDecimal.ZERO; // without a budget and without expenditure nothing was executed
    }
    if (exact == null) {
      return undecided(Cells.FUNDING_SCORE, "", max, claimed);
    }
    int scale = claimed == null ? DECIMALS : Math.max(claimed.scale(), 0);
    String arithmetic =
        form.execution().scoreArithmetic()
            + " = "
            + Figures.text(exact.setScale(Math.max(scale, DECIMALS), RoundingMode.HALF_UP));
    return line(
        Cells.FUNDING_SCORE,
        "",
        Basis.EXECUTION,
        max,
        claimed,
        new Range(
            exact.setScale(scale, RoundingMode.FLOOR), exact.setScale(scale, RoundingMode.CEILING)),
        arithmetic);
  }

  /** Nothing was spent, so that nothing was done for it. */
  private static Line unspent(IndicatorFact row) {
    Range nothing = new Range(BigDecimal.ZERO, BigDecimal.ZERO);
    Basis basis = row.actualBlank() ? Basis.BLANK : Basis.UNMET;
    String name = String.valueOf(row.indicator().name().printed());
    return line(row.path("score"), name, basis, row.maxScore(), row.score(), nothing, "0 → 0");
  }

  private static Line indicator(IndicatorFact row) {
    String subject = row.path("score");
    String name = String.valueOf(row.indicator().name().printed());
    BigDecimal max = row.maxScore();
    BigDecimal claimed = row.score();
    if (row.actualBlank()) {
      Range nothing = new Range(BigDecimal.ZERO, BigDecimal.ZERO);
      return line(subject, name, Basis.BLANK, max, claimed, nothing, "— → 0");
    }
    if (max == null) {
      return undecided(subject, name, null, claimed);
    }
    BigDecimal exact = row.attainment().score(max);
    if (exact != null) {
      Range range = quantitative(row, exact, max);
      String arithmetic = row.points().arithmetic();
      return line(subject, name, Basis.QUANTITATIVE, max, claimed, range, arithmetic);
    }
    QualitativeBand band = WordedBands.of(row);
    if (band == null) {
      return undecided(subject, name, max, claimed);
    }
    Range range = new Range(max.multiply(band.from()), max.multiply(band.to()));
    String shares = percent(band.from()) + "–" + percent(band.to());
    String arithmetic = Figures.text(max) + " × " + shares;
    return line(subject, name, basis(band), max, claimed, range, arithmetic);
  }

  /** The exact score with what the rules let pass as rounding. */
  private static Range quantitative(IndicatorFact row, BigDecimal exact, BigDecimal max) {
    boolean met = row.attainment().state() == Attainment.State.MET;
    BigDecimal below = met ? BigDecimal.ZERO : row.limit("QuantitativeUnderscored.tolerance");
    BigDecimal above = met ? BigDecimal.ZERO : row.limit("QuantitativeOverscored.tolerance");
    return new Range(
        rounded(exact.subtract(below).max(BigDecimal.ZERO), RoundingMode.CEILING),
        rounded(exact.add(above).min(max), RoundingMode.FLOOR));
  }

  private static String percent(BigDecimal share) {
    return Figures.text(HUNDRED.multiply(share)) + "%";
  }

  private static Basis basis(QualitativeBand band) {
    return switch (band) {
      case MET -> Basis.MET;
      case PARTLY_MET -> Basis.PARTLY_MET;
      case UNMET -> Basis.UNMET;
    };
  }

  private static Line undecided(
      String subject, String name, @Nullable BigDecimal max, @Nullable BigDecimal claimed) {
    BigDecimal low = max == null ? null : BigDecimal.ZERO;
    String arithmetic = max == null ? "" : "0–" + Figures.text(max);
    return line(subject, name, Basis.UNDECIDED, max, claimed, new Range(low, max), arithmetic);
  }

  private static Line total(FormFact form, Line execution, List<Line> lines) {
    BigDecimal low = BigDecimal.ZERO;
    BigDecimal high = BigDecimal.ZERO;
    for (Line line : lines) {
      low = sum(low, line.low());
      high = sum(high, line.high());
    }
    return line(
        Cells.TOTAL_SCORE,
        "",
        Basis.TOTAL,
        form.totalMaxScore(),
        form.totalScore(),
        new Range(stretched(low, form, BigDecimal::min), stretched(high, form, BigDecimal::max)),
        arithmetic(low, high, execution.range()));
  }

  /** 预算执行 + 指标 = 总分; empty where one of them cannot be told. */
  private static String arithmetic(
      @Nullable BigDecimal low, @Nullable BigDecimal high, Range execution) {
    BigDecimal least = execution.low();
    BigDecimal most = execution.high();
    return low == null || high == null || least == null || most == null
        ? ""
        : range(least, most)
            + " + "
            + range(low.subtract(least), high.subtract(most))
            + " = "
            + range(low, high);
  }

  /** A bound, moved to the claimed total where that misses it by what the rules let pass. */
  private static @Nullable BigDecimal stretched(
      @Nullable BigDecimal bound, FormFact form, BinaryOperator<BigDecimal> further) {
    BigDecimal claimed = form.totalScore();
    if (bound == null || claimed == null) {
      return bound;
    }
    BigDecimal tolerance = form.limit("ScoreSumMismatch.tolerance");
    boolean near = claimed.subtract(bound).abs().compareTo(tolerance) <= 0;
    return near ? further.apply(bound, claimed) : bound;
  }

  private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? null : one.add(other);
  }

  private static String range(BigDecimal low, BigDecimal high) {
    return low.compareTo(high) == 0
        ? Figures.text(low)
        : "(" + Figures.text(low) + "–" + Figures.text(high) + ")";
  }

  private static BigDecimal rounded(BigDecimal number, RoundingMode direction) {
    return number.setScale(DECIMALS, direction);
  }

  private static Line line(
      String subject,
      String name,
      Basis basis,
      @Nullable BigDecimal max,
      @Nullable BigDecimal claimed,
      Range range,
      String arithmetic) {
    BigDecimal high = range.high();
    BigDecimal over =
        claimed == null || high == null
            ? BigDecimal.ZERO
            : claimed.subtract(high).max(BigDecimal.ZERO);
    return new Line(subject, name, basis, max, claimed, range, over, arithmetic);
  }
}
