/**
 * What a department is told and what it answers: the items of its list, before they are written.
 */
@NullMarked
package org.jihe.publish.list;

import org.jspecify.annotations.NullMarked;
