/** Archives of sources. */
@NullMarked
package org.jihe.source.archive;

import org.jspecify.annotations.NullMarked;
