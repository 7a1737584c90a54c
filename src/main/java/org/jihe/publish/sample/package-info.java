/** The list of forms that are to be reviewed once more. */
@NullMarked
package org.jihe.publish.sample;

import org.jspecify.annotations.NullMarked;
