package org.jihe.template.exact;

import org.jihe.layout.Position;

/**
 * A column of a table as its head names it.
 *
 * @param name what the declaration calls it; empty for one that it does not know
 * @param label the label as printed
 * @param position where the label is printed
 */
public record NamedColumn(String name, String label, Position position) {}
