/** The jobs: each a typed request and a typed result. */
@NullMarked
package org.jihe.job;

import org.jspecify.annotations.NullMarked;
