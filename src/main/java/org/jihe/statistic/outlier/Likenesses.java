package org.jihe.statistic.outlier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jihe.statistic.inference.ManyLooks;
import org.jihe.statistic.inference.Outliers;
import org.jihe.statistic.measure.FormMeasures;
import org.jihe.statistic.measure.FormMeasures.Scored;

/**
 * Indicators of the same name, target and actual value that are scored otherwise than elsewhere.
 * Most indicators have no likes, and of those nothing is kept: a first pass counts in buckets, a
 * second keeps the scores of buckets that are full enough.
 */
public final class Likenesses {

  private static final int BUCKETS = 1 << 20;
  private static final double LISTED = .05;

  /** How many of one likeness are kept: a text that everybody uses is known well enough by then. */
  private static final int MOST = 20_000;

  /** One indicator. */
  private record One(FormMeasures form, Scored scored) {}

  /** An indicator that is looked at. */
  private record Look(One one, int peers, Outliers among, int at) {}

  List<Outlier> outliers(int year, List<FormMeasures> forms) {
    short[] counts = new short[BUCKETS];
    for (FormMeasures form : forms) {
      for (Scored one : form.marks().scored()) {
        int bucket = bucket(one.likeness());
        if (counts[bucket] < OutlierSearch.FEWEST) {
          counts[bucket]++;
        }
      }
    }
    Map<Long, List<One>> likes = new HashMap<>();
    for (FormMeasures form : forms) {
      for (Scored one : form.marks().scored()) {
        if (counts[bucket(one.likeness())] >= OutlierSearch.FEWEST) {
          List<One> same = likes.computeIfAbsent(one.likeness(), key -> new ArrayList<>());
          if (same.size() < MOST) {
            same.add(new One(form, one));
          }
        }
      }
    }
    return listed(year, looks(likes));
  }

  private static int bucket(long likeness) {
    return (int) ((likeness ^ likeness >>> 32) & (BUCKETS - 1));
  }

  private static List<Look> looks(Map<Long, List<One>> likes) {
    List<Look> looks = new ArrayList<>();
    likes.keySet().stream()
        .sorted()
        .forEach(
            key -> {
              List<One> same = likes.getOrDefault(key, List.of());
              double[] shares = same.stream().mapToDouble(one -> one.scored.share()).toArray();
              Outliers among =
                  same.size() < OutlierSearch.FEWEST
                      ? null
                      : Outliers.of(shares, OutlierMeasure.INDICATOR_SCORE.resolution());
              for (int i = 0; among != null && i < shares.length; i++) {
                looks.add(new Look(same.get(i), shares.length, among, i));
              }
            });
    return looks;
  }

  private static List<Outlier> listed(int year, List<Look> looks) {
    double[] q =
        ManyLooks.benjaminiHochberg(looks.stream().mapToDouble(l -> l.among.p(l.at)).toArray());
    List<Outlier> listed = new ArrayList<>();
    for (int i = 0; i < q.length; i++) {
      Look look = looks.get(i);
      double share = look.one.scored.share();
      if (q[i] <= LISTED && look.among.isOutlier(look.at, share)) {
        FormMeasures.Place place = look.one.form.place();
        listed.add(
            new Outlier(
                place.formId(),
                OutlierSearch.nameOf(place),
                year,
                place.project(),
                OutlierMeasure.INDICATOR_SCORE,
                new PeerGroup(null, null, null, "indicator"),
                look.peers,
                share,
                look.among.median(),
                look.among.mad(),
                look.among.z(look.at),
                OutlierSearch.end(look.among.fence(), share),
                q[i],
                "indicators[" + look.one.scored.row() + "].score",
                look.among.far().isBeyond(share)));
      }
    }
    listed.sort(OutlierSearch.FARTHEST_FIRST);
    return listed;
  }
}
