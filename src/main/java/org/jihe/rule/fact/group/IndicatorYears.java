package org.jihe.rule.fact.group;

import java.math.BigDecimal;
import java.util.List;
import org.drools.model.Drools;
import org.jihe.form.measure.Measure;
import org.jihe.form.measure.Measures;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.fact.Evidence;
import org.jspecify.annotations.Nullable;

/** One indicator of a project this year and last year, found again by its name. */
public final class IndicatorYears extends GroupFact {

  private final ProjectDigest project;
  private final ProjectDigest lastProject;
  private final int row;
  private final IndicatorDigest now;
  private final IndicatorDigest before;
  private final Measure target;
  private final Measure lastActual;

  IndicatorYears(
      GroupFacts facts,
      ProjectDigest project,
      ProjectDigest lastProject,
      int row,
      IndicatorDigest before) {
    super(facts, key(project, row), List.of(project));
    this.project = project;
    this.lastProject = lastProject;
    this.row = row;
    this.now = project.indicators().get(row);
    this.before = before;
    this.target = Measures.read(now.target());
    this.lastActual = Measures.read(before.actual());
  }

  /** The row's name, and its number among rows of that name: rows move. */
  private static String key(ProjectDigest project, int row) {
    String name = project.indicators().get(row).name();
    long before =
        project.indicators().stream().limit(row).filter(one -> one.name().equals(name)).count();
    return project.formId() + "[" + name + (before == 0 ? "" : "#" + (before + 1)) + "]";
  }

  /**
   * True where a higher value is better, and target and last year's actual value count the same.
   */
  public boolean comparable() {
    return now.moreIsBetter() && target.comparableWith(lastActual);
  }

  /** This year's target. */
  public @Nullable BigDecimal target() {
    return target.magnitude();
  }

  /** Last year's actual value. */
  public @Nullable BigDecimal lastActual() {
    return lastActual.magnitude();
  }

  public @Nullable String printedTarget() {
    return now.target();
  }

  public @Nullable String printedLastActual() {
    return before.actual();
  }

  /** True where this year explains a deviation in last year's words. */
  public boolean sameExplanation() {
    return !now.explanation().isEmpty() && now.explanation().equals(before.explanation());
  }

  public @Nullable String explanation() {
    String text = now.printedExplanation();
    return text == null ? null : ReusedText.shortened(text);
  }

  /** Reports one of the indicator's cells, such as {@code target}. */
  @Override
  public Evidence report(Drools rule, String cell) {
    return report(rule, Cells.indicatorPath(row, cell), List.of(project, lastProject))
        .with("indicator", now.printedName())
        .with("lastYear", lastProject.year());
  }
}
