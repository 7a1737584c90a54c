/** What targets and actual values say. */
@NullMarked
package org.jihe.form.measure;

import org.jspecify.annotations.NullMarked;
