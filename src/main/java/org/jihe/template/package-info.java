/** Form templates as declarations, and the recogniser that finds forms in a layout. */
@NullMarked
package org.jihe.template;

import org.jspecify.annotations.NullMarked;
