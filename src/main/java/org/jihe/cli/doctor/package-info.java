/** Whether a computer, a workspace and a database are fit for the program. */
@NullMarked
package org.jihe.cli.doctor;

import org.jspecify.annotations.NullMarked;
