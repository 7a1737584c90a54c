/** The catalog of a workspace: which metadata of each table are in force, and who may write. */
@NullMarked
package org.jihe.workspace.catalog;

import org.jspecify.annotations.NullMarked;
