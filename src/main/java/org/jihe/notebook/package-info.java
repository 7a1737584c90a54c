/** Notebooks in Java: cells of prose and code, run on the JDK's own shell and shown as pages. */
@NullMarked
package org.jihe.notebook;

import org.jspecify.annotations.NullMarked;
