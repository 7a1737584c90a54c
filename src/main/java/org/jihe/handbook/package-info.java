/** The handbook as pages: a step of the build of a release. */
@NullMarked
package org.jihe.handbook;

import org.jspecify.annotations.NullMarked;
