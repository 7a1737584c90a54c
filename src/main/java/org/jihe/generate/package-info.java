/**
 * Makes up forms as departments send them, with known mistakes: what a review finds can be counted
 * against what was planted.
 */
@NullMarked
package org.jihe.generate;

import org.jspecify.annotations.NullMarked;
