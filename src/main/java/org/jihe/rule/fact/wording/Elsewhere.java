package org.jihe.rule.fact.wording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Names of other places or branches in 年度总体目标, which is what a text that was taken from another
 * form leaves behind.
 */
public final class Elsewhere {

  private static final Pattern CLAUSES = Pattern.compile("[。；;！!]");

  private static final char SEPARATOR = '\n';

  private Elsewhere() {}

  /**
   * A name of elsewhere.
   *
   * @param path the cell
   * @param name the name as printed
   * @param own what the form itself is about
   */
  public record Name(String path, String name, String own) {}

  /** The first name in either text; null where there is none. */
  public static @Nullable Name in(SelfEvaluation form, Parameters parameters) {
    String own = own(form);
    String planned = FormPath.objective(FormFields.PLANNED).toString();
    Name found = in(form.annualObjective().planned(), planned, own, parameters);
    return found != null
        ? found
        : in(
            form.annualObjective().achieved(),
            FormPath.objective(FormFields.ACHIEVED).toString(),
            own,
            parameters);
  }

  private static String own(SelfEvaluation form) {
    return printed(form.supervisingDepartment())
        + SEPARATOR
        + printed(form.implementingAgency())
        + SEPARATOR
        + printed(form.projectName());
  }

  private static String printed(Field<String> field) {
    String text = field.printed();
    return text == null ? "" : text;
  }

  private static @Nullable Name in(
      Field<String> field, String path, String own, Parameters parameters) {
    String text = field.printed();
    if (text == null || field.isBlank()) {
      return null;
    }
    String place = parameters.mentions("place", own) ? place(text, own, parameters) : null;
    if (place != null) {
      return new Name(path, place, shown(parameters.firstWord("place", own)));
    }
    String project = own.substring(own.lastIndexOf(SEPARATOR) + 1);
    for (Pattern branch : parameters.patternsNamed("branch")) {
      Matcher its = branch.matcher(project);
      if (its.find()) {
        String other = branch(text, branch, own, parameters);
        return other == null ? null : new Name(path, other, project);
      }
    }
    return null;
  }

  private static String shown(@Nullable String word) {
    return word == null ? "" : word;
  }

  /** A place that is not the form's own; beside words of help or visits it is no slip. */
  private static @Nullable String place(String text, String own, Parameters parameters) {
    if (!parameters.mentions("place", text)) {
      return null;
    }
    for (String clause : CLAUSES.split(text, -1)) {
      if (parameters.mentions("amongPlaces", clause)) {
        continue;
      }
      for (int at = 0; at < clause.length(); at++) {
        String word = parameters.wordAt("place", clause, at);
        if (word != null
            && !own.contains(word)
            && !isPartOfName(clause, at + word.length(), parameters)) {
          return word;
        }
      }
    }
    return null;
  }

  /** 静安区法院 may be where something was heard; it is no slip of the pen. */
  private static boolean isPartOfName(String clause, int at, Parameters parameters) {
    return at < clause.length() && parameters.wordAt("behindPlace", clause, at) != null;
  }

  /** A branch of the same sort whose name has nothing of the form's own. */
  private static @Nullable String branch(
      String text, Pattern branch, String own, Parameters parameters) {
    Matcher matcher = branch.matcher(text);
    while (matcher.find()) {
      String name = matcher.group("name");
      if (!own.contains(name) && !parameters.mentions("noBranch", name)) {
        return matcher.group();
      }
    }
    return null;
  }
}
