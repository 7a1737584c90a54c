/** Rules that are rows of rule tables (规则表). */
@NullMarked
package org.jihe.rule.sheet;

import org.jspecify.annotations.NullMarked;
