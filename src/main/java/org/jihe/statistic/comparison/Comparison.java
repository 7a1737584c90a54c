package org.jihe.statistic.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.statistic.measure.FormMeasures;

/**
 * Adds up the measures of every department and year. The district is all of them together, and only
 * departments of one year are held against each other.
 */
public final class Comparison {

  private final int fewest;
  private final TreeMap<Integer, TreeMap<String, DepartmentSums>> years = new TreeMap<>();

  /** A department's sums. */
  static final class DepartmentSums {

    final String name;
    long forms;
    final Map<ComparedMeasure, MeasureState> measures = new EnumMap<>(ComparedMeasure.class);

    DepartmentSums(String name) {
      this.name = name;
    }

    MeasureState of(ComparedMeasure measure) {
      return measures.computeIfAbsent(measure, one -> new MeasureState());
    }
  }

  /**
   * Nothing yet.
   *
   * @param fewest forms that a department must have to be compared and ranked
   */
  public Comparison(int fewest) {
    this.fewest = fewest;
  }

  /** Adds a form; one without a year is in no comparison. */
  public void add(FormMeasures form) {
    Integer year = form.place().year();
    if (year == null) {
      return;
    }
    DepartmentSums sums =
        years
            .computeIfAbsent(year, one -> new TreeMap<>())
            .computeIfAbsent(form.place().departmentKey(), key -> new DepartmentSums(name(form)));
    if (form.cancelled()) {
      return;
    }
    sums.forms++;
    for (ComparedMeasure measure : ComparedMeasure.values()) {
      measure.add(sums.of(measure), form);
    }
  }

  private static String name(FormMeasures form) {
    String printed = form.place().department();
    return printed == null ? form.place().departmentKey() : printed;
  }

  /** Every department's figures, by year, measure and department. */
  public List<Compared> done() {
    List<Compared> all = new ArrayList<>();
    years.forEach(
        (year, departments) -> {
          List<DepartmentSums> sums = List.copyOf(departments.values());
          for (ComparedMeasure measure : ComparedMeasure.values()) {
            all.addAll(new Judging(year, measure, fewest, sums).done());
          }
        });
    return all;
  }
}
