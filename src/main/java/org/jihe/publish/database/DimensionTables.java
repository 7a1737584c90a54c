package org.jihe.publish.database;

import static org.jihe.publish.database.ColumnType.INTEGER;
import static org.jihe.publish.database.ColumnType.TEXT;

import org.jihe.publish.report.RuleLine;
import org.jspecify.annotations.Nullable;

/** What facts are looked at by. */
final class DimensionTables {

  private static final String MEASURES = "form_measures";

  /** A department. */
  record Department(String key, String name, @Nullable String group, @Nullable String kind) {}

  /** An agency of a department. */
  record Agency(String key, String departmentKey, String name) {}

  /** A project of a department, whatever the year. */
  record Project(String key, String departmentKey, String name) {}

  /** A category of indicators and an aspect of it. */
  record IndicatorKind(String key, String category, String aspect) {}

  static final StarTable<Department> DEPARTMENT =
      new StarTable<Department>("dim_department", "主管部门", MEASURES)
          .with("department_key", TEXT, "departmentKey", Department::key)
          .with("department", TEXT, "department", Department::name)
          .with("department_group", TEXT, "departmentGroup", Department::group)
          .with("department_kind", TEXT, "departmentKind", Department::kind);

  static final StarTable<Agency> AGENCY =
      new StarTable<Agency>("dim_agency", "实施单位", MEASURES)
          .with("agency_key", TEXT, "agencyKey", Agency::key)
          .with("department_key", TEXT, "departmentKey", Agency::departmentKey)
          .with("agency", TEXT, "agency", Agency::name);

  static final StarTable<Project> PROJECT =
      new StarTable<Project>("dim_project", "项目，各年度同名的为同一项目", MEASURES)
          .saying("project_key", TEXT, "项目的识别名：主管部门的识别名、斜线、项目名称", Project::key)
          .with("department_key", TEXT, "departmentKey", Project::departmentKey)
          .with("project", TEXT, "project", Project::name);

  static final StarTable<RuleLine> RULE =
      new StarTable<RuleLine>("dim_rule", "审核规则", "findings")
          .with("rule_id", TEXT, "ruleId", RuleLine::id)
          .saying("family", TEXT, "规则类别", RuleLine::family)
          .with("severity", TEXT, "severity", RuleLine::severity)
          .saying("title", TEXT, "规则的中文名称", RuleLine::title)
          .saying("title_en", TEXT, "规则的英文名称", RuleLine::english)
          .saying("basis", TEXT, "依据", RuleLine::basis)
          .saying("remedy", TEXT, "怎么改", RuleLine::remedy);

  static final StarTable<IndicatorKind> INDICATOR_KIND =
      new StarTable<IndicatorKind>("dim_indicator_kind", "指标类别：一级和二级指标", "indicator_statistics")
          .saying("indicator_kind_key", TEXT, "指标类别的识别名：一级指标、斜线、二级指标", IndicatorKind::key)
          .with("category", TEXT, "category", IndicatorKind::category)
          .with("aspect", TEXT, "aspect", IndicatorKind::aspect);

  static final StarTable<Integer> PERIOD =
      new StarTable<Integer>("dim_period", "年度", MEASURES)
          .with("year", INTEGER, "year", year -> year);

  static final StarTable<String> JURISDICTION =
      new StarTable<String>("dim_jurisdiction", "口径：适用哪个财政部门的参数", MEASURES)
          .with("jurisdiction", TEXT, "jurisdiction", id -> id);

  private DimensionTables() {}
}
