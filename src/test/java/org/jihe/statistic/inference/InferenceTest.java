package org.jihe.statistic.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Figures that others have published, or that R 4.2.2 gives. */
class InferenceTest {

  private static final Offset<Double> EXACT = within(1e-9);
  private static final Offset<Double> PRINTED = within(5.1e-8);

  private static final long[] HITS = {12, 30, 26, 50, 42, 71, 4, 29, 48, 36};
  private static final long[] ALL = {82, 98, 100, 125, 162, 151, 12, 100, 82, 99};

  private static void assertInterval(
      Interval interval, double lower, double upper, Offset<Double> offset) {
    assertThat(interval).isNotNull();
    assertThat(interval.lower()).isCloseTo(lower, offset);
    assertThat(interval.upper()).isCloseTo(upper, offset);
  }

  private static void assertAll(double[] values, Offset<Double> offset, double... expected) {
    assertThat(values).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(values[i]).as("at %d", i).isCloseTo(expected[i], offset);
    }
  }

  @Test
  void quantilesOfTheNormalDistributionInFull() {
    assertThat(Tail.P95.z()).isCloseTo(1.959963984540054, within(1e-14));
    assertThat(Tail.P998.z()).isCloseTo(3.090232306167813, within(1e-14));
  }

  @Test
  void exactLimitsOfShares() {
    double[][] lower = {
      {20, .0014773167, .0811765060},
      {50, .1031299845, .1661393803},
      {100, .1602607469, .2069023858},
      {10, 0, 0}
    };
    for (double[] each : lower) {
      long all = (long) each[0];
      assertThat(Funnel.exactShare(.3, all, Tail.P998).lower()).isCloseTo(each[1], within(1e-9));
      assertThat(Funnel.exactShare(.3, all, Tail.P95).lower()).isCloseTo(each[2], within(1e-9));
    }
    double[][] upper = {{10, .6608021404, .8408091654}, {20, .5372551466, .6636996793}};
    for (double[] each : upper) {
      long all = (long) each[0];
      assertThat(Funnel.exactShare(.3, all, Tail.P95).upper()).isCloseTo(each[1], within(1e-9));
      assertThat(Funnel.exactShare(.3, all, Tail.P998).upper()).isCloseTo(each[2], within(1e-9));
    }
  }

  @Test
  void limitsOfManyAreNormal() {
    assertInterval(Funnel.share(.80642448, 99108, Tail.P95), .80396467, .80888428, within(1e-6));
    assertInterval(Funnel.share(.80642448, 99108, Tail.P998), .80254616, .8103028, within(1e-6));
  }

  @Test
  void nothingIsOutsideOfNoLimits() {
    assertThat(Funnel.share(0, 10, Tail.P95)).isNull();
    assertThat(Funnel.share(1, 10, Tail.P95)).isNull();
    assertThat(Funnel.share(.5, 0, Tail.P95)).isNull();
    assertThat(Funnel.ratio(0, Tail.P95)).isNull();
    assertThat(Funnel.mean(90, 0, 10, Tail.P95)).isNull();
    assertThat(Funnel.mean(90, Double.NaN, 1, Tail.P95)).isNull();
  }

  @Test
  void limitsOfCounts() {
    double[][] limits = {
      {1, 0, 0, 3.9019486965, 5.8676255957},
      {15, .2716038044, .4906593251, 1.5722110294, 1.9224742827},
      {20, .3584593554, .5602500519, 1.4872884335, 1.7856764287},
      {30, .4692415857, .6411043089, 1.3905482304, 1.6270701571}
    };
    for (double[] each : limits) {
      assertInterval(Funnel.ratio(each[0], Tail.P998), each[1], each[4], EXACT);
      assertInterval(Funnel.ratio(each[0], Tail.P95), each[2], each[3], EXACT);
    }
    double[][] garwood = {
      {15, .5596924, 1.649348, .3862650, 2.082907},
      {20, .6108260, 1.544419, .4479107, 1.902094},
      {30, .6746958, 1.427562, .5289724, 1.702771}
    };
    for (double[] each : garwood) {
      Interval inner = CountInterval.garwood(each[0], Tail.P95);
      Interval outer = CountInterval.garwood(each[0], Tail.P998);
      assertThat(inner.lower() / each[0]).isCloseTo(each[1], within(5.1e-7));
      assertThat(inner.upper() / each[0]).isCloseTo(each[2], within(5.1e-7));
      assertThat(outer.lower() / each[0]).isCloseTo(each[3], within(5.1e-7));
      assertThat(outer.upper() / each[0]).isCloseTo(each[4], within(5.1e-7));
    }
    assertThat(CountInterval.garwood(0).lower()).isZero();
  }

  @Test
  void whoIsAtTheLimitIsNotOutside() {
    assertThat(Funnel.share(.9, 12, Tail.P95).isBeyond(1)).isFalse();
    assertThat(Funnel.tailOfShare(.9, 12, 12)).isCloseTo(.2824295365, EXACT);
    assertThat(Funnel.ratio(1, Tail.P95).isBeyond(0)).isFalse();
  }

  @Test
  void intervalsOfShares() {
    assertInterval(ShareInterval.wilson(81, 263), .2552885199, .3662095770, EXACT);
    assertInterval(ShareInterval.wilson(28, 30), .7867654164, .9815229762, EXACT);
    assertInterval(ShareInterval.wilson(0, 10), 0, .2775327999, EXACT);
    assertInterval(ShareInterval.clopperPearson(81, 263), .2527367, .3676219, within(5.1e-8));
    assertThat(ShareInterval.wilson(0, 0)).isNull();
  }

  @Test
  void manyLooks() {
    double[] p = {
      .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
      .7590, 1
    };
    double[] q = ManyLooks.benjaminiHochberg(p);
    assertAll(
        q,
        PRINTED,
        .0015,
        .003,
        .0095,
        .035625,
        .0603,
        .0638571429,
        .0638571429,
        .0645,
        .0765,
        .486,
        .5811818182,
        .714875,
        .7532307692,
        .8132142857,
        1);
    assertThat(Arrays.stream(q).filter(one -> one <= .05).count()).isEqualTo(4);
  }

  @Test
  void derSimonianAndLaird() {
    double[][] trials = {
      {4, 119, 11, 128},
      {6, 300, 29, 274},
      {3, 228, 11, 209},
      {62, 13536, 248, 12619},
      {33, 5036, 47, 5761},
      {180, 1361, 372, 1079},
      {8, 2537, 10, 619},
      {505, 87886, 499, 87892},
      {29, 7470, 45, 7232},
      {17, 1699, 65, 1600},
      {186, 50448, 141, 27197},
      {5, 2493, 3, 2338},
      {27, 16886, 29, 17825}
    };
    double[] means = new double[trials.length];
    double[] errors = new double[trials.length];
    for (int i = 0; i < trials.length; i++) {
      double treated = trials[i][0] + trials[i][1];
      double control = trials[i][2] + trials[i][3];
      means[i] = Math.log(trials[i][0] / treated / (trials[i][2] / control));
      errors[i] = Math.sqrt(1 / trials[i][0] - 1 / treated + 1 / trials[i][2] - 1 / control);
    }
    Overdispersion spread = Overdispersion.ofMeans(means, errors);
    double q = Arrays.stream(spread.z()).map(z -> z * z).sum();
    assertThat(q).isCloseTo(152.2330, within(5.1e-5));
    assertThat(spread.tauSquared()).isCloseTo(.3087602629, EXACT);
    double weights = 0;
    double weighted = 0;
    for (int i = 0; i < means.length; i++) {
      double weight = 1 / (errors[i] * errors[i] + spread.tauSquared());
      weights += weight;
      weighted += weight * means[i];
    }
    assertThat(weighted / weights).isCloseTo(-.7141172221, EXACT);
    assertThat(1 / Math.sqrt(weights)).isCloseTo(.1787420895, EXACT);
  }

  @Test
  void overdispersion() {
    Overdispersion spread = Overdispersion.ofShares(HITS, ALL);
    assertThat(spread).isNotNull();
    assertAll(
        spread.z(),
        PRINTED,
        -4.2455986,
        -.8052965,
        -1.8380704,
        1.2912147,
        -2.3609858,
        3.1606454,
        -.0796371,
        -1.1659765,
        4.4228303,
        .4041742);
    assertThat(spread.tauSquared()).isCloseTo(.00868825971, within(1e-11));
    assertAll(
        spread.adjusted(),
        PRINTED,
        -2.1638279,
        -.3836574,
        -.8688622,
        .5585473,
        -.9169315,
        1.2644900,
        -.0668998,
        -.5511611,
        2.2541565,
        .1918007);
    assertThat(beyond(spread.z())).isEqualTo(4);
    assertThat(beyond(spread.adjusted())).isEqualTo(2);
    assertInterval(spread.share(82, Tail.P95), .1622939651, .5538095860, EXACT);
    assertInterval(spread.share(151, Tail.P95), .1719936551, .5408684825, EXACT);
    assertInterval(spread.share(12, Tail.P95), .0818872398, .6745771383, EXACT);
  }

  private static long beyond(double[] z) {
    return Arrays.stream(z).filter(one -> Math.abs(one) > Tail.P95.z()).count();
  }

  @Test
  void fewStandOutOfOverdispersedDepartments() {
    Overdispersion spread = Overdispersion.ofShares(HITS, ALL);
    double[] plain = Arrays.stream(spread.z()).map(Tail::twoSided).toArray();
    assertAll(
        ManyLooks.benjaminiHochberg(plain),
        EXACT,
        .0001090053,
        .5258107610,
        .1321040603,
        .3277154211,
        .0455660660,
        .0052473336,
        .9365259208,
        .3480342153,
        .0000974162,
        .7623162108);
    double[] adjusted = Arrays.stream(spread.adjusted()).map(Tail::twoSided).toArray();
    assertAll(
        ManyLooks.benjaminiHochberg(adjusted),
        EXACT,
        .1523878019,
        .8765405342,
        .7698450668,
        .8307475277,
        .7698450668,
        .6868474117,
        .9466614876,
        .8307475277,
        .1523878019,
        .9421092371);
  }

  @Test
  void ranksWithTheirIntervals() {
    assertThat(ranks(HITS, ALL))
        .isEqualTo("10[6–10] 6[2–10] 8[3–10] 3[1–9] 9[3–10] 2[1–5] 5[1–10] 7[3–10] 1[1–3] 4[2–9]");
    assertThat(ranks(new long[] {11, 12, 90, 60, 10}, new long[] {11, 12, 110, 100, 25}))
        .isEqualTo("1[1–2] 1[1–2] 3[3–3] 4[4–5] 5[4–5]");
  }

  private static String ranks(long[] hits, long[] all) {
    return Ranks.ofShares(hits, all).stream()
        .map(rank -> rank.rank() + "[" + rank.lower() + "–" + rank.upper() + "]")
        .collect(Collectors.joining(" "));
  }

  @Test
  void differencesOfShares() {
    assertInterval(Difference.ofShares(56, 70, 48, 80), .0524314724, .3338726540, EXACT);
    assertInterval(Difference.ofShares(9, 10, 3, 10), .1705227239, .8090179735, EXACT);
    assertInterval(Difference.ofShares(5, 56, 0, 29), -.0381371479, .1925600139, EXACT);
    assertInterval(Difference.ofShares(0, 10, 0, 20), -.1611251581, .2775327999, EXACT);
    assertInterval(Difference.ofShares(10, 10, 0, 20), .6790860371, 1, EXACT);
    assertThat(Difference.ofShares(0, 0, 1, 2)).isNull();
  }

  @Test
  void pooledRates() {
    double[] a = {143, 104, 69, 260, 75, 63, 50, 48, 111, 50};
    double[] b = {138, 93, 61, 179, 48, 37, 29, 23, 30, 2};
    PooledRate rate = pooled(a, b);
    assertThat(rate.rate()).isCloseTo(1.5203125, EXACT);
    assertThat(rate.error()).isCloseTo(.1899933733, EXACT);
    assertInterval(rate.interval(10), 1.0905176297, 1.9501073703, EXACT);
    PooledRate other =
        pooled(
            new double[] {9.8, 48, 100, 19.5, 0, 75, 31.2, 64},
            new double[] {10, 50, 100, 20, 12, 80, 40, 64});
    assertThat(other.rate()).isCloseTo(.9242021277, EXACT);
    assertThat(other.error()).isCloseTo(.0443150920, EXACT);
    assertInterval(other.interval(8), .8194135865, 1.0289906689, EXACT);
    assertThat(other.interval(10)).isNull();
  }

  private static PooledRate pooled(double[] a, double[] b) {
    PooledRate first = PooledRate.NONE;
    PooledRate second = PooledRate.NONE;
    for (int i : IntStream.range(0, a.length).toArray()) {
      first = i % 2 == 0 ? first.with(a[i], b[i]) : first;
      second = i % 2 == 0 ? second : second.with(a[i], b[i]);
    }
    return first.with(second);
  }

  @Test
  void quantilesOfTypeSeven() {
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 20};
    assertAll(Quantiles.of(values, .1, .25, .5, .75, .9), EXACT, 1.9, 3.25, 5.5, 7.75, 10.1);
  }

  @Test
  void outliers() {
    double[] loss = {42, 37, 37, 28, 18, 18, 19, 20, 15, 14, 14, 13, 11, 12, 8, 7, 8, 8, 9, 15, 15};
    Outliers outliers = Outliers.of(loss, 1);
    assertThat(outliers).isNotNull();
    assertThat(outliers.median()).isEqualTo(15);
    assertThat(outliers.mad()).isEqualTo(4);
    assertThat(outliers.fence()).isEqualTo(new Interval(-1, 31));
    assertThat(Arrays.stream(loss).filter(outliers.fence()::isBeyond))
        .containsExactly(42.0, 37.0, 37.0);
    assertThat(Arrays.stream(loss).filter(outliers.far()::isBeyond)).isEmpty();

    double[] two = {2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3};
    Outliers ofTwo = Outliers.of(two, 0);
    assertThat(ofTwo).isNotNull();
    assertThat(ofTwo.z(8)).isCloseTo(25.8558333, PRINTED);
    assertThat(ofTwo.z(9)).isCloseTo(26.3055, PRINTED);
    assertThat(IntStream.range(0, two.length).filter(i -> ofTwo.isOutlier(i, two[i])))
        .containsExactly(8, 9);
    assertThat(Outliers.of(new double[] {3, 3, 3}, 1)).isNull();
    assertThat(Outliers.of(new double[0], 1)).isNull();
  }

  @Test
  void theResolutionKeepsTrifleFromStandingOut() {
    double[] scores = {98, 98, 98, 98, 98, 98, 98, 98, 97.5};
    Outliers outliers = Outliers.of(scores, .5);
    assertThat(outliers).isNotNull();
    assertThat(outliers.mad()).isEqualTo(.5);
    assertThat(outliers.isOutlier(8, 97.5)).isFalse();
  }
}
