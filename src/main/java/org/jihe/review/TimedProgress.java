package org.jihe.review;

import java.util.Locale;
import org.jihe.process.RunFacts;

/** Notes how long every step takes, beside telling it. */
record TimedProgress(Progress heard) implements Progress {

  @Override
  public void begins(Step step) {
    RunFacts.begins(step.name().toLowerCase(Locale.ROOT));
    heard.begins(step);
  }

  @Override
  public void reads(Reading reading) {
    heard.reads(reading);
  }
}
