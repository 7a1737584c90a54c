/** What this process is to the system: its private folder, its signals, what it has changed. */
@NullMarked
package org.jihe.process;

import org.jspecify.annotations.NullMarked;
