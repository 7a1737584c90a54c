package org.jihe.publish.database;

import static org.jihe.publish.database.ColumnType.BOOLEAN;
import static org.jihe.publish.database.ColumnType.COUNT;
import static org.jihe.publish.database.ColumnType.INTEGER;
import static org.jihe.publish.database.ColumnType.NUMBER;
import static org.jihe.publish.database.ColumnType.REAL;
import static org.jihe.publish.database.ColumnType.TEXT;

import java.math.BigDecimal;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.jihe.form.DepartmentName;
import org.jihe.form.Field;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.table.AcceptedForm;
import org.jihe.table.Decimals;
import org.jihe.view.Places;
import org.jspecify.annotations.Nullable;

/** Facts of the forms themselves. */
final class FormTables {

  private static final String FORMS = "forms";

  /**
   * A form with its measures.
   *
   * @param measures what it adds to every figure; null for a form that adds nothing, which is none
   *     on a project
   */
  record FormFact(Owner owner, AcceptedForm accepted, @Nullable Row measures) {

    SelfEvaluation form() {
      return accepted.form();
    }

    String agencyKey() {
      return Keys.of(
          owner.departmentKey(), DepartmentName.identity(form().implementingAgency().printed()));
    }

    String projectKey() {
      return Keys.of(owner.departmentKey(), text(form().projectName()));
    }

    private @Nullable Object measure(String column) {
      return measures == null ? null : measures.getAs(column);
    }
  }

  /** A row of a form's funding table. */
  record FundingFact(FormFact form, FundingRow row) {}

  /**
   * An indicator of a form.
   *
   * @param number counted from 1
   */
  record IndicatorFact(FormFact form, int number, Indicator row) {}

  static final StarTable<FormFact> FORM =
      new StarTable<FormFact>("fact_form", "自评表：一行一张现行的自评表", FORMS)
          .with("form_id", TEXT, "formId", fact -> fact.accepted().formId())
          .with("dossier", TEXT, "dossier", fact -> fact.owner().dossier())
          .with("department_key", TEXT, "departmentKey", fact -> fact.owner().departmentKey())
          .with("agency_key", TEXT, "agencyKey", FormFact::agencyKey)
          .saying("project_key", TEXT, "项目的识别名：主管部门的识别名、斜线、项目名称", FormFact::projectKey)
          .with("year", INTEGER, "year", fact -> fact.owner().year())
          .with("jurisdiction", TEXT, "jurisdiction", fact -> fact.measure("jurisdiction"))
          .with("form_kind", TEXT, "formKind", fact -> fact.form().kind().key())
          .with("project_name", TEXT, "projectName", fact -> fact.form().projectName().printed())
          .with("project_kind", TEXT, "projectKind", fact -> fact.measure("projectKind"))
          .with("size_class", TEXT, "sizeClass", fact -> fact.measure("sizeClass"))
          .with("file", TEXT, "file", fact -> fact.form().origin().file())
          .with("place", TEXT, "origin", fact -> Places.of(fact.form().origin()))
          .with("cancelled", BOOLEAN, "cancelled", fact -> fact.measure("cancelled"))
          .with(
              "suspect_amounts", BOOLEAN, "suspectAmounts", fact -> fact.measure("suspectAmounts"))
          .with("original_budget", NUMBER, "originalBudget", total(FundingRow::originalBudget))
          .with("final_budget", NUMBER, "finalBudget", total(FundingRow::finalBudget))
          .with(
              "actual_expenditure",
              NUMBER,
              "actualExpenditure",
              total(FundingRow::actualExpenditure))
          .saying(
              "execution_rate",
              NUMBER,
              "表上所填的预算执行率（0到1的比例）",
              fact -> share(fact.form().funding().total().executionRate()))
          .with("max_score", NUMBER, "maxScore", fact -> number(fact.form().total().maxScore()))
          .with("score", NUMBER, "score", fact -> number(fact.form().total().score()))
          .with("grade", TEXT, "grade", fact -> fact.measure("grade"))
          .with("claimed", NUMBER, "claimed", fact -> fact.measure("claimed"))
          .with("supported", NUMBER, "supported", fact -> fact.measure("supported"))
          .saying("indicators", COUNT, "指标数（个）", fact -> (long) fact.form().indicators().size())
          .with("full_indicators", COUNT, "fullIndicators", fact -> fact.measure("fullIndicators"))
          .with("blank_actuals", COUNT, "blankActuals", fact -> fact.measure("blankActuals"))
          .with("errors", COUNT, "errors", fact -> fact.measure("errors"))
          .with("doubts", COUNT, "doubts", fact -> fact.measure("doubts"))
          .with("notes", COUNT, "notes", fact -> fact.measure("notes"))
          .saying(
              "guesses",
              COUNT,
              "识别中的推测数（个）",
              fact -> (long) fact.form().recovery().guesses().size())
          .saying(
              "confidence", REAL, "识别的可信程度（0到1的比例）", fact -> fact.form().recovery().confidence())
          .with("template", TEXT, "template", fact -> fact.form().recovery().template())
          .with(
              "planned", TEXT, "planned", fact -> fact.form().annualObjective().planned().printed())
          .with(
              "achieved",
              TEXT,
              "achieved",
              fact -> fact.form().annualObjective().achieved().printed());

