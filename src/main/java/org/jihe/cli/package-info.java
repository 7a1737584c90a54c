/** The command line: one subcommand per job, and nothing that a job would have to know. */
@NullMarked
package org.jihe.cli;

import org.jspecify.annotations.NullMarked;
