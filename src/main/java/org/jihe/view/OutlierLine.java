package org.jihe.view;

import org.jspecify.annotations.Nullable;

/** A value that stands out from those of its peers, as the table {@code outliers} holds it. */
public record OutlierLine(
    @Nullable String formId,
    String department,
    int year,
    @Nullable String project,
    String measure,
    String peerGroup,
    long peers,
    double value,
    double median,
    double mad,
    double robustZ,
    double fence,
    double pAdjusted,
    String sentence,
    String subject,
    boolean far) {}
