/** Lists that departments send back: what they say is read, matched and noted. */
@NullMarked
package org.jihe.review.reply;

import org.jspecify.annotations.NullMarked;
