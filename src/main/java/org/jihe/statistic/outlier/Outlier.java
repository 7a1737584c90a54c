package org.jihe.statistic.outlier;

import org.jspecify.annotations.Nullable;

/**
 * A value that stands out from those of its peers.
 *
 * @param formId the form; null for a department
 * @param peerGroup who the peers are
 * @param peers how many there are, the form among them
 * @param fence the end of the fence that it is beyond
 * @param subject path of the part of the form
 * @param far it is beyond the outer fence, too
 */
public record Outlier(
    @Nullable String formId,
    String department,
    int year,
    @Nullable String project,
    OutlierMeasure measure,
    PeerGroup peerGroup,
    int peers,
    double value,
    double median,
    double mad,
    double z,
    double fence,
    double pAdjusted,
    String subject,
    boolean far) {}
