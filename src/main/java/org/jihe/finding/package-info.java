/**
 * What a check found: findings with their evidence, and the outcome of every rule on every form. No
 * prose.
 */
@NullMarked
package org.jihe.finding;

import org.jspecify.annotations.NullMarked;
