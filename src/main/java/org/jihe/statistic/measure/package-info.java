/** What a form adds to every figure: one record a form. */
@NullMarked
package org.jihe.statistic.measure;

import org.jspecify.annotations.NullMarked;
