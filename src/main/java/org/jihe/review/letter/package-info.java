/** What is sent to the departments and to those who lead, from the tables. */
@NullMarked
package org.jihe.review.letter;

import org.jspecify.annotations.NullMarked;
