/**
 * The rules: their catalogue, the jurisdictions' parameters, and the engine that runs them over one
 * form.
 */
@NullMarked
package org.jihe.rule;

import org.jspecify.annotations.NullMarked;