  static final StarTable<FundingFact> FUNDING =
      new StarTable<FundingFact>("fact_funding", "资金：每张表的合计、当年财政拨款、上年结转、其他各一行", FORMS)
          .with("form_id", TEXT, "formId", fact -> fact.form().accepted().formId())
          .with("department_key", TEXT, "departmentKey", fact -> key(fact.form()))
          .with("year", INTEGER, "year", fact -> fact.form().owner().year())
          .saying(
              "funding_kind",
              TEXT,
              "资金行：total合计、currentYearAppropriation当年财政拨款、priorYearCarryOver上年结转资金、otherFunds其他资金",
              fact -> fact.row().kind().key())
          .with(
              "original_budget",
              NUMBER,
              "originalBudget",
              fact -> number(fact.row().originalBudget()))
          .with("final_budget", NUMBER, "finalBudget", fact -> number(fact.row().finalBudget()))
          .with(
              "actual_expenditure",
              NUMBER,
              "actualExpenditure",
              fact -> number(fact.row().actualExpenditure()))
          .with("max_score", NUMBER, "maxScore", fact -> number(fact.row().maxScore()))
          .saying(
              "execution_rate",
              NUMBER,
              "表上所填的预算执行率（0到1的比例）",
              fact -> share(fact.row().executionRate()))
          .with("score", NUMBER, "score", fact -> number(fact.row().score()));

  static final StarTable<IndicatorFact> INDICATOR =
      new StarTable<IndicatorFact>("fact_indicator", "绩效指标：一行一个三级指标", FORMS)
          .with("form_id", TEXT, "formId", fact -> fact.form().accepted().formId())
          .with("department_key", TEXT, "departmentKey", fact -> key(fact.form()))
          .with("year", INTEGER, "year", fact -> fact.form().owner().year())
          .saying("indicator_no", INTEGER, "表上第几个指标，从1数起", IndicatorFact::number)
          .saying("indicator_kind_key", TEXT, "指标类别的识别名：一级指标、斜线、二级指标", fact -> kindKey(fact.row()))
          .with("name", TEXT, "indicators.name", fact -> fact.row().name().printed())
          .with("target", TEXT, "target", fact -> fact.row().target().printed())
          .with("actual", TEXT, "actual", fact -> fact.row().actual().printed())
          .with("max_score", NUMBER, "maxScore", fact -> number(fact.row().maxScore()))
          .with("score", NUMBER, "score", fact -> number(fact.row().score()))
          .with(
              "variance_explanation",
              TEXT,
              "varianceExplanation",
              fact -> fact.row().varianceExplanation().printed());

  private FormTables() {}

  /** Category and aspect as one key. */
  static String kindKey(Indicator indicator) {
    return Keys.of(text(indicator.category()), text(indicator.aspect()));
  }

  /** What is printed, without white space at its ends. */
  static String text(Field<String> field) {
    String printed = field.printed();
    return printed == null ? "" : printed.strip();
  }

  private static String key(FormFact form) {
    return form.owner().departmentKey();
  }

  private static Function<FormFact, @Nullable Object> total(
      Function<FundingRow, Field<BigDecimal>> column) {
    return fact -> number(column.apply(fact.form().funding().total()));
  }

  /** A number as the workspace's tables hold it. */
  private static @Nullable Object number(Field<BigDecimal> field) {
    return Decimals.asStored(field.value());
  }

  /** A rate as a share: there is one convention for ratios. */
  private static @Nullable Object share(Field<BigDecimal> percent) {
    BigDecimal value = Decimals.asStored(percent.value());
    return value == null ? null : value.movePointLeft(2);
  }
}
