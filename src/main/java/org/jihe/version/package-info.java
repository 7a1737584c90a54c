/** Which version of a form is in force, without Spark. */
@NullMarked
package org.jihe.version;

import org.jspecify.annotations.NullMarked;
