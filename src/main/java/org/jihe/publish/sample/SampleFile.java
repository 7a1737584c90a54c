package org.jihe.publish.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jihe.message.Messages;
import org.jihe.publish.CsvFile;
import org.jihe.statistic.sampling.Candidate;
import org.jihe.statistic.sampling.Sample;

/** The forms of a sample as CSV, with columns that the reviewers fill in. */
public final class SampleFile {

  private static final List<String> HEAD =
      List.of(
          "form",
          "department",
          "year",
          "project",
          "budget",
          "score",
          "reason",
          "review",
          "by",
          "note");

  private SampleFile() {}

  /**
   * Writes the list.
   *
   * @param texts with the bundle {@code sample}
   */
  public static void write(Path file, Sample sample, Messages texts) throws IOException {
    List<String> head = new ArrayList<>();
    HEAD.forEach(name -> head.add(texts.text("sample.column." + name)));
    try (CsvFile csv = new CsvFile(file, head)) {
      for (Candidate one : sample.drawn()) {
        csv.line(
            one.formId(),
            one.department(),
            one.year(),
            one.project(),
            one.budget() == null ? null : one.budget().toPlainString(),
            one.score() == null ? null : one.score().toPlainString(),
            texts.text("sample.risk." + one.risk().key()),
            null,
            null,
            null);
      }
    }
  }
}
