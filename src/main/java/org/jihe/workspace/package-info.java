/** The workspace: its tables' files, runs and commits. */
@NullMarked
package org.jihe.workspace;

import org.jspecify.annotations.NullMarked;
