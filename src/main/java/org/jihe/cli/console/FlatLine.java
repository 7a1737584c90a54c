package org.jihe.cli.console;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jihe.finding.ScoreAudit;

/** Writes a line of a score audit as one object, as the published audits have it. */
interface FlatLine {

  @JsonUnwrapped
  ScoreAudit.Range range();
}
