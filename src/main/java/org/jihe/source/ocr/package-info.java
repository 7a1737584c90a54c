/** Pictures of forms, read by Tesseract. */
@NullMarked
package org.jihe.source.ocr;

import org.jspecify.annotations.NullMarked;
