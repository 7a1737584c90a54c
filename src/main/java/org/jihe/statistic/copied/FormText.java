package org.jihe.statistic.copied;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jihe.form.DepartmentName;
import org.jihe.form.Field;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.form.alike.Banding;
import org.jihe.form.department.DepartmentLine;
import org.jihe.form.department.Departments;
import org.jihe.table.AcceptedForm;
import org.jspecify.annotations.Nullable;

/**
 * A text of a form that is long enough to be copied.
 *
 * @param place whose text it is
 * @param kind which of the form's texts
 * @param subject path of the cell, or of the part of the form
 * @param text as printed; of indicators a line each
 * @param sketch its MinHash signature, a number a band
 */
public record FormText(
    Place place, CopiedKind kind, String subject, String text, IntBuffer sketch) {

  /** Shorter texts are the same by chance, or because there is nothing more to say. */
  static final int FEWEST_CHARACTERS = 20;

  /** Fewer indicators are the same by chance. */
  static final int FEWEST_INDICATORS = 5;

  /**
   * Whose text it is.
   *
   * @param departmentKey what tells the department from others
   * @param department its name for people
   */
  public record Place(
      String dossier,
      String formId,
      String departmentKey,
      @Nullable String department,
      @Nullable Integer year,
      @Nullable String project) {}

  /** The texts of a form on a project. */
  public static List<FormText> of(AcceptedForm accepted, Departments departments) {
    SelfEvaluation form = accepted.form();
    String printed = form.supervisingDepartment().printed();
    DepartmentLine line = departments.line(printed);
    Place place =
        new Place(
            accepted.dossier(),
            accepted.formId(),
            departments.identity(printed),
            name(line, printed),
            form.year().value(),
            form.projectName().printed());
    List<FormText> texts = new ArrayList<>();
    add(
        texts,
        place,
        CopiedKind.OBJECTIVE,
        "annualObjective.planned",
        form.annualObjective().planned());
    add(
        texts,
        place,
        CopiedKind.ACHIEVEMENT,
        "annualObjective.achieved",
        form.annualObjective().achieved());
    for (int row = 0; row < form.indicators().size(); row++) {
      add(
          texts,
          place,
          CopiedKind.EXPLANATION,
          String.format(Locale.ROOT, "indicators[%d].varianceExplanation", row),
          form.indicators().get(row).varianceExplanation());
    }
    addIndicators(texts, place, form.indicators());
    return texts;
  }

  private static @Nullable String name(@Nullable DepartmentLine line, @Nullable String printed) {
    if (line != null) {
      return line.department();
    }
    return printed == null ? null : DepartmentName.of(printed).plain();
  }

  private static void add(
      List<FormText> texts, Place place, CopiedKind kind, String subject, Field<String> field) {
    String printed = field.printed();
    if (printed == null || printed.length() < FEWEST_CHARACTERS) {
      return;
    }
    String bare = kind.bare(printed);
    if (bare.codePointCount(0, bare.length()) >= FEWEST_CHARACTERS) {
      texts.add(new FormText(place, kind, subject, printed, sketch(kind, bare)));
    }
  }

  private static void addIndicators(List<FormText> texts, Place place, List<Indicator> indicators) {
    List<String> lines = new ArrayList<>(indicators.size());
    for (Indicator one : indicators) {
      if (!one.name().isBlank() && !one.target().isBlank()) {
        lines.add(oneLine(one.name()) + " " + oneLine(one.target()));
      }
    }
    if (lines.stream().distinct().count() >= FEWEST_INDICATORS) {
      String text = String.join("\n", lines);
      CopiedKind kind = CopiedKind.INDICATORS;
      texts.add(new FormText(place, kind, "indicators", text, sketch(kind, kind.bare(text))));
    }
  }

  private static String oneLine(Field<String> field) {
    return Texts.folded(field.printed());
  }

  /** Texts of different kinds are not to meet. */
  private static IntBuffer sketch(CopiedKind kind, String bare) {
    int[] sketch = Banding.MANY.sketch(kind.parts(bare));
    for (int band = 0; band < sketch.length; band++) {
      sketch[band] ^= kind.name().hashCode();
    }
    return IntBuffer.wrap(sketch);
  }
}
