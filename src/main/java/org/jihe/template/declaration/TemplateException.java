package org.jihe.template.declaration;

import java.util.List;
import java.util.stream.Collectors;

/** Template declarations that are not in order. */
public final class TemplateException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<TemplateProblem> problems;

  TemplateException(List<TemplateProblem> problems) {
    super(problems.stream().map(TemplateProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, file by file. */
  public List<TemplateProblem> problems() {
    return problems;
  }
}
