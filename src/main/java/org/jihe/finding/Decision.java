package org.jihe.finding;

import java.io.Serializable;
import java.time.Instant;

/**
 * What the bureau has decided on a finding.
 *
 * @param fingerprint the finding's
 * @param state what was decided, as a name
 * @param by who decided
 * @param when the moment
 * @param text the reason, for people; may be empty
 * @param run the run whose findings were decided on
 */
public record Decision(
    String fingerprint, String state, String by, Instant when, String text, String run)
    implements Serializable {}
