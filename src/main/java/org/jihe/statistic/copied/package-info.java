/** Texts that several departments, or several years, have in common. */
@NullMarked
package org.jihe.statistic.copied;

import org.jspecify.annotations.NullMarked;
