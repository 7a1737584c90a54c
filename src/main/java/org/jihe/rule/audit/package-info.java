/** The score audit: what score the evidence on a form supports. */
@NullMarked
package org.jihe.rule.audit;

import org.jspecify.annotations.NullMarked;
