package org.jihe.template.search;

import java.util.List;
import org.jihe.form.Field;
import org.jihe.form.Reading;
import org.jihe.template.aspect.AspectAssignment;
import org.jihe.template.search.LabelledRow.Label;
import org.jspecify.annotations.Nullable;

/** Makes the category and aspect fields of every indicator. */
final class AspectFields {

  private final AspectAssignment aspects;
  private final List<IndicatorRow> rows;
  private final List<AspectAssignment.Step> steps;

  AspectFields(
      AspectAssignment aspects, List<IndicatorRow> rows, List<AspectAssignment.Step> steps) {
    this.aspects = aspects;
    this.rows = rows;
    this.steps = steps;
  }

  /** The category of the indicator. */
  Field<String> category(int index) {
    String name = aspects.choice(steps.get(index).choice()).categoryName();
    return nearest(index, name, Part.CATEGORY, Reading.CARRIED, Reading.INFERRED);
  }

  /** The aspect of the indicator. */
  Field<String> aspect(int index) {
    AspectAssignment.Step step = steps.get(index);
    String name = aspects.choice(step.choice()).aspectName();
    return step.uncertain()
        ? nearest(index, name, Part.ASPECT, Reading.GUESSED, Reading.GUESSED)
        : nearest(index, name, Part.ASPECT, Reading.CARRIED, Reading.INFERRED);
  }

  private enum Part {
    CATEGORY,
    ASPECT
  }

  /** The label as printed on the row, else as carried from the run, else as inferred. */
  private Field<String> nearest(
      int index, String name, Part part, Reading carried, Reading inferred) {
    for (int distance = 0; distance < rows.size(); distance++) {
      for (int i : new int[] {index - distance, index + distance}) {
        if (i < 0 || i >= rows.size() || !sameRun(index, i, part)) {
          continue;
        }
        Label label = printed(rows.get(i), name, part);
        if (label != null) {
          boolean own = i == index && !rows.get(i).loose.contains(label);
          return new Field<>(
              label.token().key(),
              name,
              label.token().position(),
              own ? label.token().reading() : carried);
        }
      }
    }
    return new Field<>(name, name, rows.get(index).origin(), inferred);
  }

  private static @Nullable Label printed(IndicatorRow row, String name, Part part) {
    Label own = part == Part.CATEGORY ? row.row.category() : row.row.aspect();
    if (own != null && own.name().equals(name)) {
      return own;
    }
    for (Label loose : row.loose) {
      if (loose.name().equals(name)) {
        return loose;
      }
    }
    return null;
  }

  private boolean sameRun(int from, int to, Part part) {
    AspectAssignment.Choice here = aspects.choice(steps.get(from).choice());
    int step = from < to ? 1 : -1;
    for (int i = from; i != to + step; i += step) {
      AspectAssignment.Choice there = aspects.choice(steps.get(i).choice());
      if (part == Part.CATEGORY ? here.category() != there.category() : !here.equals(there)) {
        return false;
      }
    }
    return true;
  }
}
