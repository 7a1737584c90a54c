/** Form templates as declarations, read and checked before any data is. */
@NullMarked
package org.jihe.template.declaration;

import org.jspecify.annotations.NullMarked;
