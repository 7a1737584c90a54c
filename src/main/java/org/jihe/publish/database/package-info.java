/** The feed of dashboards: a star schema in a database. */
@NullMarked
package org.jihe.publish.database;

import org.jspecify.annotations.NullMarked;
