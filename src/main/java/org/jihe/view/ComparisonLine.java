package org.jihe.view;

import org.jspecify.annotations.Nullable;

/**
 * One department's figure of one measure in one year, as the table {@code comparison} holds it.
 *
 * @param verdict high, low, within, tooFew or notJudged
 */
public record ComparisonLine(
    int year,
    String department,
    String measure,
    long n,
    @Nullable Double value,
    @Nullable Double lower95,
    @Nullable Double upper95,
    @Nullable Double districtValue,
    @Nullable Double limitLower95,
    @Nullable Double limitUpper95,
    @Nullable Double limitLower998,
    @Nullable Double limitUpper998,
    @Nullable Double z,
    @Nullable Double zAdjusted,
    @Nullable Double pAdjusted,
    String verdict,
    @Nullable Integer rank,
    @Nullable Integer rankLower,
    @Nullable Integer rankUpper,
    @Nullable Integer ranked,
    @Nullable Double adjustedLower95,
    @Nullable Double adjustedUpper95,
    @Nullable Double adjustedLower998,
    @Nullable Double adjustedUpper998) {}
