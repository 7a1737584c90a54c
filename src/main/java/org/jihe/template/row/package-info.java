/** The rows and texts of a form, and how labels are compared. */
@NullMarked
package org.jihe.template.row;

import org.jspecify.annotations.NullMarked;
