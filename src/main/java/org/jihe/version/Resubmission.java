package org.jihe.version;

/** What the forms of a run replace of those that earlier runs left. */
public enum Resubmission {
  /** Earlier versions of the same forms, and what their own sources held before. */
  FORMS,
  /** Everything that there is of their departments and years. */
  YEARS
}
