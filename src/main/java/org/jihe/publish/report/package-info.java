/** The report that people open: a page that needs neither network nor server, and its data. */
@NullMarked
package org.jihe.publish.report;

import org.jspecify.annotations.NullMarked;
