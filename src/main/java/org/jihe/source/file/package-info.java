/** A source before it is read: its bytes, its limits, and why one is refused. */
@NullMarked
package org.jihe.source.file;

import org.jspecify.annotations.NullMarked;
