package org.jihe.review;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.finding.ScoreAudit;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.engine.DossierEvaluation;
import org.jihe.rule.engine.FormCheck;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.Dossier;
import org.jihe.rule.fact.group.ProjectDigest;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.table.AcceptedForm;
import org.jspecify.annotations.Nullable;

/**
 * Checks the forms of one department and year, wherever they come from: each by itself as it goes
 * by, then all of them together.
 *
 * @param rules the rules in force
 * @param lists the bureau's lists
 * @param evaluator checks one form
 */
public record YearCheck(RuleSet rules, RegistryLists lists, Evaluator evaluator)
    implements Serializable {

  /** What is done with one form on an executor. */
  @FunctionalInterface
  public interface Evaluator extends Serializable {
    FormCheck check(RuleSet rules, String formId, SelfEvaluation form);
  }

  /** The forms of a department and year. */
  @FunctionalInterface
  public interface Forms {
    void each(Consumer<AcceptedForm> take);
  }

  /** Takes what comes of a check. */
  public interface Sink {

    /**
     * Takes a finding.
     *
     * @param project printed name of the project; null where the finding is on no form
     */
    void finding(@Nullable String project, Finding finding);

    /** Takes what rules said of a form. */
    void outcomes(String formId, List<Outcome> all);

    /** Takes a form's score audit. */
    void audit(AcceptedForm form, ScoreAudit audit);
  }

  /** Rules as they are. */
  public static YearCheck of(RuleSet rules, RegistryLists lists) {
    return new YearCheck(
        rules, lists, (set, formId, form) -> RuleEngine.of(set).check(formId, form));
  }

  /** What the rules on several forms need of a year that is not checked itself. */
  public List<ProjectDigest> digests(Forms forms) {
    List<ProjectDigest> digests = new ArrayList<>();
    Interned texts = new Interned();
    forms.each(form -> keep(checked(form), texts, digests));
    return digests;
  }

  /**
   * Checks a year.
   *
   * @param dossier key of the department and year
   * @param lastYear the year before; null where nothing is known of it
   * @return what the next year's check needs of this one
   */
  public List<ProjectDigest> check(
      String dossier, Forms forms, @Nullable List<ProjectDigest> lastYear, Sink sink) {
    List<ProjectDigest> digests = new ArrayList<>();
    Interned texts = new Interned();
    forms.each(
        form -> {
          FormCheck checked = checked(form);
          keep(checked, texts, digests);
          String project = form.form().projectName().printed();
          Evaluation evaluation = checked.evaluation();
          evaluation.findings().forEach(one -> sink.finding(project, one));
          sink.outcomes(form.formId(), evaluation.outcomes());
          sink.audit(form, evaluation.audit());
        });
    RuleEngine engine = RuleEngine.of(rules);
    if (engine.seesGroups()) {
      together(engine, dossier, digests, lastYear, sink);
    }
    return digests;
  }

  private FormCheck checked(AcceptedForm form) {
    return evaluator.check(rules, form.formId(), form.form());
  }

  private static void keep(FormCheck checked, Interned texts, List<ProjectDigest> digests) {
    ProjectDigest digest = checked.digest();
    if (digest != null) {
      digests.add(texts.of(digest));
    }
  }

  private void together(
      RuleEngine engine,
      String dossier,
      List<ProjectDigest> digests,
      @Nullable List<ProjectDigest> lastYear,
      Sink sink) {
    DossierEvaluation evaluation =
        engine.evaluate(
            new Dossier(
                dossier, digests, lastYear, lists.projects(dossier), lists.ledger(dossier)));
    Map<String, String> projects = new HashMap<>();
    for (ProjectDigest form : digests) {
      String name = form.project();
      if (name != null) {
        projects.put(form.formId(), name);
      }
    }
    evaluation.findings().forEach(one -> sink.finding(projects.get(one.formId()), one));
    Map<String, List<Outcome>> byForm = new LinkedHashMap<>();
    for (Outcome one : evaluation.outcomes()) {
      byForm.computeIfAbsent(one.formId(), id -> new ArrayList<>()).add(one);
    }
    byForm.forEach(sink::outcomes);
  }
}
