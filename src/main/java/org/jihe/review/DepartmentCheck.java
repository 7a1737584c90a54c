package org.jihe.review;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.finding.ScoreAudit;
import org.jihe.rule.fact.group.ProjectDigest;
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
 * @param check the rules in force with the bureau's lists
 * @param forms table {@code forms}
 * @param findings table {@code findings}
 * @param outcomes table {@code outcomes}
 * @param audits table {@code score_audit}
 */
record DepartmentCheck(
    YearCheck check,
    PartitionFiles forms,
    PartitionFiles findings,
    PartitionFiles outcomes,
    PartitionFiles audits)
    implements Serializable {

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
        digests.addAll(check.digests(take -> read(year, take)));
      }
      last = digests;
    }
    return written;
  }

  private void read(Year year, Consumer<AcceptedForm> take) {
    for (Stored file : year.files) {
      forms.readInternal(file, FormCodec.COLUMNS, row -> take.accept(FormCodec.fromInternal(row)));
    }
  }

  private Written check(
      Year year, List<ProjectDigest> digests, @Nullable List<ProjectDigest> lastYear) {
    String dossier = year.dossier;
    try (PartitionFiles.Writer findingRows = findings.write(dossier);
        PartitionFiles.Writer outcomeRows = outcomes.write(dossier);
        PartitionFiles.Writer auditRows = audits.write(dossier)) {
      YearCheck.Sink sink =
          new YearCheck.Sink() {
            @Override
            public void finding(@Nullable String project, Finding finding) {
              findingRows.add(FindingCodec.toRow(dossier, project, finding));
            }

            @Override
            public void outcomes(String formId, List<Outcome> all) {
              outcomeRows.add(OutcomeCodec.toRow(dossier, formId, all));
            }

            @Override
            public void audit(AcceptedForm form, ScoreAudit audit) {
              String project = form.form().projectName().printed();
              auditRows.add(ScoreAuditCodec.toRow(dossier, project, audit, form.form().kind()));
            }
          };
      digests.addAll(check.check(dossier, take -> read(year, take), lastYear, sink));
      return new Written(findingRows.finish(), outcomeRows.finish(), auditRows.finish());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
