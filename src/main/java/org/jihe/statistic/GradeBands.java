package org.jihe.statistic;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which score earns which grade (等级).
 *
 * @param bands the grades, the highest first
 */
public record GradeBands(List<Band> bands) implements Serializable {

  /**
   * One grade.
   *
   * @param name such as 优
   * @param from the least score that earns it
   */
  public record Band(String name, BigDecimal from) implements Serializable {}

  /** 优 from 90, 良 from 80, 中 from 60, 差 below. */
  public static final GradeBands NATIONAL =
      new GradeBands(
          List.of(
              new Band("优", BigDecimal.valueOf(90)),
              new Band("良", BigDecimal.valueOf(80)),
              new Band("中", BigDecimal.valueOf(60)),
              new Band("差", BigDecimal.ZERO)));

  public GradeBands {
    bands = List.copyOf(bands);
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("no grades");
    }
  }

  /** The bands of grades with the least score that earns each, in any order. */
  public static GradeBands of(Map<String, BigDecimal> grades) {
    return new GradeBands(
        grades.entrySet().stream()
            .map(grade -> new Band(grade.getKey(), grade.getValue()))
            .sorted(Comparator.comparing(Band::from).reversed())
            .toList());
  }

  /** The grade of a score; the lowest where the score is below every band. */
  public String of(BigDecimal score) {
    for (Band band : bands) {
      if (score.compareTo(band.from) >= 0) {
        return band.name;
      }
    }
    return bands.get(bands.size() - 1).name;
  }
}
