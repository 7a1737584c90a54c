package org.jihe.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jihe.form.department.Departments;
import org.jihe.message.Language;
import org.jihe.review.YearCheck;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.rule.folder.RuleException;

/** Rules with the parameters of jurisdictions, to check datasets of forms with. */
public final class Rules {

  private final RuleSet rules;

  private Rules(RuleSet rules) {
    this.rules = rules;
  }

  /** The rules that come with the program; each form is of the jurisdiction that it tells. */
  public static Rules of() throws RuleException {
    return new Rules(RuleSet.open(null, null));
  }

  /**
   * The same with one jurisdiction's parameters for all forms.
   *
   * @param jurisdiction id of a parameter file, such as {@code shanghai}
   * @throws RuleException where there is none of that name
   */
  public static Rules of(String jurisdiction) throws RuleException {
    return new Rules(RuleSet.open(null, jurisdiction));
  }

  /**
   * Rules of a folder; one that holds the family {@code local} alone adds to the program's own.
   *
   * @throws RuleException where a rule or a parameter file is wrong, with file and line
   */
  public static Rules in(Path folder) throws RuleException {
    return new Rules(RuleSet.open(folder, null));
  }

  /**
   * Checks forms: each by itself, the forms of a department and year together, and those of a year
   * beside those of the year before. All forms of a department are checked in one task, one after
   * the other.
   *
   * @param forms rows as {@link Forms#dataset()} gives them
   */
  public Checked check(Dataset<Row> forms) {
    YearCheck check = YearCheck.of(rules, RegistryLists.NONE);
    MapFunction<Row, String> department =
        row -> Departments.NONE.identity(row.<Row>getAs("supervisingDepartment").getAs("printed"));
    FlatMapGroupsFunction<String, Row, Row> years =
        (name, rows) -> new DepartmentYears(check, rows);
    Dataset<Row> verdicts =
        forms
            .groupByKey(department, Encoders.STRING())
            .flatMapSortedGroups(
                new Column[] {
                  functions.col("year.value"), functions.col("dossier"), functions.col("formId")
                },
                years,
                Encoders.row(Verdicts.SCHEMA));
    return new Checked(verdicts);
  }

  RuleSet rules() {
    return rules;
  }

  /** Ids and severities of the rules, in the order of the catalogue. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    rules.rules().forEach(rule -> ids.add(rule.id()));
    return ids;
  }

  /**
   * Findings in words.
   *
   * @param findings rows as {@link Checked#findings()} gives them
   * @return the same with a last column {@code message}
   */
  public Dataset<Row> worded(Dataset<Row> findings, Language language) {
    Map<String, String> patterns = Map.copyOf(rules.messages(language));
    return findings.mapPartitions(
        (MapPartitionsFunction<Row, Row>) rows -> Worded.rows(rows, patterns),
        Encoders.row(Worded.schema(findings.schema())));
  }
}
