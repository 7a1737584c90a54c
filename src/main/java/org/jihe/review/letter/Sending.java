package org.jihe.review.letter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jihe.form.Texts;
import org.jihe.message.JobException;
import org.jihe.publish.Deliveries;
import org.jihe.publish.ReviewData;
import org.jihe.publish.letter.LetterTemplate;
import org.jihe.publish.letter.Sender;
import org.jihe.review.Outputs;
import org.jihe.review.ReviewRequest;
import org.jihe.review.Workbench;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jspecify.annotations.Nullable;

/** Writes the letters, the lists and the report of the last review; the tables stay as they are. */
public final class Sending {

  private Sending() {}

  /**
   * What is to be sent.
   *
   * @param folder where it is written
   * @param sender who writes
   * @param template the bureau's own letter, or null for the usual one
   * @param department part of the names of the departments that get letters; empty for all
   */
  public record Order(
      Path folder, Sender sender, @Nullable LetterTemplate template, String department) {}

  /**
   * What was written.
   *
   * @param folder where
   * @param departments the departments that got letters, where some were chosen
   * @param files what of it
   */
  public record Result(String folder, List<String> departments, Deliveries.Result files) {}

  /**
   * Writes it.
   *
   * @throws JobException where the workspace cannot be read, or the folder cannot be written to
   */
  public static Result run(ReviewRequest request, Order order) throws JobException, RuleException {
    RuleSet rules = request.rulesInForce();
    return Workbench.past(
        request.workspace(),
        "last",
        (spark, workspace, run) -> {
          ReviewData data = Outputs.of(workspace, run, rules, request);
          String wanted = Texts.normalised(order.department);
          List<String> chosen = new ArrayList<>();
          try {
            Deliveries.Result files =
                Deliveries.write(
                    data,
                    order.folder,
                    order.sender,
                    order.template,
                    list -> {
                      boolean is = Texts.normalised(list.department()).contains(wanted);
                      if (is && !wanted.isEmpty()) {
                        chosen.add(list.department());
                      }
                      return is;
                    });
            return new Result(order.folder.toString(), chosen, files);
          } catch (IOException e) {
            String detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new JobException(
                "letters.failed", Map.of("folder", order.folder.toString(), "detail", detail), e);
          }
        });
  }
}
