/** Spark schemas, the only record-row codecs, and the workspace's tables. */
@NullMarked
package org.jihe.table;

import org.jspecify.annotations.NullMarked;
