/** What is asked of a workspace; nothing in it changes. */
@NullMarked
package org.jihe.inquiry;

import org.jspecify.annotations.NullMarked;
