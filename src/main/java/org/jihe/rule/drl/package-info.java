/**
 * A rule as its author wrote it: its text, its annotations, its condition, the parameters it names.
 */
@NullMarked
package org.jihe.rule.drl;

import org.jspecify.annotations.NullMarked;
