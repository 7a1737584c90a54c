package org.jihe.publish.list;

import java.math.BigDecimal;
import org.jihe.finding.Severity;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list that goes back to a department.
 *
 * @param key what the line is known by when it comes back: the fingerprint of the finding, or of
 *     the entry of the quarantine; where several forms cannot be told apart, with a number behind
 * @param formId the form; empty where there is none
 * @param kind what it is about
 * @param severity how serious it is
 * @param ruleId the rule, or the reason of the quarantine
 * @param rule the rule's name
 * @param project the project as printed; empty where it is not known
 * @param agency the implementing agency as printed; may be empty
 * @param cellName the cell as the form prints it; empty where it is no single one
 * @param cell where it stands; null where that is nowhere
 * @param reported what is printed there; may be empty
 * @param expected what should stand there; may be empty
 * @param difference reported minus expected; null where there is none
 * @param problem the finding in words
 * @param basis what it rests on
 * @param remedy what to do
 * @param answer what has come of it
 */
public record Item(
    String key,
    String formId,
    Kind kind,
    Severity severity,
    String ruleId,
    String rule,
    String project,
    String agency,
    String cellName,
    @Nullable Position cell,
    String reported,
    String expected,
    @Nullable BigDecimal difference,
    String problem,
    String basis,
    String remedy,
    Answer answer) {

  /** What an item is about. */
  public enum Kind {
    /** Something on a form. */
    FINDING,
    /** A project of the list that there is no form of. */
    MISSING_FORM,
    /** A file that could not be read. */
    UNREADABLE
  }

  /** The cell, its sheet and its address, as somebody finds it, and the file. */
  public String place() {
    Position at = cell;
    return at == null ? cellName : placeWithin() + "\n" + fileName(at.file());
  }

  /** The same without the file. */
  public String placeWithin() {
    Position at = cell;
    if (at == null) {
      return cellName;
    }
    StringBuilder text = new StringBuilder(cellName);
    if (at.sheet() != null) {
      text.append(text.isEmpty() ? "" : "\n").append(at.sheet()).append('!').append(at.address());
    } else {
      String page = at.page() > 0 ? "第" + at.page() + "页" : "";
      text.append(text.isEmpty() ? "" : "\n")
          .append(page)
          .append("第")
          .append(at.row())
          .append("行第")
          .append(at.column())
          .append("列");
    }
    return text.toString();
  }

  /** The last part of a file's name, for people. */
  public static String fileName(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** What should stand there and what to do about it. */
  public String advice() {
    return expected.isEmpty() ? remedy : "应为：" + expected + "\n" + remedy;
  }
}
