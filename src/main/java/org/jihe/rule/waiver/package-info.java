/** Decisions that a finding is accepted (豁免). */
@NullMarked
package org.jihe.rule.waiver;

import org.jspecify.annotations.NullMarked;
