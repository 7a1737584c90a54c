/** Comma-separated values cut into records and fields, whoever reads them. */
@NullMarked
package org.jihe.csv;

import org.jspecify.annotations.NullMarked;
