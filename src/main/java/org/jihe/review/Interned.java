package org.jihe.review;

import java.util.HashMap;
import java.util.Map;
import org.jihe.rule.fact.group.IndicatorDigest;
import org.jihe.rule.fact.group.ProjectDigest;
import org.jspecify.annotations.Nullable;

/** Keeps each text that a department's forms share once: names and targets repeat without end. */
final class Interned {

  private final Map<String, String> texts = new HashMap<>();

  ProjectDigest of(ProjectDigest form) {
    return form.with(form.indicators().stream().map(this::of).toList());
  }

  private IndicatorDigest of(IndicatorDigest row) {
    return new IndicatorDigest(
        known(row.name()),
        text(row.printedName()),
        text(row.target()),
        text(row.actual()),
        row.moreIsBetter(),
        known(row.explanation()),
        text(row.printedExplanation()),
        row.cell());
  }

  private @Nullable String text(@Nullable String text) {
    return text == null ? null : known(text);
  }

  private String known(String text) {
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
