/**
 * Transcripts: a form as JSON, exactly as printed. Read and written with Jackson, without Spark.
 */
@NullMarked
package org.jihe.transcript;

import org.jspecify.annotations.NullMarked;
