/**
 * The engine as DataFrames, for programs of their own: forms are read ({@link org.jihe.api.Forms}),
 * checked ({@link org.jihe.api.Rules}) and handed on as datasets of rows, without a workspace.
 * Nothing runs before a result is asked for. What is public here changes by the rules of semantic
 * versioning.
 */
@NullMarked
package org.jihe.api;

import org.jspecify.annotations.NullMarked;
