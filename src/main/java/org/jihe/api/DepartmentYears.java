package org.jihe.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jihe.form.department.Departments;
import org.jihe.review.YearCheck;
import org.jihe.rule.fact.group.ProjectDigest;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FormCodec;
import org.jspecify.annotations.Nullable;

/**
 * Checks a department's forms, year after year, while they go by. What is held at a time is what
 * came of one year, and what the rules on several forms need of two.
 */
final class DepartmentYears implements Iterator<Row> {

  private final YearCheck check;
  private final Iterator<Row> forms;
  private final Deque<Row> ready = new ArrayDeque<>();
  private @Nullable AcceptedForm next;
  private @Nullable List<ProjectDigest> lastYear;
  private String awaited = "";

  /**
   * @param forms the department's, one dossier after the other, the earliest year first
   */
  DepartmentYears(YearCheck check, Iterator<Row> forms) {
    this.check = check;
    this.forms = forms;
    this.next = read();
  }

  private @Nullable AcceptedForm read() {
    return forms.hasNext() ? FormCodec.fromRow(forms.next()) : null;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && next != null) {
      year(next);
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void year(AcceptedForm first) {
    String dossier = first.dossier();
    Verdicts verdicts = new Verdicts(dossier);
    List<ProjectDigest> digests =
        check.check(
            dossier,
            take -> {
              for (AcceptedForm form = next;
                  form != null && form.dossier().equals(dossier);
                  form = next) {
                next = read();
                take.accept(form);
              }
            },
            awaited.equals(dossier) ? lastYear : null,
            verdicts);
    ready.addAll(verdicts.rows());
    lastYear = digests;
    Integer year = first.form().year().value();
    String department = first.form().supervisingDepartment().printed();
    awaited = year == null ? "" : Departments.NONE.dossier(year + 1, department);
  }
}
