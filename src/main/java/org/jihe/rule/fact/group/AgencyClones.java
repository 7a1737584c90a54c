package org.jihe.rule.fact.group;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Drools;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.fact.Evidence;

/** One agency's projects of a {@link ClonedGroup}. */
public final class AgencyClones extends GroupFact {

  AgencyClones(GroupFacts facts, List<ProjectDigest> members) {
    super(facts, members.get(0).formId() + members.get(0).agency(), members);
  }

  /** How many of them have a final budget below a threshold. */
  public int budgetsBelow(String threshold) {
    return below(threshold).size();
  }

  /** What they come to together, in yuan. */
  public BigDecimal sumBelow(String threshold) {
    BigDecimal sum = BigDecimal.ZERO;
    for (ProjectDigest one : below(threshold)) {
      BigDecimal budget = one.amounts().finalBudget();
      sum = budget == null ? sum : sum.add(budget);
    }
    return sum;
  }

  /** Reports those whose final budget is below the threshold. */
  public Evidence reportBelow(Drools rule, String threshold) {
    return report(rule, Cells.FINAL_BUDGET, below(threshold));
  }

  private List<ProjectDigest> below(String threshold) {
    BigDecimal limit = limit(threshold);
    List<ProjectDigest> below = new ArrayList<>();
    for (ProjectDigest one : members()) {
      BigDecimal budget = one.amounts().finalBudget();
      if (budget != null && budget.compareTo(limit) < 0) {
        below.add(one);
      }
    }
    return below;
  }
}
