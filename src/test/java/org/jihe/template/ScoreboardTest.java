package org.jihe.template;

import java.util.List;
import java.util.Locale;
import org.jihe.Cells;
import org.jihe.GoldenFile;
import org.jihe.SampleForms;
import org.jihe.form.SelfEvaluation;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;

/** Keeps {@code datasets/scoreboard.txt} current: how well every corpus is read. */
class ScoreboardTest {

  @Test
  void theScoreboardIsCurrent() {
    StringBuilder board = new StringBuilder();
    board.append("How well forms are read, form by form and cell by cell.\n");
    board.append(
        "flagged: exact forms with a guess for a person; silent: wrong without a guess.\n\n");
    board.append(
        String.format(
            Locale.ROOT,
            "%-28s %6s %8s %8s %6s %8s %7s %7s%n",
            "corpus",
            "forms",
            "cells",
            "wrong",
            "exact",
            "rate",
            "flagged",
            "silent"));
    board.append(sample());
    board.append(row("printed clean", Corpus.clean()));
    board.append(row("damaged as in the sample", Corpus.damaged()));
    board.append(row("damaged harder", Corpus.harsh()));
    board.append("\nSixty forms for every kind of damage\n\n");
    Corpus.byKind().forEach((kind, trials) -> board.append(row("  " + kind, trials)));
    GoldenFile.at("datasets/scoreboard.txt").holds(board.toString());
  }

  private static String sample() {
    List<SelfEvaluation> forms = Trial.recognise(SampleForms.bytes()).forms();
    int cells = 0;
    int wrong = 0;
    int exact = 0;
    int flagged = 0;
    int silent = 0;
    for (int i = 0; i < forms.size(); i++) {
      SelfEvaluation form = forms.get(i);
      int differences =
          Cells.differences(SampleForms.transcripts().get(i), Transcripts.toJson(form)).size();
      boolean person = form.recovery().needsPerson();
      cells += Cells.of(SampleForms.transcripts().get(i)).size();
      wrong += differences;
      exact += differences == 0 ? 1 : 0;
      flagged += differences == 0 && person ? 1 : 0;
      silent += differences > 0 && !person ? 1 : 0;
    }
    return line("minhang-2022", forms.size(), cells, wrong, exact, flagged, silent);
  }

  private static String row(String corpus, List<Trial> trials) {
    return line(
        corpus,
        trials.size(),
        trials.stream().mapToInt(Trial::cells).sum(),
        trials.stream().mapToInt(trial -> trial.wrong().size()).sum(),
        (int) trials.stream().filter(Trial::exact).count(),
        (int) trials.stream().filter(trial -> trial.exact() && trial.flagged()).count(),
        (int) trials.stream().filter(Trial::silent).count());
  }

  private static String line(
      String corpus, int forms, int cells, int wrong, int exact, int flagged, int silent) {
    double rate = 100.0 * exact / forms;
    return String.format(
        Locale.ROOT,
        "%-28s %6d %8d %8d %6d %7.2f%% %7d %7d%n",
        corpus,
        forms,
        cells,
        wrong,
        exact,
        rate,
        flagged,
        silent);
  }
}
