/** PDF documents. */
@NullMarked
package org.jihe.source.pdf;

import org.jspecify.annotations.NullMarked;
