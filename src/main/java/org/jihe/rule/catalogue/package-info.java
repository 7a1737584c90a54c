/** The rules as files: what their annotations and documents say. */
@NullMarked
package org.jihe.rule.catalogue;

import org.jspecify.annotations.NullMarked;
