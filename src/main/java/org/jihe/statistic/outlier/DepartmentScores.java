package org.jihe.statistic.outlier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.statistic.inference.ManyLooks;
import org.jihe.statistic.inference.Outliers;
import org.jihe.statistic.measure.FormMeasures;
import org.jspecify.annotations.Nullable;

/**
 * Departments whose scores are ahead of what their findings suggest: each beside those that have
 * about as many errors per form.
 */
final class DepartmentScores {

  /** Departments with fewer forms have no mean to speak of. */
  private static final int FEWEST_FORMS = 10;

  /** So many departments nearest by errors per form are the peers, half of all at the most. */
  private static final int PEERS = 12;

  private static final double LISTED = .05;

  private DepartmentScores() {}

  /** A department in the making. */
  private static final class Sums {
    final String name;
    long forms;
    long errors;
    long scores;
    double sum;

    Sums(String name) {
      this.name = name;
    }

    double errorsPerForm() {
      return (double) errors / forms;
    }

    double mean() {
      return sum / scores;
    }
  }

  private record Look(Sums department, int peers, Outliers among, int at, double mean) {}

  static List<Outlier> outliers(int year, List<FormMeasures> forms) {
    List<Sums> departments = sums(forms);
    if (departments.size() < OutlierSearch.FEWEST) {
      return List.of();
    }
    List<Look> looks = new ArrayList<>();
    for (Sums one : departments) {
      Look look = look(one, departments);
      if (look != null) {
        looks.add(look);
      }
    }
    double[] q =
        ManyLooks.benjaminiHochberg(looks.stream().mapToDouble(l -> l.among.p(l.at)).toArray());
    List<Outlier> listed = new ArrayList<>();
    for (int i = 0; i < q.length; i++) {
      Look look = looks.get(i);
      double mean = look.mean;
      boolean ahead = mean > look.among.median();
      if (ahead && q[i] <= LISTED && look.among.isOutlier(look.at, mean)) {
        listed.add(
            new Outlier(
                null,
                look.department.name,
                year,
                null,
                OutlierMeasure.DEPARTMENT_SCORE,
                new PeerGroup(null, null, null, "errorsPerForm"),
                look.peers,
                mean,
                look.among.median(),
                look.among.mad(),
                look.among.z(look.at),
                OutlierSearch.end(look.among.fence(), mean),
                q[i],
                "",
                look.among.far().isBeyond(mean)));
      }
    }
    listed.sort(OutlierSearch.FARTHEST_FIRST);
    return listed;
  }

  private static List<Sums> sums(List<FormMeasures> forms) {
    Map<String, Sums> all = new TreeMap<>();
    for (FormMeasures form : forms) {
      Sums sums =
          all.computeIfAbsent(
              form.place().departmentKey(), key -> new Sums(OutlierSearch.nameOf(form.place())));
      sums.forms++;
      sums.errors += form.found().errors();
      if (form.score().total() != null) {
        sums.scores++;
        sums.sum += form.score().total().doubleValue();
      }
    }
    return all.values().stream().filter(one -> one.scores >= FEWEST_FORMS).toList();
  }

  /** The department beside those nearest to it; null where they all score the same. */
  private static @Nullable Look look(Sums one, List<Sums> all) {
    List<Sums> nearest = new ArrayList<>(all);
    nearest.sort(
        Comparator.comparingDouble(
            (Sums other) ->
                other == one ? -1 : Math.abs(other.errorsPerForm() - one.errorsPerForm())));
    List<Sums> peers =
        nearest.subList(
            0,
            Math.min(all.size(), Math.max(OutlierSearch.FEWEST, Math.min(PEERS, all.size() / 2))));
    double[] values = peers.stream().mapToDouble(Sums::mean).toArray();
    Outliers among = Outliers.of(values, OutlierMeasure.DEPARTMENT_SCORE.resolution());
    return among == null ? null : new Look(one, values.length, among, 0, values[0]);
  }
}
