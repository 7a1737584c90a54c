/** Prints forms in every declared template and every format that departments send. */
@NullMarked
package org.jihe.generate.print;

import org.jspecify.annotations.NullMarked;
