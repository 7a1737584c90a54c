/** The files of a workspace, wherever it is now. */
@NullMarked
package org.jihe.workspace.file;

import org.jspecify.annotations.NullMarked;
