/** Workbooks: the list that goes back to a department, and the bureau's own. */
@NullMarked
package org.jihe.publish.workbook;

import org.jspecify.annotations.NullMarked;
