/** Readers of physical formats: bytes to layout, one class per format. */
@NullMarked
package org.jihe.source;

import org.jspecify.annotations.NullMarked;
