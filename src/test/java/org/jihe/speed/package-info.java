/** What the speed of the program is measured against; run by {@code .ci/speed}. */
@NullMarked
package org.jihe.speed;

import org.jspecify.annotations.NullMarked;
