package org.jihe.cli;

import org.jihe.job.Resubmission;
import picocli.CommandLine.Option;

/** What the forms replace of those that are in the workspace. */
final class ResubmissionChoice {

  @Option(names = "--whole-years", descriptionKey = "wholeYears")
  private boolean wholeYears;

  Resubmission resubmission() {
    return wholeYears ? Resubmission.YEARS : Resubmission.FORMS;
  }
}
