/** What reviewers work from: one publication per output. */
@NullMarked
package org.jihe.publish;

import org.jspecify.annotations.NullMarked;
