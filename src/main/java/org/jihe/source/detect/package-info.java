/** Which format a source has, by what is in it. */
@NullMarked
package org.jihe.source.detect;

import org.jspecify.annotations.NullMarked;
