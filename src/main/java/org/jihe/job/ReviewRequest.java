package org.jihe.job;

import java.nio.file.Path;
import java.util.List;
import org.jihe.message.Language;
import org.jspecify.annotations.Nullable;

/**
 * What to review.
 *
 * @param inputs files and folders of forms
 * @param workspace folder of the tables and the outputs
 * @param rules folder of rules, or null for those that come with the program
 * @param jurisdiction id of the parameters, or null for the default
 * @param language language of the published texts
 */
public record ReviewRequest(
    List<Path> inputs,
    Path workspace,
    @Nullable Path rules,
    @Nullable String jurisdiction,
    Language language) {

  public ReviewRequest {
    inputs = List.copyOf(inputs);
  }
}
