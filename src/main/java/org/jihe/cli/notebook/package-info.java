/** Commands on notebooks. */
@NullMarked
package org.jihe.cli.notebook;

import org.jspecify.annotations.NullMarked;
