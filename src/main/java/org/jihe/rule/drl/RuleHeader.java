package org.jihe.rule.drl;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.form.FormKind;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;

/**
 * What is known of a rule without its condition and consequence.
 *
 * @param info what the catalogue shows
 * @param concerns cells without which the rule does not apply to a form, such as {@code
 *     total.grade}, or {@code funding.total.finalBudget > 0}, or {@link #CATEGORY_POINTS}
 * @param uses the parameters that it names
 * @param formKinds the kinds of forms that it is for
 * @param yieldsTo rules beside which it says nothing of a cell that they speak of
 */
public record RuleHeader(
    RuleInfo info,
    List<String> concerns,
    List<ParameterUse> uses,
    List<FormKind> formKinds,
    List<String> yieldsTo)
    implements Serializable {

  /** In {@code @concerns}: a category's label states its points. */
  public static final String CATEGORY_POINTS = "categoryPoints";

  public RuleHeader {
    concerns = List.copyOf(concerns);
    uses = List.copyOf(uses);
    formKinds = List.copyOf(new TreeSet<>(formKinds));
    yieldsTo = List.copyOf(yieldsTo);
  }

  /** A rule for forms on projects. */
  public RuleHeader(RuleInfo info, List<String> concerns, List<ParameterUse> uses) {
    this(info, concerns, uses, List.of(FormKind.PROJECT), List.of());
  }

  /**
   * The headers of several rules.
   *
   * @throws RuleException where one cannot be read, an annotation is wrong, or two rules have one
   *     name
   */
  public static List<RuleHeader> of(List<DrlFile> files) throws RuleException {
    List<Problem> problems = new ArrayList<>();
    Map<String, DrlFile> names = new TreeMap<>();
    List<RuleHeader> headers = new ArrayList<>();
    for (DrlFile file : files) {
      headers.add(DrlRule.of(file).header(problems::add));
      DrlFile same = names.put(file.name(), file);
      if (same != null) {
        Map<String, String> place = Map.of("other", same.file());
        problems.add(Problem.of(file.file(), 0, "folder.nameTaken", place));
      }
    }
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
    return headers;
  }
}
