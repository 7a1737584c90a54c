/** What rule authors work with: skeletons, cases and lint. */
@NullMarked
package org.jihe.rule.authoring;

import org.jspecify.annotations.NullMarked;
