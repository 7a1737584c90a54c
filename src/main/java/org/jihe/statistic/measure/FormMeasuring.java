package org.jihe.statistic.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.finding.Severity;
import org.jihe.form.DepartmentName;
import org.jihe.form.Field;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.form.department.DepartmentLine;
import org.jihe.form.department.Departments;
import org.jihe.form.measure.Measure;
import org.jihe.form.measure.Measures;
import org.jihe.statistic.measure.FormMeasures.Found;
import org.jihe.statistic.measure.FormMeasures.Marks;
import org.jihe.statistic.measure.FormMeasures.Money;
import org.jihe.statistic.measure.FormMeasures.Place;
import org.jihe.statistic.measure.FormMeasures.Score;
import org.jihe.statistic.measure.FormMeasures.Scored;
import org.jihe.table.AcceptedForm;
import org.jspecify.annotations.Nullable;

/** A form's measures in the making: the form first, then what was found in it. */
public final class FormMeasuring {

  /** The rule that finds an achievement that repeats the objective. */
  private static final String COPIED = "ObjectiveCopied";

  /** Budgets that differ by so much are in different units, or one is mistyped. */
  private static final BigDecimal SUSPECT = BigDecimal.valueOf(5);

  private static final String QUANTITY = "数量";
  private static final int NAME_END = 4;
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Place place;
  private final SelfEvaluation form;
  private final Score score;
  private final boolean cost;
  private int errors;
  private int doubts;
  private int notes;
  private boolean copied;
  private final Map<String, Integer> byRule = new TreeMap<>();

  /**
   * What is known of a form beside itself.
   *
   * @param jurisdiction id of the jurisdiction that it was checked by
   * @param projectKind kind of its project
   * @param cost it has an indicator of cost
   * @param grade the grade that its total earns; null where it earns none
   * @param topGrade the best grade there is
   * @param claimed the total as it was audited
   * @param supported the most points that it supports
   */
  public record Traits(
      String jurisdiction,
      String projectKind,
      boolean cost,
      @Nullable String grade,
      String topGrade,
      @Nullable BigDecimal claimed,
      @Nullable BigDecimal supported) {}

  /** Begins with a form. */
  public FormMeasuring(AcceptedForm accepted, Departments departments, Traits traits) {
    this.form = accepted.form();
    String printed = form.supervisingDepartment().printed();
    DepartmentLine line = departments.line(printed);
    String agency = form.implementingAgency().printed();
    this.place =
        new Place(
            accepted.dossier(),
            accepted.formId(),
            departments.identity(printed),
            line == null ? tight(printed) : line.department(),
            DepartmentName.identity(agency),
            tight(agency),
            line == null ? null : line.group(),
            line == null ? null : line.kind(),
            form.year().value(),
            form.projectName().printed(),
            traits.jurisdiction(),
            traits.projectKind(),
            SizeClass.of(form.funding().total().finalBudget().value()).label());
    this.score =
        new Score(
            form.total().score().value(),
            traits.grade(),
            traits.topGrade().equals(traits.grade()),
            traits.claimed(),
            traits.supported());
    this.cost = traits.cost();
  }

  private static @Nullable String tight(@Nullable String name) {
    return name == null ? null : Texts.folded(name);
  }

  /** Adds what a rule found in the form; what is waived is not to be added. */
  public void add(String rule, Severity severity) {
    switch (severity) {
      case ERROR -> errors++;
      case DOUBT -> doubts++;
      case NOTE -> notes++;
    }
    byRule.merge(rule, 1, Integer::sum);
    copied |= rule.equals(COPIED);
  }

  /** The measures. */
  public FormMeasures done() {
    FundingRow total = form.funding().total();
    Money money =
        new Money(
            total.originalBudget().value(),
            total.finalBudget().value(),
            total.actualExpenditure().value());
    return new FormMeasures(
        place,
        isCancelled(money),
        isSuspect(money),
        money,
        score,
        marks(),
        new Found(errors, doubts, notes, byRule),
        form.recovery().guesses().size());
  }

  private static boolean isCancelled(Money money) {
    return sign(money.originalBudget()) > 0
        && sign(money.finalBudget()) == 0
        && sign(money.actualExpenditure()) == 0;
  }

  private static int sign(@Nullable BigDecimal value) {
    return value == null ? -1 : value.signum();
  }

