package org.jihe.statistic.rollup;

import org.jihe.statistic.measure.FormMeasures.Place;
import org.jspecify.annotations.Nullable;

/** Of what figures are added up. */
public enum Level {
  AGENCY("agency"),
  DEPARTMENT("department"),
  /** Group of departments (组), as the bureau's list has it. */
  DEPARTMENT_GROUP("departmentGroup"),
  /** Kind of department (类别), as that list has it. */
  DEPARTMENT_KIND("departmentKind"),
  JURISDICTION("jurisdiction"),
  PROJECT_KIND("projectKind"),
  SIZE_CLASS("sizeClass"),
  /** All forms of a year. */
  DISTRICT("district");

  private final String key;

  Level(String key) {
    this.key = key;
  }

  /** The level's name in tables. */
  public String key() {
    return key;
  }

  /** What tells those of a level apart; null where a form is in none of it. */
  @Nullable String identity(Place place) {
    return switch (this) {
      case AGENCY -> place.departmentKey() + "\u001f" + place.agencyKey();
      case DEPARTMENT -> place.departmentKey();
      default -> name(place);
    };
  }

  /** Its name for people. */
  @Nullable String name(Place place) {
    return switch (this) {
      case AGENCY -> place.agency() == null ? place.agencyKey() : place.agency();
      case DEPARTMENT -> place.department() == null ? place.departmentKey() : place.department();
      case DEPARTMENT_GROUP -> place.group();
      case DEPARTMENT_KIND -> place.departmentKind();
      case JURISDICTION -> place.jurisdiction();
      case PROJECT_KIND -> place.projectKind();
      case SIZE_CLASS -> place.sizeClass();
      case DISTRICT -> "";
    };
  }

  /** The department of an agency; null for others. */
  @Nullable String within(Place place) {
    return this == AGENCY ? DEPARTMENT.name(place) : null;
  }
}
