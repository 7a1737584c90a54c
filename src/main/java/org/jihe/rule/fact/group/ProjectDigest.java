package org.jihe.rule.fact.group;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Outcome;
import org.jihe.form.FormKind;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Position;
import org.jihe.rule.fact.FormFacts;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What rules on several forms need of one form: small enough for a department's forms to be held
 * together.
 *
 * @param formId the form
 * @param kind what it evaluates
 * @param origin the form's first cell
 * @param identity whose project it is about, and of which year
 * @param indicators the indicators in printed order
 * @param texts what it says in words
 * @param amounts its amounts
 * @param scores how it scores itself
 * @param verdicts what the rules on single forms said of it
 */
public record ProjectDigest(
    String formId,
    FormKind kind,
    Position origin,
    ProjectIdentity identity,
    List<IndicatorDigest> indicators,
    ReportedTexts texts,
    ReportedAmounts amounts,
    ReportedScores scores,
    OwnVerdicts verdicts)
    implements Serializable {

  /** By name and year, then by what tells forms of one name apart. */
  public static final Comparator<ProjectDigest> ORDER =
      Comparator.<ProjectDigest, String>comparing(one -> String.valueOf(one.project()))
          .thenComparing(one -> one.year() == null ? 0 : one.year())
          .thenComparing(ProjectDigest::formId);

  public ProjectDigest {
    indicators = List.copyOf(indicators);
  }

  /** Draws the digest from a form and what its own rules said. */
  public static ProjectDigest of(
      SelfEvaluation form, FormFacts facts, Evaluation evaluation, List<Outcome> unmet) {
    Parameters parameters = facts.form().parameters();
    List<IndicatorDigest> rows = new ArrayList<>(form.indicators().size());
    for (Indicator row : form.indicators()) {
      rows.add(IndicatorDigest.of(row, facts.form().indicators().row(rows.size()), parameters));
    }
    return new ProjectDigest(
        evaluation.formId(),
        form.kind(),
        form.origin(),
        ProjectIdentity.of(form),
        rows,
        ReportedTexts.of(form, parameters),
        ReportedAmounts.of(form),
        ReportedScores.of(facts.form()),
        OwnVerdicts.of(evaluation, unmet, parameters));
  }

  /** The same form with equal indicators that share their texts. */
  public ProjectDigest with(List<IndicatorDigest> rows) {
    return new ProjectDigest(
        formId, kind, origin, identity, rows, texts, amounts, scores, verdicts);
  }

  /** The budget year, or null where it cannot be read. */
  public @Nullable Integer year() {
    return identity.year();
  }

  /** 实施单位 whatever its spelling. */
  public String agency() {
    return identity.agency();
  }

  /** 项目名称 as printed, or null where blank. */
  public @Nullable String project() {
    return identity.project();
  }

  /** The project's name for people. */
  public String label() {
    String project = project();
    return project == null ? origin.file() + ":" + origin.row() : project;
  }
}
