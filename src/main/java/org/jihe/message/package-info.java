/** What users read, in Chinese and English, from bundles. */
@NullMarked
package org.jihe.message;

import org.jspecify.annotations.NullMarked;
