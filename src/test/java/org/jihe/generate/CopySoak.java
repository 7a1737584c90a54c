package org.jihe.generate;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.department.Departments;
import org.jihe.generate.draft.Department;
import org.jihe.generate.draft.Draft;
import org.jihe.generate.draft.DraftJson;
import org.jihe.generate.draft.FileKind;
import org.jihe.statistic.copied.CopySearch;
import org.jihe.statistic.copied.FormText;
import org.jihe.table.AcceptedForm;
import org.jihe.transcript.Transcripts;

/**
 * The search for copied texts in so many made-up forms, each made anew for both passes, so that
 * what is kept is what the search keeps. Run with a small heap: arguments are departments and
 * forms.
 */
final class CopySoak {

  private CopySoak() {}

  public static void main(String[] args) {
    GenerateRequest request =
        new GenerateRequest(
            Integer.parseInt(args[0]),
            Integer.parseInt(args[1]),
            2021,
            2023,
            7,
            Path.of("none"),
            List.of(FileKind.TXT),
            .75);
    long start = System.nanoTime();
    CopySearch search = new CopySearch();
    int[] texts = new int[2];
    each(
        request,
        text -> {
          search.see(text.sketch());
          texts[0]++;
        });
    search.turn();
    long seen = System.nanoTime();
    each(
        request,
        text -> {
          if (search.isWanted()) {
            search.take(text);
            texts[1]++;
          } else {
            search.pass(text.place().departmentKey());
          }
        });
    long taken = System.nanoTime();
    int groups = search.done().size();
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.out.printf(
        Locale.ROOT,
        "%s forms, %d texts, %d taken, %d groups; first pass %d ms, second %d ms, compared in %d"
            + " ms; %d MB held at the end%n",
        args[1],
        texts[0],
        texts[1],
        groups,
        (seen - start) / 1_000_000,
        (taken - seen) / 1_000_000,
        (System.nanoTime() - taken) / 1_000_000,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static void each(GenerateRequest request, Consumer<FormText> sink) {
    for (Department department : new Offices(request).all()) {
      DepartmentForms made = new DepartmentForms(request, department);
      for (int number = 0; number < request.years(); number++) {
        int form = 0;
        for (Draft draft : made.year(number).drafts()) {
          SelfEvaluation read = Transcripts.fromJson("form", DraftJson.of(draft));
          String id = department.folder() + "-" + number + "-" + form++;
          FormText.of(AcceptedForm.of(read).withId(id), Departments.NONE).forEach(sink);
        }
      }
    }
  }
}
