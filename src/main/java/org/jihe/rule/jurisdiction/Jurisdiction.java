package org.jihe.rule.jurisdiction;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A jurisdiction (财政部门) with its parameters of every year.
 *
 * @param id such as {@code shanghai}
 * @param name for people, such as 上海市
 * @param depth how many others it inherits
 * @param departments words by which a department's name shows that it is of here
 * @param templates templates (表样) that are used here
 * @param parameters those of years for which nothing else is said
 * @param periods those of other years, none of which overlap
 * @param sources where parameters come from, of those that say so
 */
public record Jurisdiction(
    String id,
    String name,
    int depth,
    List<String> departments,
    List<String> templates,
    Parameters parameters,
    List<Period> periods,
    List<Source> sources)
    implements Serializable {

  public Jurisdiction {
    departments = List.copyOf(departments);
    templates = List.copyOf(templates);
    periods = List.copyOf(periods);
    sources = List.copyOf(sources);
  }

  /**
   * Parameters of some years.
   *
   * @param from first year
   * @param to last year
   */
  record Period(int from, int to, Parameters parameters) implements Serializable {}

  /** The parameters of a year; of no particular one where the year is not known. */
  public Parameters of(@Nullable Integer year) {
    if (year != null) {
      for (Period period : periods) {
        if (period.from <= year && year <= period.to) {
          return period.parameters;
        }
      }
    }
    return parameters;
  }

  /** The same with parameters that share what they can with others. */
  Jurisdiction sharing(Parameters others) {
    return new Jurisdiction(
        id,
        name,
        depth,
        departments,
        templates,
        parameters.sharing(others),
        periods.stream()
            .map(one -> new Period(one.from, one.to, one.parameters.sharing(others)))
            .toList(),
        sources);
  }

  /** The same where a profile says some things otherwise. */
  Jurisdiction with(Profile profile) {
    return new Jurisdiction(
        profile.idOf(id),
        profile.nameOf(name),
        depth,
        departments,
        templates,
        profile.over(parameters),
        periods.stream()
            .map(one -> new Period(one.from, one.to, profile.over(one.parameters)))
            .toList(),
        sources);
  }

  /** Every set of parameters, that of no particular year first. */
  public List<Parameters> all() {
    return Stream.concat(Stream.of(parameters), periods.stream().map(Period::parameters)).toList();
  }

  /** Length of the longest word that a department's name contains; 0 where it contains none. */
  int match(@Nullable String department) {
    int longest = 0;
    for (String word : departments) {
      if (department != null && word.length() > longest && department.contains(word)) {
        longest = word.length();
      }
    }
    return longest;
  }
}
