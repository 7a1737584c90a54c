package org.jihe.template.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.form.Reading;
import org.jihe.template.declaration.Template;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jihe.template.search.LabelledRow.Label;
import org.jspecify.annotations.Nullable;

/** Finds the labels of the indicator table wherever they stand in front of a row. */
final class RowLabelFinder {

  private static final String SUFFIX = "指标";
  private static final int LONGEST_LABEL = 24;

  /** Texts that a row must have left before a word such as 质量 is taken for a short label. */
  private static final int TOKENS_OF_A_ROW = 4;

  private final Template template;
  private final Map<String, String> categories = new LinkedHashMap<>();
  private final Map<String, String> aspects = new LinkedHashMap<>();
  private final Map<String, String> shortForms = new LinkedHashMap<>();

  /** Everything that an aspect's label can begin with. */
  private final Set<String> beginnings = new HashSet<>();

  RowLabelFinder(Template template) {
    this.template = template;
    for (Template.Category category : template.categories()) {
      put(categories, category.name(), category.name());
      for (Template.Aspect aspect : category.aspects()) {
        put(aspects, aspect.name(), aspect.name());
        aspect.aliases().forEach(alias -> put(aspects, alias, aspect.name()));
      }
    }
    for (String label : aspects.keySet()) {
      for (int end = 0; end <= label.length(); end++) {
        beginnings.add(label.substring(0, end));
      }
    }
  }

  private void put(Map<String, String> labels, String label, String name) {
    String key = Labels.key(label);
    labels.put(key, name);
    if (key.endsWith(SUFFIX) && !key.startsWith("满意")) {
      shortForms.put(key.substring(0, key.length() - SUFFIX.length()), name);
    }
  }

  /**
   * Takes the labels off the front of a row.
   *
   * @param name column in which the table's head has the indicators' names
   */
  LabelledRow scan(PrintedRow row, int name) {
    Front front = new Front(row, name);
    while (!front.left.isEmpty() && front.takesNext()) {
      // every label in front of the row's texts
    }
    return new LabelledRow(row.with(front.left), front.category, front.aspect);
  }

  /** The front of a row on its way: the labels taken off, and the texts left. */
  private final class Front {

    private final int name;
    private final List<Token> left;
    private @Nullable Label category;
    private @Nullable Label aspect;

    Front(PrintedRow row, int name) {
      this.name = name;
      this.left = new ArrayList<>(row.tokens());
    }

    /** Takes a label off, or separates it from what is glued to it; false where none is left. */
    boolean takesNext() {
      Token first = left.get(0);
      if (isBlockLabel(first, name)) {
        left.remove(0);
        return true;
      }
      return takesTornAspect(first)
          || takesCategory(first)
          || takesAspect(label(first, aspects))
          || separates(first)
          || takesShortForm(first);
    }

    private boolean takesTornAspect(Token first) {
      if (aspect != null || left.size() < 2 || !mayBeTorn(first)) {
        return false;
      }
      Label label = label(first.join(left.get(1)), aspects);
      if (label == null) {
        return false;
      }
      left.remove(0);
      return takesAspect(label);
    }

    private boolean takesCategory(Token first) {
      Label label = category == null && aspect == null ? label(first, categories) : null;
      if (label == null) {
        return false;
      }
      left.remove(0);
      category = label;
      return true;
    }

    private boolean takesAspect(@Nullable Label label) {
      if (label == null) {
        return false;
      }
      left.remove(0);
      aspect = label;
      return true;
    }

    private boolean separates(Token first) {
      Token[] cut = aspect == null ? gluedLabel(first) : null;
      if (cut == null) {
        return false;
      }
      left.set(0, cut[1]);
      left.add(0, cut[0]);
      return true;
    }

    /** A word such as 质量 stands for its label where enough texts follow it. */
    private boolean takesShortForm(Token first) {
      if (left.size() <= TOKENS_OF_A_ROW || aspect != null) {
        return false;
      }
      String meant = shortForms.get(Labels.bare(first.key()));
      if (meant == null) {
        return false;
      }
      boolean ofCategory = categories.containsValue(meant);
      if (!ofCategory) {
        return takesAspect(new Label(meant, first));
      }
      if (category != null) {
        return false;
      }
      left.remove(0);
      category = new Label(meant, first);
      return true;
    }
  }

  /** True where an aspect's label begins with the text, or may do so without its brackets. */
  private boolean mayBeTorn(Token token) {
    return beginnings.contains(token.key()) || token.key().indexOf('(') >= 0;
  }

  /**
   * The whole label anywhere; a torn part, which could as well end a name, at the far left only.
   */
  private boolean isBlockLabel(Token token, int name) {
    List<String> labels = template.indicators().labels();
    return Labels.isOneOf(token.key(), labels)
        || (token.column() < name - 1 && Labels.isPartOf(token.key(), labels));
  }

  private static @Nullable Label label(Token token, Map<String, String> labels) {
    String name = labels.get(Labels.bare(token.key()));
    return name == null ? null : new Label(name, token);
  }

  /** A label with 指标 at its end and more text glued to it: the label and the rest. */
  private Token @Nullable [] gluedLabel(Token token) {
    String text = token.text();
    for (int end = text.indexOf(SUFFIX);
        end >= 0 && end < LONGEST_LABEL;
        end = text.indexOf(SUFFIX, end + 1)) {
      int cut = end + SUFFIX.length();
      String key = Labels.bareKey(text.substring(0, cut));
      String rest = text.substring(cut).strip();
      boolean known = categories.containsKey(key) || aspects.containsKey(key);
      if (known && !rest.isEmpty()) {
        return new Token[] {
          token.as(text.substring(0, cut), Reading.SEPARATED), token.as(rest, Reading.SEPARATED)
        };
      }
    }
    return null;
  }
}
