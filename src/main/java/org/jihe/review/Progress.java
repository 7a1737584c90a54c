package org.jihe.review;

import java.util.Locale;
import org.jihe.process.RunFacts;

/** Hears how far a job has come. Called from any thread, several times a second at most. */
public interface Progress {

  /** Hears nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void begins(Step step) {}

        @Override
        public void reads(Reading reading) {}
      };

  /** What a job does, one after the other. */
  enum Step {
    READ,
    CHECK,
    AGGREGATE,
    PUBLISH
  }

  /**
   * How far the reading of the files has come.
   *
   * @param files files that have been read
   * @param allFiles files that are to be read
   * @param bytes bytes of the files that have been read
   * @param allBytes bytes of all files
   * @param forms forms that were found
   */
  record Reading(long files, long allFiles, long bytes, long allBytes, long forms) {}

  /** A step begins; the one before it is done. */
  void begins(Step step);

  /** Some more files have been read. */
  void reads(Reading reading);

  /**
   * Notes how long every step takes, beside telling it.
   *
   * @param heard who hears it, too
   */
  record Timed(Progress heard) implements Progress {

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
}
