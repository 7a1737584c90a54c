/** What stands where on a page: documents, grids and cells with their positions, and no meaning. */
@NullMarked
package org.jihe.layout;

import org.jspecify.annotations.NullMarked;
