/** Finds out which aspect (二级指标) each indicator belongs to where its label does not say. */
@NullMarked
package org.jihe.template.aspect;

import org.jspecify.annotations.NullMarked;
