/**
 * The domain: one self-evaluation form (项目支出绩效自评表) as records, every value beside its printed text
 * and its cell.
 */
@NullMarked
package org.jihe.form;

import org.jspecify.annotations.NullMarked;
