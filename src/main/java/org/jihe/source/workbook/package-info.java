/** Workbooks, and how they show the numbers that they store. */
@NullMarked
package org.jihe.source.workbook;

import org.jspecify.annotations.NullMarked;
