/** Jurisdictions (财政部门) and the parameters that they decide. */
@NullMarked
package org.jihe.rule.jurisdiction;

import org.jspecify.annotations.NullMarked;
