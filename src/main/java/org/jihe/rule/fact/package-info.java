/**
 * What rules see of a form: flat facts with every sum, ratio and reading computed beforehand, so
 * that a rule states its condition and nothing else.
 */
@NullMarked
package org.jihe.rule.fact;

import org.jspecify.annotations.NullMarked;
