/** The command {@code template}. */
@NullMarked
package org.jihe.cli.template;

import org.jspecify.annotations.NullMarked;
