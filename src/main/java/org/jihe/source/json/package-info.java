/** JSON documents. */
@NullMarked
package org.jihe.source.json;

import org.jspecify.annotations.NullMarked;
