/** Reads forms whose columns can be trusted: what stands under a head is of that column. */
@NullMarked
package org.jihe.template.exact;

import org.jspecify.annotations.NullMarked;
