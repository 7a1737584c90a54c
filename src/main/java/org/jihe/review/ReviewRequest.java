package org.jihe.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jihe.form.department.Departments;
import org.jihe.message.Language;
import org.jihe.publish.database.FeedTarget;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.waiver.Waivers;
import org.jihe.source.file.Limits;
import org.jihe.template.declaration.TemplateSet;
import org.jihe.version.Resubmission;
import org.jspecify.annotations.Nullable;

/**
 * What to review.
 *
 * @param inputs files and folders of forms
 * @param workspace folder of the tables and the outputs
 * @param language language of the published texts
 * @param reading how the inputs are read
 * @param checking what the forms are checked with
 * @param patience how long another process that writes the workspace is waited for
 * @param feed the database that the results go to as well; null for files alone
 */
public record ReviewRequest(
    List<Path> inputs,
    Path workspace,
    Language language,
    Reading reading,
    Checking checking,
    Duration patience,
    @Nullable FeedTarget feed) {

  /** The file of waivers that a workspace may hold. */
  public static final String WAIVERS = "waivers.yaml";

  /**
   * How inputs are read.
   *
   * @param limits what reading one source may cost
   * @param templates the declarations that forms are held against
   * @param resubmission what the forms replace of those that are there
   * @param departments which names are one department; null for what the workspace knows of it
   */
  public record Reading(
      Limits limits,
      TemplateSet templates,
      Resubmission resubmission,
      @Nullable Departments departments) {

    /** With what the workspace knows of its departments. */
    public Reading(Limits limits, TemplateSet templates, Resubmission resubmission) {
      this(limits, templates, resubmission, null);
    }

    /** As long as nobody says otherwise. */
    public static final Reading USUAL =
        new Reading(Limits.STANDARD, TemplateSet.BUILT_IN, Resubmission.FORMS);
  }

  /**
   * What forms are checked with.
   *
   * @param rules folder of rules, or null for those that come with the program
   * @param jurisdiction id of the parameters, or null for the one that each form belongs to
   * @param waivers file of waivers; null for that of the workspace, where it has one
   * @param lists the lists that the bureau holds
   */
  public record Checking(
      @Nullable Path rules,
      @Nullable String jurisdiction,
      @Nullable Path waivers,
      RegistryLists lists) {

    /** As long as nobody says otherwise. */
    public static final Checking USUAL = new Checking(null, null, null, RegistryLists.NONE);
  }

  public ReviewRequest {
    inputs = List.copyOf(inputs);
  }

  /** A review that waits for nobody. */
  public ReviewRequest(
      List<Path> inputs, Path workspace, Language language, Reading reading, Checking checking) {
    this(inputs, workspace, language, reading, checking, Duration.ZERO, null);
  }

  /** A review with what comes with the program. */
  public ReviewRequest(List<Path> inputs, Path workspace, Language language) {
    this(inputs, workspace, language, Reading.USUAL, Checking.USUAL);
  }

  /** The same with so long a wait for another process. */
  public ReviewRequest waiting(Duration longest) {
    return new ReviewRequest(inputs, workspace, language, reading, checking, longest, feed);
  }

  /** The same whose results go to a database as well. */
  public ReviewRequest feeding(@Nullable FeedTarget target) {
    return new ReviewRequest(inputs, workspace, language, reading, checking, patience, target);
  }

  /**
   * The rules, the parameters and the waivers that are asked for.
   *
   * @throws RuleException where one of them is wrong, with file and line
   */
  public RuleSet rulesInForce() throws RuleException {
    return rulesInForce(checking.rules, checking.jurisdiction, checking.waivers, workspace);
  }

  /** The same without a request. */
  public static RuleSet rulesInForce(
      @Nullable Path rules, @Nullable String jurisdiction, @Nullable Path waivers, Path workspace)
      throws RuleException {
    return waiving(RuleSet.open(rules, jurisdiction), waivers, workspace);
  }

  /** Rules with the waivers that are named, or else those of the workspace. */
  public static RuleSet waiving(RuleSet set, @Nullable Path waivers, Path workspace)
      throws RuleException {
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
