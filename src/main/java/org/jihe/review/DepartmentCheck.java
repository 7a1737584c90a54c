package org.jihe.review;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.engine.DossierEvaluation;
import org.jihe.rule.engine.FormCheck;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.Dossier;
import org.jihe.rule.fact.group.ProjectDigest;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.table.OutcomeCodec;
import org.jihe.table.ScoreAuditCodec;
import org.jihe.workspace.PartitionFiles;
import org.jihe.workspace.PartitionFiles.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Checks a department's forms, year after year, and writes what comes of each while the next is
 * read. It holds what the rules on several forms need of two years at most.
 *
 * @param rules the rules in force
 * @param lists the bureau's lists
 * @param evaluator checks one form
 * @param forms table {@code forms}
 * @param findings table {@code findings}
 * @param outcomes table {@code outcomes}
 * @param audits table {@code score_audit}
 */
record DepartmentCheck(
    RuleSet rules,
    RegistryLists lists,
    Evaluator evaluator,
    PartitionFiles forms,
    PartitionFiles findings,
    PartitionFiles outcomes,
    PartitionFiles audits)
    implements Serializable {

  /** What is done with one form on an executor. */
  @FunctionalInterface
  interface Evaluator extends Serializable {
    FormCheck check(RuleSet rules, String formId, SelfEvaluation form);
  }

  /**
   * A department's forms of one year.
   *
   * @param dossier key of the department and year
   * @param isDue false for a year that is read because the next one is held against it
   * @param files where its forms are; none for a dossier that only the lists know
   */
  record Year(String dossier, boolean isDue, List<Stored> files) implements Serializable {}

  /** The files that were written, by table. */
  record Written(List<DataFile> findings, List<DataFile> outcomes, List<DataFile> audits)
      implements Serializable {

    static Written nothing() {
      return new Written(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(Written other) {
      findings.addAll(other.findings);
      outcomes.addAll(other.outcomes);
      audits.addAll(other.audits);
    }
  }

  /**
   * Checks consecutive years of one department.
   *
   * @param years the first year first, none left out
   */
  Written run(List<Year> years) {
    Written written = Written.nothing();
    List<ProjectDigest> last = null;
    for (Year year : years) {
      List<ProjectDigest> digests = new ArrayList<>();
      if (year.isDue) {
        written.add(check(year, digests, last));
      } else {
        Interned texts = new Interned();
        read(year, (form, checked) -> keep(checked, texts, digests));
      }
      last = digests;
    }
    return written;
  }

  @FunctionalInterface
  private interface Checked {
    void accept(AcceptedForm form, FormCheck checked);
  }

  private void read(Year year, Checked checked) {
    for (Stored file : year.files) {
      forms.readInternal(
          file,
          FormCodec.COLUMNS,
          row -> {
            AcceptedForm form = FormCodec.fromInternal(row);
            checked.accept(form, evaluator.check(rules, form.formId(), form.form()));
          });
    }
  }

  private static void keep(FormCheck checked, Interned texts, List<ProjectDigest> digests) {
    ProjectDigest digest = checked.digest();
    if (digest != null) {
      digests.add(texts.of(digest));
    }
  }

  private Written check(
      Year year, List<ProjectDigest> digests, @Nullable List<ProjectDigest> lastYear) {
    String dossier = year.dossier;
    try (PartitionFiles.Writer findingRows = findings.write(dossier);
        PartitionFiles.Writer outcomeRows = outcomes.write(dossier);
        PartitionFiles.Writer auditRows = audits.write(dossier)) {
      Interned texts = new Interned();
      read(
          year,
          (form, checked) -> {
            keep(checked, texts, digests);
            String project = form.form().projectName().printed();
            Evaluation evaluation = checked.evaluation();
            for (Finding one : evaluation.findings()) {
              findingRows.add(FindingCodec.toRow(dossier, project, one));
            }
            outcomeRows.add(OutcomeCodec.toRow(dossier, form.formId(), evaluation.outcomes()));
            auditRows.add(
                ScoreAuditCodec.toRow(dossier, project, evaluation.audit(), form.form().kind()));
          });
      RuleEngine engine = RuleEngine.of(rules);
      if (engine.seesGroups()) {
        checkTogether(engine, dossier, digests, lastYear, findingRows, outcomeRows);
      }
      return new Written(findingRows.finish(), outcomeRows.finish(), auditRows.finish());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void checkTogether(
      RuleEngine engine,
      String dossier,
      List<ProjectDigest> digests,
      @Nullable List<ProjectDigest> lastYear,
      PartitionFiles.Writer findingRows,
      PartitionFiles.Writer outcomeRows) {
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
    for (Finding one : evaluation.findings()) {
      findingRows.add(FindingCodec.toRow(dossier, projects.get(one.formId()), one));
    }
    Map<String, List<Outcome>> byForm = new LinkedHashMap<>();
    for (Outcome one : evaluation.outcomes()) {
      byForm.computeIfAbsent(one.formId(), id -> new ArrayList<>()).add(one);
    }
    byForm.forEach((form, all) -> outcomeRows.add(OutcomeCodec.toRow(dossier, form, all)));
  }
}
