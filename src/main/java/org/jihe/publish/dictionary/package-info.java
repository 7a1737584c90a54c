/** Which tables are published, with the meaning of each and of its columns. */
@NullMarked
package org.jihe.publish.dictionary;

import org.jspecify.annotations.NullMarked;
