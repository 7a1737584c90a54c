/** Where rules are read from, and how what is wrong with them is told. */
@NullMarked
package org.jihe.rule.folder;

import org.jspecify.annotations.NullMarked;
