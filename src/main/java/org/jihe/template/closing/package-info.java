/** Reads what stands below the last row of a form, alike for every way to read its tables. */
@NullMarked
package org.jihe.template.closing;

import org.jspecify.annotations.NullMarked;
