/** Compiles rules and runs them over forms. Drools stays in here. */
@NullMarked
package org.jihe.rule.engine;

import org.jspecify.annotations.NullMarked;
