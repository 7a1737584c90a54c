/** Rules as Java classes: compiled, kept on disk, loaded. */
@NullMarked
package org.jihe.rule.compiled;

import org.jspecify.annotations.NullMarked;
