/** The command {@code rules}. */
@NullMarked
package org.jihe.cli.rules;

import org.jspecify.annotations.NullMarked;
