package org.jihe.job;

import java.nio.file.Path;
import java.util.List;
import org.jihe.message.Language;
import org.jihe.rule.fact.RegistryLists;
import org.jspecify.annotations.Nullable;

/**
 * What to review.
 *
 * @param inputs files and folders of forms
 * @param workspace folder of the tables and the outputs
 * @param rules folder of rules, or null for those that come with the program
 * @param jurisdiction id of the parameters, or null for the default
 * @param language language of the published texts
 * @param lists the lists that the bureau holds
 */
public record ReviewRequest(
    List<Path> inputs,
    Path workspace,
    @Nullable Path rules,
    @Nullable String jurisdiction,
    Language language,
    RegistryLists lists) {

  public ReviewRequest {
    inputs = List.copyOf(inputs);
  }

  /** A review without the bureau's lists. */
  public ReviewRequest(
      List<Path> inputs,
      Path workspace,
      @Nullable Path rules,
      @Nullable String jurisdiction,
      Language language) {
    this(inputs, workspace, rules, jurisdiction, language, RegistryLists.NONE);
  }

  /** The same with the bureau's lists. */
  public ReviewRequest with(RegistryLists given) {
    return new ReviewRequest(inputs, workspace, rules, jurisdiction, language, given);
  }
}
