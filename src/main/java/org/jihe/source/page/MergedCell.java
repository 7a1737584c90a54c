package org.jihe.source.page;

/** Merged cell: its first row and column, counted from 0, and how many it covers. */
public record MergedCell(int row, int column, int rows, int columns) {}
