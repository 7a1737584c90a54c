package org.jihe.statistic.outlier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jihe.statistic.inference.Interval;
import org.jihe.statistic.inference.ManyLooks;
import org.jihe.statistic.inference.Outliers;
import org.jihe.statistic.measure.FormMeasures;

/**
 * Looks for values that stand out, a year at a time. The peers of a form are those of its kind of
 * project, size class and jurisdiction; where they are fewer than eight, the next wider group.
 * Cancelled projects are in none.
 */
public final class OutlierSearch {

  /** Fewer peers tell nothing. */
  public static final int FEWEST = 8;

  private static final double LISTED = .05;

  private final Likenesses likenesses;

  private final TreeMap<Integer, List<FormMeasures>> years = new TreeMap<>();

  public OutlierSearch(Likenesses likenesses) {
    this.likenesses = likenesses;
  }

  /** Adds a form; one without a year has no peers. */
  public void add(FormMeasures form) {
    Integer year = form.place().year();
    if (year != null && !form.cancelled()) {
      years.computeIfAbsent(year, one -> new ArrayList<>()).add(form);
    }
  }

  /** One value that is looked at. */
  private record Value(FormMeasures form, double value, String subject) {}

  /** A value that stands out from its group, before one considers how many were looked at. */
  private record Suspect(Value value, PeerGroup group, int peers, Outliers among, int at) {}

  /** All that stand out, by year, measure and how far. */
  public List<Outlier> done() {
    List<Outlier> all = new ArrayList<>();
    years.forEach(
        (year, forms) -> {
          for (OutlierMeasure measure : OutlierMeasure.values()) {
            all.addAll(
                switch (measure) {
                  case INDICATOR_SCORE -> likenesses.outliers(year, forms);
                  case DEPARTMENT_SCORE -> DepartmentScores.outliers(year, forms);
                  default -> search(year, measure, forms);
                });
          }
        });
    return all;
  }

  private static List<Outlier> search(int year, OutlierMeasure measure, List<FormMeasures> forms) {
    Map<PeerGroup, List<Value>> groups = new LinkedHashMap<>();
    for (FormMeasures form : forms) {
      Double value = measure.of(form);
      if (value != null) {
        Value one = new Value(form, value, measure.subject());
        for (PeerGroup group = narrowest(measure, form); group != null; group = group.wider()) {
          groups.computeIfAbsent(group, none -> new ArrayList<>()).add(one);
        }
      }
    }
    Map<PeerGroup, Outliers> judged = new HashMap<>();
    Set<PeerGroup> equal = new HashSet<>();
    Map<PeerGroup, Integer> next = new HashMap<>();
    List<Suspect> looked = new ArrayList<>();
    for (FormMeasures form : forms) {
      PeerGroup group = narrowest(measure, form);
      while (group != null && groups.getOrDefault(group, List.of()).size() < FEWEST) {
        group = group.wider();
      }
      if (group == null || measure.of(form) == null) {
        continue;
      }
      List<Value> peers = groups.getOrDefault(group, List.of());
      Outliers among = judged.get(group);
      if (among == null && !equal.contains(group)) {
        double[] values = peers.stream().mapToDouble(Value::value).toArray();
        among = Outliers.of(values, measure.resolution());
        if (among == null) {
          equal.add(group);
        } else {
          judged.put(group, among);
        }
      }
      if (among == null) {
        continue; // all are equal
      }
      int at = next.getOrDefault(group, 0);
      while (!isOf(peers.get(at), form)) {
        at++;
      }
      next.put(group, at + 1);
      looked.add(new Suspect(peers.get(at), group, peers.size(), among, at));
    }
    return listed(year, measure, looked);
  }

  private static PeerGroup narrowest(OutlierMeasure measure, FormMeasures form) {
    FormMeasures.Place place = form.place();
    String like = measure == OutlierMeasure.UNIT_COST ? form.marks().quantityName() : null;
    return new PeerGroup(place.projectKind(), place.sizeClass(), place.jurisdiction(), like);
  }

  private static List<Outlier> listed(int year, OutlierMeasure measure, List<Suspect> looked) {
    double[] q =
        ManyLooks.benjaminiHochberg(
            looked.stream().mapToDouble(one -> one.among.p(one.at)).toArray());
    List<Outlier> listed = new ArrayList<>();
    for (int i = 0; i < q.length; i++) {
      Suspect one = looked.get(i);
      double value = one.value.value;
      if (q[i] <= LISTED && one.among.isOutlier(one.at, value) && isOf(measure, one, value)) {
        FormMeasures.Place place = one.value.form.place();
        listed.add(
            new Outlier(
                place.formId(),
                nameOf(place),
                year,
                place.project(),
                measure,
                one.group,
                one.peers,
                value,
                one.among.median(),
                one.among.mad(),
                one.among.z(one.at),
                end(one.among.fence(), value),
                q[i],
                one.value.subject,
                one.among.far().isBeyond(value)));
      }
    }
    listed.sort(FARTHEST_FIRST);
    return listed;
  }

  private static boolean isOf(Value value, FormMeasures form) {
    return value.form.place().formId().equals(form.place().formId())
        && value.form.place().dossier().equals(form.place().dossier());
  }

  private static boolean isOf(OutlierMeasure measure, Suspect one, double value) {
    return measure.isMuch(one.value.form, value, one.among.median())
        && (!measure.isHighAlone() || value > one.among.median())
        && (!measure.isFarAlone() || one.among.far().isBeyond(value));
  }

  static final Comparator<Outlier> FARTHEST_FIRST =
      Comparator.comparingDouble((Outlier one) -> -Math.abs(one.z()))
          .thenComparing(one -> String.valueOf(one.formId()))
          .thenComparing(Outlier::subject)
          .thenComparing(Outlier::department);

  static double end(Interval fence, double value) {
    return value < fence.lower() ? fence.lower() : fence.upper();
  }

  static String nameOf(FormMeasures.Place place) {
    String name = place.department();
    return name == null ? place.departmentKey() : name;
  }
}
