/** What an answer (实际完成值) means beside its target (年度指标值). */
@NullMarked
package org.jihe.rule.answer;

import org.jspecify.annotations.NullMarked;
