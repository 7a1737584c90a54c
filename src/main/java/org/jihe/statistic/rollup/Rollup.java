package org.jihe.statistic.rollup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jihe.statistic.measure.FormMeasures;
import org.jihe.statistic.measure.FormMeasures.Place;
import org.jspecify.annotations.Nullable;

/**
 * Figures of every level and year. A form without a year is in none, since its year's figures would
 * not be whole either.
 */
public final class Rollup {

  private final Map<Level, TreeMap<String, TreeMap<Integer, Entry>>> levels =
      new EnumMap<>(Level.class);
  private final Map<String, Map<Integer, Coverage>> coverage = new TreeMap<>();

  /** One state with its names. */
  private static final class Entry {
    final @Nullable String name;
    final @Nullable String within;
    final RollupState state = new RollupState();

    Entry(@Nullable String name, @Nullable String within) {
      this.name = name;
      this.within = within;
    }
  }

  /**
   * The figures of one agency, department and so on in one year.
   *
   * @param before those of the year before; null where there is none
   * @param district those of all forms of the year
   * @param coverage how much of what should be there is; null where there is no list, or it is told
   *     at other levels
   */
  public record Line(
      Level level,
      String name,
      @Nullable String within,
      int year,
      RollupState state,
      @Nullable RollupState before,
      RollupState district,
      @Nullable Coverage coverage) {}

  /** Adds a form. */
  public void add(FormMeasures form) {
    Place place = form.place();
    Integer year = place.year();
    if (year == null) {
      return;
    }
    for (Level level : Level.values()) {
      String identity = level.identity(place);
      if (identity != null) {
        levels
            .computeIfAbsent(level, one -> new TreeMap<>())
            .computeIfAbsent(identity, one -> new TreeMap<>())
            .computeIfAbsent(year, one -> new Entry(level.name(place), level.within(place)))
            .state
            .add(form);
      }
    }
  }

  /** Adds how much of what a department should have sent is there. */
  public void add(String departmentKey, int year, Coverage more) {
    coverage
        .computeIfAbsent(departmentKey, one -> new TreeMap<>())
        .merge(year, more, Coverage::with);
  }

  /** All figures, by level, name and year. */
  public List<Line> done() {
    List<Line> lines = new ArrayList<>();
    TreeMap<Integer, Entry> district =
        levels.getOrDefault(Level.DISTRICT, new TreeMap<>()).getOrDefault("", new TreeMap<>());
    levels.forEach(
        (level, names) ->
            names.forEach(
                (identity, years) ->
                    years.forEach(
                        (year, entry) -> {
                          Entry before = years.get(year - 1);
                          lines.add(
                              new Line(
                                  level,
                                  Objects.requireNonNullElse(entry.name, ""),
                                  entry.within,
                                  year,
                                  entry.state,
                                  before == null ? null : before.state,
                                  Objects.requireNonNull(district.get(year)).state,
                                  coverage(level, identity, year)));
                        })));
    return lines;
  }

  private @Nullable Coverage coverage(Level level, String identity, int year) {
    if (level == Level.DEPARTMENT) {
      return coverage.getOrDefault(identity, Map.of()).get(year);
    }
    if (level != Level.DISTRICT) {
      return null;
    }
    return coverage.values().stream()
        .map(years -> years.getOrDefault(year, Coverage.NONE))
        .reduce(Coverage::with)
        .orElse(null);
  }
}
