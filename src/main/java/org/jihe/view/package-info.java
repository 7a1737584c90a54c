/** What the terminal shows. */
@NullMarked
package org.jihe.view;

import org.jspecify.annotations.NullMarked;
