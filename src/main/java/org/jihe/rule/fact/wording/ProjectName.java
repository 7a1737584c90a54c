package org.jihe.rule.fact.wording;

import java.util.regex.Pattern;
import org.jihe.form.Texts;

/** A project's name without what only numbers or dates it. */
public final class ProjectName {

  private static final Pattern NUMBERED_BRACKETS = Pattern.compile("[(（][^()（）]*\\d[^()（）]*[)）]");
  private static final Pattern YEARS_AND_FIGURES = Pattern.compile("\\d+(年度?)?");

  private ProjectName() {}

  /** {@code 政府投资计划2} and {@code 2022年政府投资计划（第1批）} are both {@code 政府投资计划}. */
  public static String bare(String name) {
    String open = NUMBERED_BRACKETS.matcher(name).replaceAll("");
    return YEARS_AND_FIGURES.matcher(Texts.normalised(open)).replaceAll("");
  }
}
