package org.jihe.publish.database;

import org.jspecify.annotations.Nullable;

/**
 * Whose something is.
 *
 * @param dossier key of the department and year
 * @param departmentKey what tells the department from others
 * @param year null where no year is printed
 */
record Owner(String dossier, String departmentKey, @Nullable Integer year) {

  /** Something with its owner. */
  record Owned<T>(Owner owner, T of) {}
}
