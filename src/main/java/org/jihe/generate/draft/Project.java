package org.jihe.generate.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A project, year after year. */
public final class Project {

  private final int number;
  private final Kind kind;
  private final String place;
  private final String thing;
  private final String end;
  private final Agency agency;

  /** What it costs in a usual year, in yuan. */
  public final BigDecimal usual;

  /** Its indicators, the same in all years. */
  public final List<Series> series = new ArrayList<>();

  /** Defects that it had: none comes twice, so that no two years have the same odd names. */
  public final Set<String> had = new HashSet<>();

  /** What it printed last year; null in its first year. */
  public @Nullable Draft last;

  /** The last year in which it runs. */
  public int lastYear;

  /** The bureau's code for it. */
  public String code = "";

  public Project(
      int number,
      Kind kind,
      String place,
      String thing,
      String end,
      Agency agency,
      BigDecimal usual) {
    this.number = number;
    this.kind = kind;
    this.place = place;
    this.thing = thing;
    this.end = end;
    this.agency = agency;
    this.usual = usual;
  }

  /** An indicator over the years. */
  static final class Series {
    final Spec spec;

    /** Which name it has now; a target that cannot rise any more is set for something else. */
    int name;

    BigDecimal goal = BigDecimal.ZERO;

    Series(Spec spec) {
      this.spec = spec;
    }
  }

  public int number() {
    return number;
  }

  /** A number that is spread over all projects. */
  public int turn() {
    return (int) (Chance.mixed(number * 31L + place.hashCode()) & 0xfffff);
  }

  public Kind kind() {
    return kind;
  }

  public String place() {
    return place;
  }

  public String thing() {
    return thing;
  }

  /** What its indicators are about. */
  public String topic() {
    return place + thing;
  }

  public String end() {
    return end;
  }

  public Agency agency() {
    return agency;
  }

  /** Its name in a year. */
  public String name(int year) {
    return turn() % 4 == 0 ? year + "年" + topic() + end : topic() + end;
  }
}
