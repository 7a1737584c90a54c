package org.jihe.rule.jurisdiction;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What every jurisdiction says of which forms are looked at first, by itself: executors need none
 * of its words.
 *
 * @param byJurisdiction what each says of which years, by its id, that of no particular year last
 * @param fallback id of the one in force where another is not known
 */
public record Priorities(Map<String, List<Span>> byJurisdiction, String fallback)
    implements Serializable {

  /**
   * What is said of some years.
   *
   * @param from first year; null for years of which nothing else is said
   * @param to last year
   */
  public record Span(@Nullable Integer from, @Nullable Integer to, Priority priority)
      implements Serializable {

    private boolean covers(@Nullable Integer year) {
      return from == null || to == null || (year != null && from <= year && year <= to);
    }
  }

  /** Of all that may be in force. */
  public static Priorities of(Jurisdictions jurisdictions) {
    Map<String, List<Span>> all = new TreeMap<>();
    Map<List<Span>, List<Span>> shared = new HashMap<>();
    for (Jurisdiction one : jurisdictions.all()) {
      all.put(one.id(), shared.computeIfAbsent(spans(one), same -> same));
    }
    Jurisdiction fallback = jurisdictions.fallback();
    all.put(fallback.id(), shared.computeIfAbsent(spans(fallback), same -> same));
    return new Priorities(all, fallback.id());
  }

  private static List<Span> spans(Jurisdiction one) {
    List<Span> spans = new ArrayList<>();
    for (Jurisdiction.Period period : one.periods()) {
      spans.add(new Span(period.from(), period.to(), period.parameters().priority()));
    }
    spans.add(new Span(null, null, one.parameters().priority()));
    return spans;
  }

  /**
   * What is in force for a form.
   *
   * @param jurisdiction id of its jurisdiction; null where it is not known
   */
  public Priority of(@Nullable String jurisdiction, @Nullable Integer year) {
    List<Span> spans = jurisdiction == null ? null : byJurisdiction.get(jurisdiction);
    for (Span span : spans == null ? ofFallback() : spans) {
      if (span.covers(year)) {
        return span.priority;
      }
    }
    throw new IllegalStateException("nothing is said of no particular year");
  }

  private List<Span> ofFallback() {
    return Objects.requireNonNull(byJurisdiction.get(fallback));
  }
}
