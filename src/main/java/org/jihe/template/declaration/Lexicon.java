package org.jihe.template.declaration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.template.row.Labels;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/** A template's labels, ready to be looked up. */
public final class Lexicon {

  /**
   * What a label means.
   *
   * @param name the name that the template gives to it, such as {@code projectName}
   * @param rank its place among the labels of that name; 0 counts most
   */
  public record Meaning(String name, int rank) {}

  /** Shorter labels are words as well. */
  private static final int SHORTEST = 4;

  private final Set<String> wholeLabels = new HashSet<>();
  private final Template template;
  private final Map<String, Meaning> head;
  private final Map<String, Meaning> fundingColumns;
  private final Map<String, Meaning> fundingRows;
  private final Map<String, Meaning> indicatorColumns;
  private final Set<String> headExtras;
  private final Set<String> closing;
  private final Set<String> grades;
  private final Map<String, String> categories = new HashMap<>();
  private final Map<String, String> aspects = new HashMap<>();
  private final Map<String, String> categoryOfAspect = new HashMap<>();

  /** Indexes the labels of a template whose labels are keys. */
  public Lexicon(Template template) {
    this.template = template;
    head = index(template.head());
    fundingColumns = index(template.funding().columns());
    fundingRows = index(template.funding().rows());
    indicatorColumns = index(template.indicators().columns());
    headExtras = new HashSet<>(template.headExtras());
    closing = new HashSet<>(template.closing());
    grades = new HashSet<>(template.grades());
    for (Template.Category category : template.categories()) {
      put(categories, category.name(), category.name());
      category.aliases().forEach(alias -> put(categories, alias, category.name()));
      for (Template.Aspect aspect : category.aspects()) {
        put(aspects, aspect.name(), aspect.name());
        aspect.aliases().forEach(alias -> put(aspects, alias, aspect.name()));
        categoryOfAspect.putIfAbsent(aspect.name(), category.name());
        wholeLabels.add(Labels.key(aspect.name()));
      }
      wholeLabels.add(Labels.key(category.name()));
    }
    wholeLabels.removeIf(label -> !label.endsWith("指标"));
    for (String name : List.of("projectName", "supervisingDepartment", "implementingAgency")) {
      wholeLabels.addAll(template.head().getOrDefault(name, List.of()));
    }
    for (String name : List.of("category", "aspect", "name", "target", "actual")) {
      wholeLabels.addAll(template.indicators().columns().getOrDefault(name, List.of()));
    }
    wholeLabels.addAll(template.indicators().labels());
    wholeLabels.removeIf(label -> label.length() < SHORTEST || isWord(label));
  }

  private static Map<String, Meaning> index(Map<String, List<String>> labels) {
    Map<String, Meaning> index = new HashMap<>();
    labels.forEach(
        (name, aliases) -> {
          for (int i = 0; i < aliases.size(); i++) {
            index.putIfAbsent(aliases.get(i), new Meaning(name, i));
          }
        });
    return index;
  }

  private static void put(Map<String, String> labels, String label, String name) {
    labels.putIfAbsent(Labels.key(label), name);
  }

  /** True for the label of a head field, a column or a part of the form. */
  public boolean isLabel(String key) {
    return wholeLabels.contains(key) || (indicatorColumns.containsKey(key) && !isWord(key));
  }

  /**
   * True for a part of a category's or an aspect's label that is no whole one, as a break or a
   * narrow cell leaves it.
   *
   * @param column {@code category} or {@code aspect}
   */
  public boolean isTornLabel(String key, String column) {
    Map<String, String> labels = column.equals("category") ? categories : aspects;
    String bare = Labels.bare(key);
    return !bare.isEmpty()
        && !categories.containsKey(bare)
        && !aspects.containsKey(bare)
        && (Labels.isPartOf(bare, labels.keySet()) || bare.startsWith("指标"));
  }

  /** Labels that are no words of a name, a target or a value besides. */
  public Set<String> wholeLabels() {
    return wholeLabels;
  }

  private static boolean isWord(String key) {
    return key.equals("完成情况") || key.equals("备注") || key.length() < SHORTEST;
  }

  /** The indicator column that a label names, or null. */
  public @Nullable String indicatorColumnOf(String key) {
    Meaning meaning = indicatorColumns.get(key);
    return meaning == null ? null : meaning.name();
  }

  /** The template whose labels these are. */
  public Template template() {
    return template;
  }

  /** The head field that a label names, or null. */
  public @Nullable Meaning head(String key) {
    return head.get(key);
  }

  /** True for a label of a head field that the form keeps as an extra. */
  public boolean isHeadExtra(String key) {
    return headExtras.contains(key);
  }

  /** The funding column that a label names, with or without what stands in brackets, or null. */
  public @Nullable String fundingColumn(Token token) {
    return named(token, fundingColumns);
  }

  /** The funding row that a label names, or null. */
  public @Nullable Meaning fundingRow(String key) {
    return fundingRows.get(key);
  }

  /** The indicator column that a label names, or null. */
  public @Nullable String indicatorColumn(Token token) {
    return named(token, indicatorColumns);
  }

  private static @Nullable String named(Token token, Map<String, Meaning> labels) {
    Meaning meaning = labels.get(token.key());
    if (meaning == null && token.key().indexOf('(') >= 0) {
      meaning = labels.get(Labels.bare(token.key()));
    }
    return meaning == null ? null : meaning.name();
  }

  /** True for a label of what may stand below the last row. */
  public boolean isClosing(String key) {
    return closing.contains(key);
  }

  /** True for a word of a grade, such as 优. */
  public boolean isGrade(String key) {
    return grades.contains(key);
  }

  /** The category that a label names, points in brackets left out; null for an unknown one. */
  public @Nullable String category(String text) {
    return categories.get(Labels.bareKey(text));
  }

  /** The aspect that a label names; null for an unknown one. */
  public @Nullable String aspect(String text) {
    return aspects.get(Labels.bareKey(text));
  }

  /** The category to which an aspect belongs, or null. */
  public @Nullable String categoryOf(@Nullable String aspect) {
    return aspect == null ? null : categoryOfAspect.get(aspect);
  }
}
