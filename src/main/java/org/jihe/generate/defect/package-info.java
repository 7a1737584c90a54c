/**
 * Defects that departments make, planted in made-up forms, and what a review should find of them.
 */
@NullMarked
package org.jihe.generate.defect;

import org.jspecify.annotations.NullMarked;
