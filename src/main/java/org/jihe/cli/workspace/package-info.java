/** The command {@code workspace}. */
@NullMarked
package org.jihe.cli.workspace;

import org.jspecify.annotations.NullMarked;
