package org.jihe.statistic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.statistic.measure.FormMeasures;
import org.jihe.statistic.measure.FormMeasures.Found;
import org.jihe.statistic.measure.FormMeasures.Marks;
import org.jihe.statistic.measure.FormMeasures.Money;
import org.jihe.statistic.measure.FormMeasures.Place;
import org.jihe.statistic.measure.FormMeasures.Score;
import org.jihe.statistic.measure.FormMeasures.Scored;
import org.jihe.table.Decimals;
import org.jihe.table.SparkMaps;
import org.jihe.table.StatisticSchemas;
import org.jspecify.annotations.Nullable;

/** Measures of forms to rows of {@link StatisticSchemas#FORM_MEASURES} and back. */
public final class FormMeasuresCodec {

  private FormMeasuresCodec() {}

  /** The row of a form. */
  public static Row toRow(FormMeasures form) {
    Place place = form.place();
    Money money = form.money();
    Score score = form.score();
    Marks marks = form.marks();
    List<Row> scored = new ArrayList<>(marks.scored().size());
    marks
        .scored()
        .forEach(one -> scored.add(RowFactory.create(one.likeness(), one.row(), one.share())));
    return RowFactory.create(
        place.dossier(),
        place.formId(),
        place.departmentKey(),
        place.department(),
        place.agencyKey(),
        place.agency(),
        place.group(),
        place.departmentKind(),
        place.year(),
        place.project(),
        place.jurisdiction(),
        place.projectKind(),
        place.sizeClass(),
        form.cancelled(),
        form.suspectAmounts(),
        Decimals.asStored(money.originalBudget()),
        Decimals.asStored(money.finalBudget()),
        Decimals.asStored(money.actualExpenditure()),
        Decimals.asStored(score.total()),
        score.grade(),
        score.top(),
        Decimals.asStored(score.claimed()),
        Decimals.asStored(score.supported()),
        (long) marks.indicators(),
        (long) marks.full(),
        (long) marks.blankActuals(),
        (long) marks.targetsRead(),
        (long) marks.qualitative(),
        (long) marks.lost(),
        (long) marks.unexplained(),
        marks.bothObjectives(),
        marks.copiedObjective(),
        marks.cost(),
        (long) form.found().errors(),
        (long) form.found().doubts(),
        (long) form.found().notes(),
        (long) form.guesses(),
        marks.quantityName(),
        Decimals.asStored(marks.quantity()),
        scored.toArray(),
        SparkMaps.of(counts(form.found().byRule())));
  }

  /** The measures of a row. */
  public static FormMeasures fromRow(Row row) {
    Place place =
        new Place(
            row.getAs("dossier"),
            row.getAs("formId"),
            row.getAs("departmentKey"),
            row.getAs("department"),
            row.getAs("agencyKey"),
            row.getAs("agency"),
            row.getAs("departmentGroup"),
            row.getAs("departmentKind"),
            row.getAs("year"),
            row.getAs("project"),
            row.getAs("jurisdiction"),
            row.getAs("projectKind"),
            row.getAs("sizeClass"));
    List<Scored> scored = new ArrayList<>();
    for (Row one : row.<Row>getList(row.fieldIndex("scoredIndicators"))) {
      scored.add(new Scored(one.getLong(0), one.getInt(1), one.getDouble(2)));
    }
    return new FormMeasures(
        place,
        row.<Boolean>getAs("cancelled"),
        row.<Boolean>getAs("suspectAmounts"),
        new Money(
            decimal(row, "originalBudget"),
            decimal(row, "finalBudget"),
            decimal(row, "actualExpenditure")),
        new Score(
            decimal(row, "score"),
            row.getAs("grade"),
            row.<Boolean>getAs("topGrade"),
            decimal(row, "claimed"),
            decimal(row, "supported")),
        new Marks(
            count(row, "indicators"),
            count(row, "fullIndicators"),
            count(row, "blankActuals"),
            count(row, "targetsRead"),
            count(row, "qualitativeTargets"),
            count(row, "lostPoints"),
            count(row, "unexplainedLosses"),
            row.<Boolean>getAs("bothObjectives"),
            row.<Boolean>getAs("copiedObjective"),
            row.<Boolean>getAs("costIndicator"),
            row.getAs("quantityName"),
            decimal(row, "quantity"),
            scored),
        new Found(count(row, "errors"), count(row, "doubts"), count(row, "notes"), byRule(row)),
        count(row, "guesses"));
  }

  private static Map<String, Long> counts(Map<String, Integer> byRule) {
    Map<String, Long> counts = new TreeMap<>();
    byRule.forEach((rule, count) -> counts.put(rule, (long) count));
    return counts;
  }

  /** There are few rules and many forms: each rule's name is kept once. */
  private static Map<String, Integer> byRule(Row row) {
    Map<String, Integer> byRule = new TreeMap<>();
    row.<String, Long>getJavaMap(row.fieldIndex("findingsByRule"))
        .forEach((rule, count) -> byRule.put(rule.intern(), Math.toIntExact(count)));
    return byRule;
  }

  private static @Nullable BigDecimal decimal(Row row, String column) {
    return Decimals.plain(row.getAs(column));
  }

  private static int count(Row row, String column) {
    return Math.toIntExact(row.<Long>getAs(column));
  }
}
