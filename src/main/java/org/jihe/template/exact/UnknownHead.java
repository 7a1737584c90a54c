package org.jihe.template.exact;

import java.util.List;
import java.util.regex.Pattern;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.Numbers;
import org.jihe.form.SelfEvaluation;
import org.jihe.template.row.Labels;

/**
 * What a label of the head that no declaration knows may stand for: its ending says so, or that it
 * is the only one left and its value is what such a field holds.
 */
final class UnknownHead {

  private static final int LONGEST_LABEL = 20;
  private static final int LONGEST_NAME = 40;

  /** What the name of a body ends with that has a budget of its own or carries a project out. */
  private static final Pattern BODY =
      Pattern.compile(".*(?:[局委办厅院校处所站队会部馆科司社园镇乡县区市府库段场台团]|中心|公司|街道|学校|医院|机关|支队)(?:\\(.*\\))?");

  private static final Pattern DATE = Pattern.compile("[\\d年月日.:：/\\-至~—()]+");

  /** The fields that every form has, in their usual order. */
  record Part(String name, FormColumn<SelfEvaluation, ?> column, String ending) {}

  static final List<Part> PARTS =
      List.of(
          new Part("implementingAgency", FormFields.IMPLEMENTING_AGENCY, "单位"),
          new Part("supervisingDepartment", FormFields.SUPERVISING_DEPARTMENT, "部门"),
          new Part("projectName", FormFields.PROJECT_NAME, "名称"));

  private UnknownHead() {}

  /** True where a label ends like those of the field. */
  static boolean endsLike(Part part, String label) {
    String key = Labels.key(label);
    return key.endsWith(part.ending) && key.length() <= LONGEST_LABEL;
  }

  /** True where a value may be that of a field whose label is not known. */
  static boolean mayBe(String label, String value) {
    String key = Labels.key(label);
    String text = Labels.key(value);
    return !key.isEmpty()
        && key.length() <= LONGEST_LABEL
        && text.length() <= LONGEST_NAME
        && text.length() > 1
        && Numbers.points(text) == null
        && !DATE.matcher(text).matches();
  }

  /**
   * True where a value is worded like what the field holds. Who carries a project out may stand in
   * several fields, such as an office and a person, and a project may be called anything.
   */
  static boolean holds(Part part, String value) {
    return part.name.equals("supervisingDepartment") && BODY.matcher(Labels.key(value)).matches();
  }
}
