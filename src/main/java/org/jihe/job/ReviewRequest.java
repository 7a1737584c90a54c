package org.jihe.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jihe.message.Language;
import org.jihe.rule.RuleException;
import org.jihe.rule.RuleSet;
import org.jihe.rule.Waivers;
import org.jihe.rule.fact.RegistryLists;
import org.jihe.source.Limits;
import org.jihe.template.TemplateSet;
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
 * @param waivers file of waivers; null for that of the workspace, where it has one
 * @param limits what reading one source may cost
 * @param resubmission what the forms replace of those that are there
 * @param templates the declarations that forms are held against
 */
public record ReviewRequest(
    List<Path> inputs,
    Path workspace,
    @Nullable Path rules,
    @Nullable String jurisdiction,
    Language language,
    RegistryLists lists,
    @Nullable Path waivers,
    Limits limits,
    Resubmission resubmission,
    TemplateSet templates) {

  /** The file of waivers that a workspace may hold. */
  public static final String WAIVERS = "waivers.yaml";

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
    this(
        inputs,
        workspace,
        rules,
        jurisdiction,
        language,
        RegistryLists.NONE,
        null,
        Limits.STANDARD,
        Resubmission.FORMS,
        TemplateSet.BUILT_IN);
  }

  /** The same with the bureau's lists. */
  public ReviewRequest with(RegistryLists given) {
    return new ReviewRequest(
        inputs,
        workspace,
        rules,
        jurisdiction,
        language,
        given,
        waivers,
        limits,
        resubmission,
        templates);
  }

  /** The same with a file of waivers. */
  public ReviewRequest withWaivers(@Nullable Path file) {
    return new ReviewRequest(
        inputs,
        workspace,
        rules,
        jurisdiction,
        language,
        lists,
        file,
        limits,
        resubmission,
        templates);
  }

  /** The same with other declarations of templates. */
  public ReviewRequest with(TemplateSet given) {
    return new ReviewRequest(
        inputs,
        workspace,
        rules,
        jurisdiction,
        language,
        lists,
        waivers,
        limits,
        resubmission,
        given);
  }

  /** The same with other limits. */
  public ReviewRequest within(Limits given) {
    return new ReviewRequest(
        inputs,
        workspace,
        rules,
        jurisdiction,
        language,
        lists,
        waivers,
        given,
        resubmission,
        templates);
  }

  /** The same, replacing something else. */
  public ReviewRequest replacing(Resubmission given) {
    return new ReviewRequest(
        inputs, workspace, rules, jurisdiction, language, lists, waivers, limits, given, templates);
  }

  /**
   * The rules, the parameters and the waivers that are asked for.
   *
   * @throws RuleException where one of them is wrong, with file and line
   */
  public RuleSet rulesInForce() throws RuleException {
    return rulesInForce(rules, jurisdiction, waivers, workspace);
  }

  /** The same without a request. */
  public static RuleSet rulesInForce(
      @Nullable Path rules, @Nullable String jurisdiction, @Nullable Path waivers, Path workspace)
      throws RuleException {
    RuleSet set = RuleSet.open(rules, jurisdiction);
    Path usual = workspace.resolve(WAIVERS);
    Path file = waivers == null && Files.isRegularFile(usual) ? usual : waivers;
    if (file == null) {
      return set;
    }
    Set<String> ids = new HashSet<>();
    set.rules().forEach(rule -> ids.add(rule.id()));
    return set.waiving(Waivers.read(file, ids, LocalDate.now(ZoneId.systemDefault())));
  }
}
