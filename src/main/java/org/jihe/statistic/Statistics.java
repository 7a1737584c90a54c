package org.jihe.statistic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jihe.finding.Finding;
import org.jihe.form.Indicator;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.table.Rows;
import org.jihe.table.StatisticSchemas;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** The department-wide statistics: forms and findings in, one row a group out. */
public final class Statistics implements AutoCloseable {

  private static final Pattern INDICATOR = Pattern.compile("indicators\\[(\\d+)].*");

  private final SparkSession spark;
  private final JavaRDD<Checked> checked;

  /** A form, what was found, and the grade that its total earns. */
  private record Checked(AcceptedForm form, List<Finding> findings, @Nullable String grade)
      implements Serializable {}

  private Statistics(SparkSession spark, JavaRDD<Checked> checked) {
    this.spark = spark;
    this.checked = checked;
  }

  /**
   * Statistics of forms and their findings.
   *
   * @param forms rows of the table {@code forms}
   * @param findings rows of the table {@code findings}
   * @param audits rows of the table {@code score_audit}, for the grades
   */
  public static Statistics of(Dataset<Row> forms, Dataset<Row> findings, Dataset<Row> audits) {
    return new Statistics(
        forms.sparkSession(),
        withFindings(forms, findings, audits).persist(StorageLevel.MEMORY_AND_DISK()));
  }

  /** Rows of the table {@code department_statistics}. */
  public Dataset<Row> departments() {
    JavaRDD<Row> rows =
        checked
            .mapPartitionsToPair(
                forms -> {
                  Map<DepartmentKey, DepartmentState> states = new HashMap<>();
                  forms.forEachRemaining(
                      one ->
                          states
                              .computeIfAbsent(
                                  DepartmentKey.of(one.form), key -> new DepartmentState())
                              .add(one.form.form(), one.findings, one.grade));
                  return pairs(states);
                })
            .reduceByKey(DepartmentState::merge)
            .map(group -> group._2.toRow(group._1));
    return spark.createDataFrame(rows, StatisticSchemas.DEPARTMENT);
  }

  /** Rows of the table {@code indicator_statistics}. */
  public Dataset<Row> indicators() {
    JavaRDD<Row> rows =
        checked
            .mapPartitionsToPair(
                forms -> {
                  Map<IndicatorKey, IndicatorState> states = new HashMap<>();
                  forms.forEachRemaining(one -> add(states, one.form, one.findings));
                  return pairs(states);
                })
            .reduceByKey(IndicatorState::merge)
            .map(group -> group._2.toRow(group._1));
    return spark.createDataFrame(rows, StatisticSchemas.INDICATOR);
  }

  /** Lets go of the forms that were kept for several statistics. */
  @Override
  public void close() {
    checked.unpersist();
  }

  private static void add(
      Map<IndicatorKey, IndicatorState> states, AcceptedForm form, List<Finding> findings) {
    Map<Integer, Long> counts = new HashMap<>();
    for (Finding finding : findings) {
      Matcher subject = INDICATOR.matcher(finding.subject());
      if (subject.matches()) {
        counts.merge(Integer.valueOf(subject.group(1)), 1L, Long::sum);
      }
    }
    DepartmentKey department = DepartmentKey.of(form);
    List<Indicator> indicators = form.form().indicators();
    for (int i = 0; i < indicators.size(); i++) {
      Indicator indicator = indicators.get(i);
      IndicatorKey key =
          new IndicatorKey(department, indicator.category().value(), indicator.aspect().value());
      states
          .computeIfAbsent(key, k -> new IndicatorState())
          .add(indicator, counts.getOrDefault(i, 0L));
    }
  }

  private static JavaRDD<Checked> withFindings(
      Dataset<Row> forms, Dataset<Row> findings, Dataset<Row> audits) {
    JavaPairRDD<String, AcceptedForm> byId =
        Rows.of(forms)
            .mapToPair(
                row -> {
                  AcceptedForm form = FormCodec.fromRow(row);
                  return new Tuple2<>(form.formId(), form);
                });
    JavaPairRDD<String, Finding> found =
        Rows.of(findings)
            .mapToPair(
                row -> {
                  Finding finding = FindingCodec.fromRow(row);
                  return new Tuple2<>(finding.formId(), finding);
                });
    JavaPairRDD<String, String> grades =
        Rows.of(audits.select("formId", "grade").filter("grade is not null"))
            .mapToPair(row -> new Tuple2<>(row.getString(0), row.getString(1)));
    return byId.cogroup(found, grades)
        .values()
        .flatMap(
            group -> {
              List<Checked> checked = new ArrayList<>();
              List<Finding> its = new ArrayList<>();
              group._2().forEach(its::add);
              Iterator<String> grade = group._3().iterator();
              String earned = grade.hasNext() ? grade.next() : null;
              group._1().forEach(form -> checked.add(new Checked(form, its, earned)));
              return checked.iterator();
            });
  }

  private static <K, V> Iterator<Tuple2<K, V>> pairs(Map<K, V> states) {
    return states.entrySet().stream()
        .map(state -> new Tuple2<>(state.getKey(), state.getValue()))
        .iterator();
  }
}
