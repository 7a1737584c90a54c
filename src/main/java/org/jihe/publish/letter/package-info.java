/** Letters to the departments, and the report to those who lead. */
@NullMarked
package org.jihe.publish.letter;

import org.jspecify.annotations.NullMarked;
