/** Parquet as files: joined, written row by row, and laid out for programs of others. */
@NullMarked
package org.jihe.publish.parquet;

import org.jspecify.annotations.NullMarked;
