package org.jihe.publish.database;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of the star schema.
 *
 * @param name its name
 * @param type its type
 * @param meaning in Chinese, with the unit
 * @param value what stands in it
 * @param <T> what a row is made of
 */
record StarColumn<T>(
    String name, ColumnType type, String meaning, Function<T, @Nullable Object> value) {}
