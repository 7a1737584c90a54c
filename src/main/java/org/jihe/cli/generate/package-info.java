/** The command {@code generate}. */
@NullMarked
package org.jihe.cli.generate;

import org.jspecify.annotations.NullMarked;
