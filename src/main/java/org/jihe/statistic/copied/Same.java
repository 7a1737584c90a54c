package org.jihe.statistic.copied;

import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One text and where it stands. It does not grow with the number of forms, only of departments. */
final class Same {

  static final Comparator<CopiedText.Place> ORDER =
      Comparator.comparing(CopiedText.Place::department)
          .thenComparing(CopiedText.Place::year, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(CopiedText.Place::dossier)
          .thenComparing(CopiedText.Place::formId)
          .thenComparing(CopiedText.Place::subject);

  final CopiedKind kind;
  final String text;
  final TreeSet<CopiedText.Place> places = new TreeSet<>(ORDER);
  final TreeSet<String> departments = new TreeSet<>();
  final TreeSet<Integer> years = new TreeSet<>();
  int forms;
  private @Nullable String lastForm;

  Same(CopiedKind kind, String text) {
    this.kind = kind;
    this.text = text;
  }

  /** The same text once more; those of one form follow one another. */
  void add(FormText one) {
    FormText.Place place = one.place();
    String form = place.dossier() + "/" + place.formId();
    if (!form.equals(lastForm)) {
      forms++;
      lastForm = form;
    }
    departments.add(place.departmentKey());
    Integer year = place.year();
    if (year != null) {
      years.add(year);
    }
    String name = place.department();
    keep(
        new CopiedText.Place(
            place.formId(),
            place.dossier(),
            name == null ? place.departmentKey() : name,
            year,
            place.project(),
            one.subject()));
  }

  /** A text that is like this one. */
  void add(Same other) {
    forms += other.forms;
    departments.addAll(other.departments);
    years.addAll(other.years);
    other.places.forEach(this::keep);
  }

  private void keep(CopiedText.Place place) {
    places.add(place);
    if (places.size() > CopySearch.PLACES) {
      places.pollLast();
    }
  }

  /** True where the text has crossed from one department, or one year, into another. */
  boolean isCopied() {
    return departments.size() > 1 || (kind.countsYears() && years.size() > 1);
  }
}
