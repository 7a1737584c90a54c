/**
 * Copies of the files that departments sent, with a comment at every cell that something is about.
 */
@NullMarked
package org.jihe.publish.marked;

import org.jspecify.annotations.NullMarked;
