/** Which forms are reviewed once more (抽查), and what comes of it. */
@NullMarked
package org.jihe.statistic.sampling;

import org.jspecify.annotations.NullMarked;
