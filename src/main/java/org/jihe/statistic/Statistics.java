package org.jihe.statistic;

import java.util.ArrayList;
import java.util.HashMap;
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
import scala.Tuple2;

/** The department-wide statistics: forms and findings in, one row a group out. */
public final class Statistics implements AutoCloseable {

  private static final Pattern INDICATOR = Pattern.compile("indicators\\[(\\d+)].*");

  private final SparkSession spark;
  private final JavaRDD<Tuple2<AcceptedForm, List<Finding>>> checked;

  private Statistics(SparkSession spark, JavaRDD<Tuple2<AcceptedForm, List<Finding>>> checked) {
    this.spark = spark;
    this.checked = checked;
  }

  /**
   * Statistics of forms and their findings.
   *
   * @param forms rows of the table {@code forms}
   * @param findings rows of the table {@code findings}
   */
  public static Statistics of(Dataset<Row> forms, Dataset<Row> findings) {
    return new Statistics(
        forms.sparkSession(),
        withFindings(forms, findings).persist(StorageLevel.MEMORY_AND_DISK()));
  }

  /** Rows of the table {@code department_statistics}. */
  public Dataset<Row> departments(GradeBands grades) {
    JavaRDD<Row> rows =
        checked
            .mapPartitionsToPair(
                forms -> {
                  Map<DepartmentKey, DepartmentState> states = new HashMap<>();
                  forms.forEachRemaining(
                      one ->
                          states
                              .computeIfAbsent(
                                  DepartmentKey.of(one._1), key -> new DepartmentState())
                              .add(one._1.form(), one._2, grades));
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
                  forms.forEachRemaining(one -> add(states, one._1, one._2));
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

  private static JavaRDD<Tuple2<AcceptedForm, List<Finding>>> withFindings(
      Dataset<Row> forms, Dataset<Row> findings) {
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
    return byId.cogroup(found)
        .values()
        .flatMap(
            group -> {
              List<Tuple2<AcceptedForm, List<Finding>>> checked = new ArrayList<>();
              List<Finding> its = new ArrayList<>();
              group._2.forEach(its::add);
              group._1.forEach(form -> checked.add(new Tuple2<>(form, its)));
              return checked.iterator();
            });
  }

  private static <K, V> java.util.Iterator<Tuple2<K, V>> pairs(Map<K, V> states) {
    return states.entrySet().stream()
        .map(state -> new Tuple2<>(state.getKey(), state.getValue()))
        .iterator();
  }
}
