package org.jihe.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a form's labels against every declaration. */
final class Detection {

  /** A declaration that has less than this in common with a form does not explain it. */
  private static final double LEAST = 0.55;

  /** A label that differs from the declared one in its brackets alone counts this much. */
  private static final double WITHOUT_BRACKETS = 0.7;

  /** Parts that a form may leave out count for a declaration, never against it. */
  private static final double OPTIONAL = 0.6;

  private static final int LONGEST = 40;

  /** Titles stand in the first rows. */
  private static final int HEAD_ROWS = 8;

  private record Part(int template, String path, boolean optional, double weight) {}

  private final List<Template> templates;
  private final Map<String, List<Part>> byLabel = new HashMap<>();
  private final List<List<Part>> parts = new ArrayList<>();
  private final Set<String> prefixes = new HashSet<>();

  /** The label of a head field that stands in one cell with its value ends here. */
  private static final char COLON = ':';

  Detection(List<Template> templates, Template unknown) {
    this.templates = List.copyOf(templates);
    for (int i = 0; i < templates.size(); i++) {
      parts.add(new ArrayList<>());
      add(i, templates.get(i));
    }
    Set<String> known = new HashSet<>();
    collect(unknown, known);
    known.forEach(label -> byLabel.computeIfAbsent(label, key -> new ArrayList<>()));
  }

  private static void collect(Template template, Set<String> labels) {
    template.funding().columns().values().forEach(labels::addAll);
    template.indicators().columns().values().forEach(labels::addAll);
    labels.addAll(template.funding().extraRows());
    template.funding().rows().values().forEach(labels::addAll);
  }

  private void add(int index, Template template) {
    part(index, "titles", template.titles(), false, 1);
    template
        .head()
        .forEach((name, labels) -> part(index, "head." + name, labels, name.equals("year"), 1));
    template
        .funding()
        .columns()
        .forEach((name, labels) -> part(index, "funding.columns." + name, labels, false, 1));
    template
        .funding()
        .rows()
        .forEach((name, labels) -> part(index, "funding.rows." + name, labels, false, 1));
    part(index, "objective.planned", template.objective().planned(), false, 1);
    part(index, "objective.achieved", template.objective().achieved(), false, 1);
    template
        .indicators()
        .columns()
        .forEach((name, labels) -> part(index, "indicators.columns." + name, labels, false, 1));
    part(index, "totals", template.totals(), false, 1);
    each(index, "headExtras", template.headExtras());
    each(index, "funding.extraRows", template.funding().extraRows());
    each(index, "funding.extraColumns", template.funding().extraColumns());
    each(index, "indicators.extraColumns", template.indicators().extraColumns());
    each(index, "closing", template.closing());
    prefixes.addAll(template.funding().rowPrefixes());
  }

  private void each(int index, String path, List<String> labels) {
    labels.forEach(label -> part(index, path + " " + label, List.of(label), true, OPTIONAL));
  }

  private void part(int index, String path, List<String> labels, boolean optional, double weight) {
    if (labels.isEmpty()) {
      return;
    }
    Part part = new Part(index, path, optional, weight);
    parts.get(index).add(part);
    labels.forEach(label -> byLabel.computeIfAbsent(label, key -> new ArrayList<>()).add(part));
  }

  /** Index of the best declaration, or -1 where none explains the form. */
  static int best(List<TemplateScore> scores) {
    int best = -1;
    for (int i = 0; i < scores.size(); i++) {
      if (scores.get(i).score() >= LEAST
          && (best < 0 || scores.get(i).score() > scores.get(best).score())) {
        best = i;
      }
    }
    return best;
  }

  /** A score for every declaration, in their order. */
  List<TemplateScore> scores(List<Row> rows) {
    List<Map<String, Found>> found = new ArrayList<>();
    templates.forEach(template -> found.add(new LinkedHashMap<>()));
    Map<String, Set<Integer>> printed = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      for (Token token : rows.get(i).tokens()) {
        if (token.text().length() <= LONGEST) {
          look(token, found, printed);
          if (i < HEAD_ROWS) {
            titles(token, found);
          }
        }
      }
    }
    List<TemplateScore> scores = new ArrayList<>();
    for (int i = 0; i < templates.size(); i++) {
      scores.add(score(i, found.get(i), printed));
    }
    return scores;
  }

  private record Found(Token token, String label, double share) {}

  private void look(
      Token token, List<Map<String, Found>> found, Map<String, Set<Integer>> printed) {
    String key = token.key();
    if (match(token, key, 1, found, printed)) {
      return;
    }
    if (key.endsWith(")")
        && match(token, Labels.bare(token.key()), WITHOUT_BRACKETS, found, printed)) {
      return;
    }
    for (String prefix : prefixes) {
      if (key.startsWith(prefix)) {
        String rest = key.substring(prefix.length());
        match(token, rest.startsWith(":") ? rest.substring(1) : rest, 1, found, printed);
        return;
      }
    }
    int colon = key.indexOf(COLON);
    if (colon > 0) {
      match(token, key.substring(0, colon), 1, found, printed);
    }
  }

  private void titles(Token token, List<Map<String, Found>> found) {
    for (int i = 0; i < templates.size(); i++) {
      for (String title : templates.get(i).titles()) {
        if (token.key().length() <= LONGEST && token.key().contains(title)) {
          boolean whole = token.key().equals(title);
          found
              .get(i)
              .merge(
                  "titles",
                  new Found(token, token.text(), whole ? 1 : WITHOUT_BRACKETS),
                  Detection::better);
        }
      }
    }
  }

  private boolean match(
      Token token,
      String label,
      double share,
      List<Map<String, Found>> found,
      Map<String, Set<Integer>> printed) {
    List<Part> owners = byLabel.get(label);
    if (owners == null) {
      return false;
    }
    Set<Integer> known = printed.computeIfAbsent(label, key -> new HashSet<>());
    for (Part part : owners) {
      known.add(part.template);
      found
          .get(part.template)
          .merge(part.path, new Found(token, token.text(), share), Detection::better);
    }
    if (share == 1 && label.endsWith(")") && byLabel.containsKey(Labels.bareKey(label))) {
      // The same label without its brackets is nearly what another declaration says.
      for (Part part : byLabel.getOrDefault(Labels.bareKey(label), List.of())) {
        known.add(part.template);
        found
            .get(part.template)
            .merge(part.path, new Found(token, token.text(), WITHOUT_BRACKETS), Detection::better);
      }
    }
    return true;
  }

  private static Found better(Found one, Found other) {
    return other.share > one.share ? other : one;
  }

  private TemplateScore score(
      int index, Map<String, Found> found, Map<String, Set<Integer>> printed) {
    double hits = 0;
    double all = 0;
    List<TemplateScore.Hit> labels = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Part part : parts.get(index)) {
      Found here = found.get(part.path);
      if (here != null) {
        hits += part.weight * here.share;
        all += part.weight;
        labels.add(new TemplateScore.Hit(part.path, here.label, here.token.position()));
      } else if (!part.optional) {
        all += part.weight;
        missing.add(part.path);
      }
    }
    List<String> strange = new ArrayList<>();
    for (Map.Entry<String, Set<Integer>> label : printed.entrySet()) {
      if (!label.getValue().contains(index)) {
        strange.add(label.getKey());
        all += 1;
      }
    }
    return new TemplateScore(
        templates.get(index).id(), all == 0 ? 0 : hits / all, labels, missing, strange);
  }
}
