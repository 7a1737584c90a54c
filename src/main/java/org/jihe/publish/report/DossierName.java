package org.jihe.publish.report;

import org.jspecify.annotations.Nullable;

/**
 * Which department and year it is.
 *
 * @param department its name as most of its forms print it, or as the bureau's list has it; null
 *     where nobody prints one
 * @param year the year; null where it cannot be read
 */
public record DossierName(@Nullable String department, @Nullable Integer year) {

  static final DossierName UNKNOWN = new DossierName(null, null);
}
