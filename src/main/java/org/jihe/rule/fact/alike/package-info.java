/** Which of many sets or texts are alike, without comparing each with each. */
@NullMarked
package org.jihe.rule.fact.alike;

import org.jspecify.annotations.NullMarked;
