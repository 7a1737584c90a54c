/** Word documents. */
@NullMarked
package org.jihe.source.word;

import org.jspecify.annotations.NullMarked;
