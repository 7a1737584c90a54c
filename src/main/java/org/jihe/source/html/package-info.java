/** Web pages and saved mails of them. */
@NullMarked
package org.jihe.source.html;

import org.jspecify.annotations.NullMarked;
