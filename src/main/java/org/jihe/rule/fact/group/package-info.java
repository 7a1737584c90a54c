/** What rules on several forms see. */
@NullMarked
package org.jihe.rule.fact.group;

import org.jspecify.annotations.NullMarked;
