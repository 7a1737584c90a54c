package org.jihe.cli.option;

import org.jihe.version.Resubmission;
import picocli.CommandLine.Option;

/** What the forms replace of those that are in the workspace. */
public final class ResubmissionChoice {

  @Option(names = "--whole-years", descriptionKey = "wholeYears")
  private boolean wholeYears;

  public Resubmission resubmission() {
    return wholeYears ? Resubmission.YEARS : Resubmission.FORMS;
  }
}
