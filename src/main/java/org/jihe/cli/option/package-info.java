/** What the options of several commands have in common. */
@NullMarked
package org.jihe.cli.option;

import org.jspecify.annotations.NullMarked;