  private static boolean isSuspect(Money money) {
    BigDecimal before = money.originalBudget();
    BigDecimal budget = money.finalBudget();
    BigDecimal spent = money.actualExpenditure();
    if (budget == null) {
      return false;
    }
    boolean over = spent != null && spent.compareTo(budget) > 0;
    boolean apart =
        before != null
            && before.signum() > 0
            && budget.signum() > 0
            && before.max(budget).compareTo(before.min(budget).multiply(SUSPECT)) >= 0;
    return over || apart;
  }

  private Marks marks() {
    int full = 0;
    int blank = 0;
    int read = 0;
    int qualitative = 0;
    int lost = 0;
    int unexplained = 0;
    List<Scored> scored = new ArrayList<>();
    Indicator quantity = null;
    for (int row = 0; row < form.indicators().size(); row++) {
      Indicator indicator = form.indicators().get(row);
      BigDecimal most = indicator.maxScore().value();
      BigDecimal given = indicator.score().value();
      if (most != null && given != null && most.signum() > 0) {
        if (isComplete(indicator)) {
          double share = given.divide(most, 6, RoundingMode.HALF_UP).doubleValue();
          scored.add(new Scored(likeness(indicator), row, share));
        }
        int under = given.compareTo(most);
        full += under == 0 ? 1 : 0;
        lost += under < 0 ? 1 : 0;
        unexplained += under < 0 && isBlank(row, FormFields.VARIANCE_EXPLANATION) ? 1 : 0;
      }
      blank += isBlank(row, FormFields.ACTUAL) ? 1 : 0;
      Measure target = Measures.read(indicator.target().printed());
      if (target.kind() != Measure.Kind.BLANK && !target.uncertain()) {
        read++;
        qualitative += target.qualitative() ? 1 : 0;
      }
      if (quantity == null && isQuantity(indicator)) {
        quantity = indicator;
      }
    }
    return new Marks(
        form.indicators().size(),
        full,
        blank,
        read,
        qualitative,
        lost,
        unexplained,
        !form.annualObjective().planned().isBlank() && !form.annualObjective().achieved().isBlank(),
        copied,
        cost,
        quantity == null ? null : quantityName(quantity),
        quantity == null ? null : quantity(quantity),
        scored);
  }

  /** True where nothing is printed; what was not read is not blank. */
  private boolean isBlank(int row, FormColumn<Indicator, String> column) {
    return column.of(form.indicators().get(row)).isBlank()
        && !form.isUnread(FormPath.text(row, column.name()));
  }

  private static boolean isComplete(Indicator indicator) {
    return !indicator.name().isBlank()
        && !indicator.target().isBlank()
        && !indicator.actual().isBlank();
  }

  /** The first indicator of quantity that counts something. */
  private static boolean isQuantity(Indicator indicator) {
    String aspect = indicator.aspect().printed();
    return aspect != null
        && aspect.contains(QUANTITY)
        && quantity(indicator) != null
        && !unit(indicator).isEmpty();
  }

  /**
   * How much is paid for: what was planned, and where the target says no number what was done. Who
   * delivers less than planned for all of the money has not paid another price; that is told by
   * other figures.
   */
  private static @Nullable BigDecimal quantity(Indicator indicator) {
    BigDecimal planned = counted(Measures.read(indicator.target().printed()));
    return planned == null ? counted(Measures.read(indicator.actual().printed())) : planned;
  }

  private static @Nullable BigDecimal counted(Measure measure) {
    BigDecimal number = measure.magnitude();
    return measure.quantitative() && !measure.percent() && number != null && number.signum() > 0
        ? number
        : null;
  }

  /** A target without a unit counts what the actual value counts. */
  private static String unit(Indicator indicator) {
    String unit = Measures.read(indicator.target().printed()).unit();
    return unit.isEmpty() ? Measures.read(indicator.actual().printed()).unit() : unit;
  }

  /**
   * What is counted: the end of the name, where Chinese says it, and the unit. What stands before
   * it is mostly the project's own.
   */
  private static String quantityName(Indicator indicator) {
    String name = Texts.normalised(indicator.name().printed());
    String end = name.substring(Math.max(0, name.length() - NAME_END));
    return end + "（" + unit(indicator) + "）";
  }

  /** A number for name, target and actual value; two of all that there are may share one. */
  private static long likeness(Indicator indicator) {
    long hash = FNV_BASIS;
    for (Field<String> field : List.of(indicator.name(), indicator.target(), indicator.actual())) {
      for (byte one : Texts.folded(field.printed()).getBytes(StandardCharsets.UTF_8)) {
        hash = (hash ^ (one & 0xff)) * FNV_PRIME;
      }
      hash = (hash ^ 0x1f) * FNV_PRIME;
    }
    return hash;
  }
}
