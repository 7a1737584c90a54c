/** OpenDocument: spreadsheets and texts as LibreOffice and Chinese desktops save them. */
@NullMarked
package org.jihe.source.odf;

import org.jspecify.annotations.NullMarked;
