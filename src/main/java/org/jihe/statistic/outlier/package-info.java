/** Which forms and departments stand out from their peers, and by how much. */
@NullMarked
package org.jihe.statistic.outlier;

import org.jspecify.annotations.NullMarked;
