/** Sets of words that are alike, found among many without comparing every pair. */
@NullMarked
package org.jihe.form.alike;

import org.jspecify.annotations.NullMarked;
