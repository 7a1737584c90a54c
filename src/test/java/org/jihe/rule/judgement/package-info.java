/** Edits of a clean form whose right findings are known, and what the rules make of them. */
@NullMarked
package org.jihe.rule.judgement;

import org.jspecify.annotations.NullMarked;
