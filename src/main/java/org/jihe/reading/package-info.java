/** Inputs to forms, without Spark. */
@NullMarked
package org.jihe.reading;

import org.jspecify.annotations.NullMarked;
