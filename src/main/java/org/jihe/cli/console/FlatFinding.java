package org.jihe.cli.console;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jihe.finding.Finding;

/** Writes a finding as one object, as the published findings have it. */
interface FlatFinding {

  @JsonUnwrapped
  Finding.Rule rule();

  @JsonUnwrapped
  Finding.Place place();

  @JsonUnwrapped
  Finding.Values values();
}
