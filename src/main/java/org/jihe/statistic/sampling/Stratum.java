package org.jihe.statistic.sampling;

/**
 * Forms of one risk and size.
 *
 * @param forms how many there are
 * @param drawn how many of them are reviewed once more
 */
public record Stratum(Risk risk, String sizeClass, int forms, int drawn) {}
