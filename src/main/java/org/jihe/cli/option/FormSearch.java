package org.jihe.cli.option;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jihe.form.Texts;
import org.jihe.inquiry.NamedForm;
import org.jihe.message.Visible;

/** Finds forms by a part of their project's name; spacing and punctuation do not matter. */
public final class FormSearch<T extends NamedForm> {

  private static final int NEAREST = 5;

  private final List<T> forms;

  public FormSearch(List<T> forms) {
    this.forms = List.copyOf(forms);
  }

  /** The forms of that very name; where there is none, those whose names contain it. */
  public List<T> find(String name) {
    String wanted = Texts.normalised(name);
    List<T> exact = forms.stream().filter(f -> name(f).equals(wanted)).toList();
    return exact.isEmpty()
        ? forms.stream().filter(f -> !wanted.isEmpty() && name(f).contains(wanted)).toList()
        : exact;
  }

  /** The names most like it by pairs of characters, best first, to be shown; at most five. */
  public List<String> nearest(String name) {
    Set<String> wanted = pairs(Texts.normalised(name));
    Comparator<T> byLikeness =
        Comparator.comparingDouble(form -> -likeness(wanted, pairs(name(form))));
    return forms.stream()
        .filter(form -> !name(form).isEmpty())
        .sorted(byLikeness)
        .map(form -> Visible.line(String.valueOf(form.projectName())))
        .distinct()
        .limit(NEAREST)
        .toList();
  }

  private static String name(NamedForm form) {
    return Texts.normalised(form.projectName());
  }

  private static double likeness(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return 2.0 * both.size() / Math.max(1, one.size() + other.size());
  }

  /** Single characters count too, so that short names can be told apart. */
  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int index = 0; index < text.length(); index++) {
      pairs.add(text.substring(index, index + 1));
      if (index > 0) {
        pairs.add(text.substring(index - 1, index + 1));
      }
    }
    return pairs;
  }
}
