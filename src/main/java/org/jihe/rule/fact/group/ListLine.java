package org.jihe.rule.fact.group;

import java.util.List;
import org.drools.model.Drools;
import org.jihe.form.DepartmentName;
import org.jihe.rule.fact.Evidence;

/** A line of the bureau's project list and how many forms there are of its project. */
public final class ListLine extends GroupFact {

  private final ListedProject line;
  private final int forms;

  ListLine(GroupFacts facts, ListedProject line, int forms) {
    super(facts, key(line), List.of());
    this.line = line;
    this.forms = forms;
  }

  private static String key(ListedProject line) {
    String agency = line.agency() == null ? "null" : DepartmentName.identity(line.agency());
    return line.code() + "\u001f" + line.name() + "\u001f" + agency;
  }

  /** Forms of the project; those that another line may be meant by count too. */
  public int forms() {
    return forms;
  }

  /** Reports the line. */
  public Evidence report(Drools rule) {
    return report(rule, "projectList: " + line.name(), List.of())
        .with("project", line.name())
        .with("code", line.code() == null ? "—" : line.code())
        .with("department", line.department())
        .with("agency", line.agency() == null ? "—" : line.agency())
        .with("year", line.year())
        .with("line", line.place());
  }
}
