/** Text: tab-separated, aligned or CSV, in whatever encoding. */
@NullMarked
package org.jihe.source.text;

import org.jspecify.annotations.NullMarked;
