/** Departments, projects and forms that are made up: their words, their figures, their cells. */
@NullMarked
package org.jihe.generate.draft;

import org.jspecify.annotations.NullMarked;
