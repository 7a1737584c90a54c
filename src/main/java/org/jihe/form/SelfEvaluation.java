package org.jihe.form;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jihe.layout.Position;

/**
 * One self-evaluation form (项目支出绩效自评表) as printed.
 *
 * @param origin the form's first cell
 * @param ordinal place of the form in its source, counted from 1
 * @param title the printed title
 * @param year the budget year, such as 2022
 * @param projectName 项目名称
 * @param supervisingDepartment 主管部门
 * @param implementingAgency 实施单位
 * @param currencyUnit 元 or 万元, from the funding block's head; amounts are yuan whatever it says
 * @param funding 项目资金
 * @param annualObjective 年度总体目标
 * @param indicators 绩效指标 in printed order
 * @param total 总分
 * @param extras what else is printed, in printed order
 * @param recovery how the form was got from its cells
 * @param kind what it evaluates
 * @param notes what was done to the texts of its cells before they were taken as printed
 */
public record SelfEvaluation(
    Position origin,
    int ordinal,
    Field<String> title,
    Field<Integer> year,
    Field<String> projectName,
    Field<String> supervisingDepartment,
    Field<String> implementingAgency,
    Field<String> currencyUnit,
    Funding funding,
    AnnualObjective annualObjective,
    List<Indicator> indicators,
    TotalScore total,
    List<Extra> extras,
    Recovery recovery,
    FormKind kind,
    List<Reading.Note> notes)
    implements Serializable {

  public SelfEvaluation {
    indicators = List.copyOf(indicators);
    extras = List.copyOf(extras);
    notes = List.copyOf(notes);
  }

  /** The same form, said to begin at another cell. */
  public SelfEvaluation at(Position place) {
    return toBuilder().origin(place).build();
  }

  /** The same form with another account of how it was got. */
  public SelfEvaluation with(Recovery other) {
    return toBuilder().recovery(other).build();
  }

  /**
   * The same form with one field or extra changed.
   *
   * @throws IllegalArgumentException where the form has nothing at the path
   * @throws ClassCastException where the value is none for the field
   */
  public SelfEvaluation with(FormPath path, Field<?> field) {
    return toBuilder().set(path, field).build();
  }

  /** A form in the making that is this one so far. */
  public FormBuilder toBuilder() {
    return new FormBuilder(this);
  }

  /**
   * Identity of the form across runs and files: 16 hexadecimal digits from year, department, agency
   * and project name, compared without punctuation and spacing; of departments and agencies {@link
   * DepartmentName} says what else is no part of their names.
   */
  public String key() {
    return key(DepartmentName.identity(supervisingDepartment.printed()));
  }

  /**
   * The same where it is known what tells the department from others.
   *
   * @param department a name that all of its forms have in common
   */
  public String key(String department) {
    return FormKey.of(
        String.valueOf(year.value()),
        department,
        DepartmentName.identity(implementingAgency.printed()),
        Texts.normalised(projectName.printed()));
  }

  /**
   * True for a field in which nothing was read though something may be printed, since a label of
   * the form is not known.
   *
   * @param path text of the field's path
   */
  public boolean isUnread(String path) {
    if (recovery.guesses().isEmpty() || !recovery.leavesUnread(path)) {
      return false;
    }
    FormPath place = FormPath.find(path);
    Field<?> field = place == null ? null : place.in(this);
    return field != null && field.isBlank();
  }

  /**
   * True where the funding row's and the indicators' points and scores add to the printed total.
   */
  public boolean addsUp() {
    return sumsTo(true) && sumsTo(false);
  }

  /**
   * The same where a blank counts as nothing: a funding row without points, an indicator that has
   * neither points nor score. Where this does not hold, the form contradicts itself.
   */
  public boolean addsUpButForBlanks() {
    return sumsTo(funding.total().maxScore(), FormFields.MAX_SCORE, total.maxScore())
        && sumsTo(funding.total().score(), FormFields.SCORE, total.score());
  }

  private boolean sumsTo(
      Field<BigDecimal> first, FormColumn<Indicator, BigDecimal> column, Field<BigDecimal> last) {
    BigDecimal sum = first.value() == null ? BigDecimal.ZERO : first.value();
    for (Indicator indicator : indicators) {
      Field<BigDecimal> field = column.of(indicator);
      boolean printed = !indicator.maxScore().isBlank() || !indicator.score().isBlank();
      if (field.value() != null) {
        sum = sum.add(field.value());
      } else if (printed) {
        return false;
      }
    }
    BigDecimal printed = last.value();
    return printed != null && sum.compareTo(printed) == 0;
  }

  private boolean sumsTo(boolean points) {
    Field<BigDecimal> first = points ? funding.total().maxScore() : funding.total().score();
    Field<BigDecimal> last = points ? total.maxScore() : total.score();
    BigDecimal sum = first.value();
    for (Indicator indicator : indicators) {
      BigDecimal next = points ? indicator.maxScore().value() : indicator.score().value();
      sum = sum == null || next == null ? null : sum.add(next);
    }
    BigDecimal printed = last.value();
    return sum != null && printed != null && sum.compareTo(printed) == 0;
  }
}
