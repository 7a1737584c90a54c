/** What the words of a form say, as far as rules ask. */
@NullMarked
package org.jihe.rule.fact.wording;

import org.jspecify.annotations.NullMarked;
