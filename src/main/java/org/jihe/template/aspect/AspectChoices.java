package org.jihe.template.aspect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jihe.template.declaration.Template;
import org.jspecify.annotations.Nullable;

/** The aspects of a template that an indicator may be of, with the points of their categories. */
final class AspectChoices {

  private static final double UNUSUAL_POINTS = 1.5;

  private final List<AspectAssignment.Choice> choices = new ArrayList<>();
  private final List<List<BigDecimal>> usualPoints = new ArrayList<>();
  private final List<long[]> usualMillionths = new ArrayList<>();

  /** The category of every choice. */
  private final int[] categories;

  /** The words of every choice, and behind them its hints. */
  private final WordIndex words;

  AspectChoices(Template template) {
    for (Template.Category category : template.categories()) {
      for (Template.Aspect aspect : category.aspects()) {
        choices.add(
            new AspectAssignment.Choice(
                usualPoints.size(),
                category.name(),
                aspect.name(),
                aspect.words(),
                aspect.hints()));
      }
      usualPoints.add(category.points());
      usualMillionths.add(
          category.points().stream().mapToLong(AspectChoices::millionths).toArray());
    }
    categories = choices.stream().mapToInt(AspectAssignment.Choice::category).toArray();
    List<List<String>> lists = new ArrayList<>();
    choices.forEach(choice -> lists.add(choice.words()));
    choices.forEach(choice -> lists.add(choice.hints()));
    words = new WordIndex(lists);
  }

  int size() {
    return categories.length;
  }

  AspectAssignment.Choice get(int index) {
    return choices.get(index);
  }

  boolean areOfOneCategory(int one, int other) {
    return categories[one] == categories[other];
  }

  /** Numbers of the choices of which a text holds a word; behind them those of a hint. */
  BitSet foundIn(String text) {
    return words.foundIn(text);
  }

  /** True where a label names the aspect of a choice or its category. */
  boolean isNamed(int choice, String label) {
    return choices.get(choice).aspectName().equals(label)
        || choices.get(choice).categoryName().equals(label);
  }

  /** What it costs that the points of a category, in millionths, are not the usual ones. */
  double unusual(int choice, long points) {
    for (long usual : usualMillionths.get(categories[choice])) {
      if (usual == points) {
        return 0;
      }
    }
    return UNUSUAL_POINTS;
  }

  /** True where every category that occurs has the points that it usually has. */
  boolean areUsual(List<AspectAssignment.Item> items, int[] chosen) {
    BigDecimal[] sums = new BigDecimal[usualPoints.size()];
    for (int row = 0; row < chosen.length; row++) {
      int category = categories[chosen[row]];
      BigDecimal points = items.get(row).points();
      BigDecimal sum = sums[category] == null ? BigDecimal.ZERO : sums[category];
      sums[category] = points == null ? sum : sum.add(points);
    }
    for (int category = 0; category < sums.length; category++) {
      BigDecimal sum = sums[category];
      if (sum != null && usualPoints.get(category).stream().noneMatch(p -> p.compareTo(sum) == 0)) {
        return false;
      }
    }
    return true;
  }

  /** Points as a whole number, which is quicker to add and to compare. */
  static long millionths(@Nullable BigDecimal points) {
    return points == null ? 0 : points.movePointRight(6).longValue();
  }
}
