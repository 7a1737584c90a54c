package org.jihe.review.letter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jihe.form.Texts;
import org.jihe.message.JobException;
import org.jihe.publish.Marking;
import org.jihe.publish.ReviewData;
import org.jihe.publish.marked.MarkedCopies;
import org.jihe.review.Outputs;
import org.jihe.review.ReviewRequest;
import org.jihe.review.Workbench;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;

/**
 * Writes marked copies of the files of the last review; the files and the tables stay as they are.
 */
public final class Marks {

  private Marks() {}

  /**
   * Writes them.
   *
   * @param folder where
   * @param department part of the names of the departments whose files are copied; empty for all
   * @throws JobException where the workspace cannot be read, or the folder cannot be written to
   */
  public static List<MarkedCopies.Result> run(ReviewRequest request, Path folder, String department)
      throws JobException, RuleException {
    RuleSet rules = request.rulesInForce();
    String wanted = Texts.normalised(department);
    return Workbench.past(
        request.workspace(),
        "last",
        (spark, workspace, run) -> {
          ReviewData data = Outputs.of(workspace, run, rules, request);
          try {
            return Marking.write(
                data, folder, list -> Texts.normalised(list.department()).contains(wanted));
          } catch (IOException e) {
            String detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new JobException(
                "letters.failed", Map.of("folder", folder.toString(), "detail", detail), e);
          }
        });
  }
}
