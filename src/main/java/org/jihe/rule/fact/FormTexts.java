package org.jihe.rule.fact;

import java.util.List;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.fact.wording.Lateness;
import org.jihe.rule.fact.wording.Markup;
import org.jihe.rule.fact.wording.Placeholders;
import org.jihe.rule.fact.wording.ProjectName;
import org.jihe.rule.fact.wording.Years;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** What the texts of a form say and lack: its head, the project's name, words across all cells. */
public final class FormTexts {

  private final FormContext context;
  private final SelfEvaluation form;
  private final Parameters parameters;
  private final Narrative narrative;

  FormTexts(FormContext context) {
    this.context = context;
    this.form = context.form();
    this.parameters = context.parameters();
    this.narrative = Narrative.of(form.annualObjective().achieved().printed(), parameters);
  }

  /** Paths of the fields of the head that are blank. */
  public List<String> blankHeaderFields() {
    return HeaderFields.blank(form);
  }

  /** The project's name is blank. */
  public boolean projectNameBlank() {
    return form.projectName().isBlank();
  }

  /** True where the project's name contains one of the list's words. */
  public boolean projectNameHas(String words) {
    return parameters.mentions(words, form.projectName().printed());
  }

  /** True where the project builds or buys something; 队伍建设 builds nothing. */
  public boolean construction() {
    String name = form.projectName().printed();
    return name != null
        && parameters.mentions("construction", parameters.masked("notConstruction", name));
  }

  /**
   * True where the project's name, without figures, bracketed years, punctuation and spaces, is one
   * of the list's words.
   */
  public boolean projectNameIs(String words) {
    String name = form.projectName().printed();
    return name != null && parameters.isOne(words, ProjectName.bare(name));
  }

  /** What the year in the project's name is beside the form's. */
  public Years.Place nameYear() {
    return Years.ofName(form.projectName().printed(), form.year().value());
  }

  /** Where the form says that something was late; null where it does not. */
  public @Nullable Lateness lateness() {
    return context.lateness();
  }

  /** What 实际完成情况 says to be 0 and the table does not; null where they agree. */
  public Narrative.@Nullable Contradiction contradiction() {
    return narrative.contradiction(form.funding().total());
  }

  /** Cells that still hold the template's own placeholder. */
  public List<Placeholders.Placeholder> placeholders() {
    return Placeholders.told(form, parameters);
  }

  /** Cells with tags of web pages or a quotation mark that has no other. */
  public List<Markup.Mark> marks() {
    return Markup.in(form, parameters);
  }
}
