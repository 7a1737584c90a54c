/** The command {@code report}. */
@NullMarked
package org.jihe.cli.report;

import org.jspecify.annotations.NullMarked;
