/** Rich Text Format to layout: tables and the paragraphs above them. */
@NullMarked
package org.jihe.source.rtf;

import org.jspecify.annotations.NullMarked;
