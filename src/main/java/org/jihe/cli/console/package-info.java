/** Where a command writes, how it fails and how it ends. */
@NullMarked
package org.jihe.cli.console;

import org.jspecify.annotations.NullMarked;
