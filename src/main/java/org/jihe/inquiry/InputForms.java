package org.jihe.inquiry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.department.Departments;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.reading.FileReading;
import org.jihe.reading.FormReader;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.Dossier;
import org.jihe.rule.fact.group.ProjectDigest;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.version.FormFiles;
import org.jihe.version.MetForm;
import org.jihe.version.Resubmission;
import org.jihe.version.SourcesReadAgain;
import org.jihe.version.VersionPlan;
import org.jihe.version.Versions;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a few inputs, all in memory, under the ids that a run gives them: enough to say of
 * one form what a run would, without Spark.
 *
 * @param forms each form once
 * @param quarantined what could not be read
 */
public record InputForms(List<Form> forms, List<Quarantined> quarantined) {

  /**
   * A form under the id that a run gives it.
   *
   * @param dossier key of its department and year
   */
  public record Form(String id, String dossier, SelfEvaluation form) implements NamedForm {

    @Override
    public @Nullable String projectName() {
      return form.projectName().printed();
    }

    @Override
    public @Nullable String department() {
      return form.supervisingDepartment().printed();
    }

    @Override
    public @Nullable String year() {
      return form.year().printed();
    }

    @Override
    public Position origin() {
      return form.origin();
    }
  }

  /** The order of findings on several forms. */
  public static final Comparator<Finding> BY_WEIGHT =
      Comparator.comparing(Finding::severity).thenComparing(Finding::ruleId);

  public InputForms {
    forms = List.copyOf(forms);
    quarantined = List.copyOf(quarantined);
  }

  /** Reads files and folders. */
  public static InputForms read(List<Path> inputs, FormReader reader) {
    FormFiles files = FormFiles.read(inputs, reader);
    SourcesReadAgain coverage = new SourcesReadAgain(inputs, files.files());
    Map<String, SelfEvaluation> forms = new LinkedHashMap<>();
    List<MetForm> met = new ArrayList<>();
    for (FileReading reading : files.readings()) {
      coverage.add(reading.file(), reading.quarantined());
      for (SelfEvaluation form : reading.forms()) {
        MetForm one = MetForm.of(form, reading.modified(), Departments.NONE);
        met.add(one);
        forms.put(one.id(), form);
      }
    }
    VersionPlan versions =
        new Versions(coverage, Set.of(), Resubmission.FORMS).decide(met, List.of());
    List<Form> inForce = new ArrayList<>();
    for (MetForm one : met) {
      String id = versions.accepted().get(one.id());
      SelfEvaluation form = forms.get(one.id());
      if (id != null && form != null) {
        inForce.add(new Form(id, one.dossier(), form));
      }
    }
    return new InputForms(inForce, files.quarantined());
  }

  /** What the rules say of a form by itself and beside the other forms of its department. */
  public Evaluation evaluate(Form form, RuleSet rules, RegistryLists lists) {
    RuleEngine engine = RuleEngine.of(rules);
    Evaluation own = engine.evaluate(form.id(), form.form());
    if (!engine.seesGroups()) {
      return own;
    }
    String dossier = form.dossier();
    Dossier department =
        new Dossier(
            dossier,
            digests(engine, dossier),
            lastYear(engine, form.form(), lists.departments()),
            lists.projects(dossier),
            lists.ledger(dossier));
    List<Finding> findings = new ArrayList<>(own.findings());
    engine.evaluate(department).findings().stream()
        .filter(finding -> finding.related().contains(form.id()))
        .sorted(BY_WEIGHT)
        .forEach(findings::add);
    return new Evaluation(own.formId(), findings, own.outcomes(), own.audit());
  }

  private @Nullable List<ProjectDigest> lastYear(
      RuleEngine engine, SelfEvaluation form, Departments departments) {
    Integer year = form.year().value();
    if (year == null) {
      return null;
    }
    List<ProjectDigest> digests =
        digests(engine, departments.dossier(year - 1, form.supervisingDepartment().printed()));
    return digests.isEmpty() ? null : digests;
  }

  private List<ProjectDigest> digests(RuleEngine engine, String dossier) {
    List<ProjectDigest> digests = new ArrayList<>();
    for (Form form : forms) {
      if (form.dossier().equals(dossier)) {
        ProjectDigest digest = engine.check(form.id(), form.form()).digest();
        if (digest != null) {
          digests.add(digest);
        }
      }
    }
    return digests;
  }
}
