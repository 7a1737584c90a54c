package org.jihe.template;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.template.declaration.Template;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/** Holds a form's labels against every declaration. */
final class TemplateMatcher {

  /** A declaration that has less than this in common with a form does not explain it. */
  private static final double LEAST = 0.55;

  /** A label that differs from the declared one in its brackets alone counts this much. */
  private static final double WITHOUT_BRACKETS = 0.7;

  /** Parts that a form may leave out count for a declaration, never against it. */
  private static final double OPTIONAL = 0.6;

  private static final String TITLES = "titles";
  private static final int LONGEST = 40;

  /** Titles stand in the first rows. */
  private static final int HEAD_ROWS = 8;

  /** A part of a declaration; {@code index} counts those of all declarations. */
  private record Part(int index, int template, String path, boolean optional, double weight) {}

  /** A label, the parts that may carry it, and the declarations that know it. */
  private static final class Label {
    final int index;
    final String text;
    final List<Part> owners = new ArrayList<>();
    final BitSet templates = new BitSet();

    /** The same label without its brackets, where another declaration says that. */
    @Nullable Label bare;

    Label(int index, String text) {
      this.index = index;
      this.text = text;
    }
  }

  private final List<Template> templates;
  private final Map<String, Label> labels = new HashMap<>();
  private final Map<String, List<Part>> titles = new LinkedHashMap<>();
  private final List<List<Part>> parts = new ArrayList<>();
  private final List<String> prefixes;
  private int count;

  /** The label of a head field that stands in one cell with its value ends here. */
  private static final char COLON = ':';

  TemplateMatcher(List<Template> templates, Template unknown) {
    this.templates = List.copyOf(templates);
    for (int i = 0; i < templates.size(); i++) {
      parts.add(new ArrayList<>());
      add(i, templates.get(i));
    }
    Set<String> words = new HashSet<>();
    templates.forEach(template -> words.addAll(template.funding().rowPrefixes()));
    prefixes = List.copyOf(words);
    Set<String> known = new HashSet<>();
    collect(unknown, known);
    known.forEach(this::label);
    for (Label label : labels.values()) {
      label.bare = label.text.endsWith(")") ? labels.get(Labels.bare(label.text)) : null;
    }
  }

  private Label label(String text) {
    return labels.computeIfAbsent(text, key -> new Label(labels.size(), key));
  }

  private static void collect(Template template, Set<String> labels) {
    template.funding().columns().values().forEach(labels::addAll);
    template.indicators().columns().values().forEach(labels::addAll);
    labels.addAll(template.funding().extraRows());
    template.funding().rows().values().forEach(labels::addAll);
  }

  private void add(int index, Template template) {
    part(index, TITLES, template.titles(), false, 1);
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
  }

  private void each(int index, String path, List<String> labels) {
    labels.forEach(label -> part(index, path + " " + label, List.of(label), true, OPTIONAL));
  }

  private void part(int index, String path, List<String> names, boolean optional, double weight) {
    if (names.isEmpty()) {
      return;
    }
    Part part = new Part(count++, index, path, optional, weight);
    parts.get(index).add(part);
    for (String name : names) {
      Label label = label(name);
      label.owners.add(part);
      label.templates.set(index);
      if (path.equals(TITLES)) {
        titles.computeIfAbsent(name, title -> new ArrayList<>()).add(part);
      }
    }
  }

  /** Holds a form's rows against the declarations. */
  Match match(List<PrintedRow> rows) {
    Match match = new Match();
    for (int i = 0; i < rows.size(); i++) {
      for (Token token : rows.get(i).tokens()) {
        if (token.text().length() <= LONGEST) {
          match.look(token);
          if (i < HEAD_ROWS) {
            match.titles(token);
          }
        }
      }
    }
    return match;
  }

  private record Found(Token token, double share) {}

  /** What a form and the declarations have in common. */
  final class Match {

    private final @Nullable Found[] found = new @Nullable Found[count];
    private final List<Label> printed = new ArrayList<>();
    private final BitSet isPrinted = new BitSet();

    /** Labels that are printed with their brackets. */
    private final BitSet isWhole = new BitSet();

    private void look(Token token) {
      String key = token.key();
      if (isLabel(token, key, 1)) {
        return;
      }
      if (key.endsWith(")") && isLabel(token, Labels.bare(key), WITHOUT_BRACKETS)) {
        return;
      }
      for (String prefix : prefixes) {
        if (key.startsWith(prefix)) {
          String rest = key.substring(prefix.length());
          isLabel(token, rest.startsWith(":") ? rest.substring(1) : rest, 1);
          return;
        }
      }
      int colon = key.indexOf(COLON);
      if (colon > 0) {
        isLabel(token, key.substring(0, colon), 1);
      }
    }

    private void titles(Token token) {
      String key = token.key();
      if (key.length() <= LONGEST) {
        titles.forEach(
            (title, owners) -> {
              if (key.contains(title)) {
                put(owners, token, key.equals(title) ? 1 : WITHOUT_BRACKETS);
              }
            });
      }
    }

    private boolean isLabel(Token token, String text, double share) {
      Label label = labels.get(text);
      if (label == null) {
        return false;
      }
      if (!isPrinted.get(label.index)) {
        isPrinted.set(label.index);
        printed.add(label);
      }
      put(label.owners, token, share);
      if (share == 1 && label.bare != null) {
        // The same label without its brackets is nearly what another declaration says.
        isWhole.set(label.index);
        put(label.bare.owners, token, WITHOUT_BRACKETS);
      }
      return true;
    }

    private void put(List<Part> owners, Token token, double share) {
      for (Part part : owners) {
        Found known = found[part.index];
        if (known == null || share > known.share) {
          found[part.index] = new Found(token, share);
        }
      }
    }

    private boolean isStrange(Label label, int template) {
      boolean nearly =
          label.bare != null && isWhole.get(label.index) && label.bare.templates.get(template);
      return !label.templates.get(template) && !nearly;
    }

    /** Index of the best declaration, or -1 where none explains the form. */
    int best() {
      int best = -1;
      double most = 0;
      for (int i = 0; i < parts.size(); i++) {
        double score = score(i);
        if (score >= LEAST && (best < 0 || score > most)) {
          best = i;
          most = score;
        }
      }
      return best;
    }

    private double score(int template) {
      double hits = 0;
      double all = 0;
      for (Part part : parts.get(template)) {
        Found here = found[part.index];
        if (here != null) {
          hits += part.weight * here.share;
        }
        if (here != null || !part.optional) {
          all += part.weight;
        }
      }
      for (Label label : printed) {
        all += isStrange(label, template) ? 1 : 0;
      }
      return all == 0 ? 0 : hits / all;
    }

    /** A score for every declaration, in their order. */
    List<TemplateScore> scores() {
      List<TemplateScore> scores = new ArrayList<>();
      for (int i = 0; i < templates.size(); i++) {
        scores.add(explained(i));
      }
      return scores;
    }

    private TemplateScore explained(int template) {
      List<TemplateScore.Hit> hits = new ArrayList<>();
      List<String> missing = new ArrayList<>();
      for (Part part : parts.get(template)) {
        Found here = found[part.index];
        if (here != null) {
          hits.add(new TemplateScore.Hit(part.path, here.token.text(), here.token.position()));
        } else if (!part.optional) {
          missing.add(part.path);
        }
      }
      List<String> strange =
          printed.stream()
              .filter(label -> isStrange(label, template))
              .map(label -> label.text)
              .toList();
      return new TemplateScore(
          templates.get(template).id(), score(template), hits, missing, strange);
    }
  }
}
