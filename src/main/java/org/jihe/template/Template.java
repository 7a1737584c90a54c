package org.jihe.template;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form template as declared in {@code templates/ID.json}: the labels that its parts may carry.
 * Labels are compared without white space and with full-width forms folded.
 *
 * @param id name of the template
 * @param description what it is, for people
 * @param titles titles of the form
 * @param head labels of {@code projectName}, {@code supervisingDepartment} and {@code
 *     implementingAgency}
 * @param funding the funding block
 * @param objective the annual objective
 * @param indicators the indicator table
 * @param totals labels of the last row
 * @param categories the indicator categories in their usual order
 * @param values words that stand as a whole target or actual value, for cells that are glued
 */
record Template(
    String id,
    String description,
    List<String> titles,
    Map<String, List<String>> head,
    FundingBlock funding,
    ObjectiveBlock objective,
    IndicatorBlock indicators,
    List<String> totals,
    List<Category> categories,
    List<String> values) {

  /** The template with every label as its key, as texts are compared with it. */
  Template keyed() {
    return new Template(
        id,
        description,
        keys(titles),
        keys(head),
        new FundingBlock(
            keys(funding.labels),
            keys(funding.columns),
            keys(funding.rows),
            keys(funding.rowPrefixes)),
        new ObjectiveBlock(
            keys(objective.labels), keys(objective.planned), keys(objective.achieved)),
        new IndicatorBlock(keys(indicators.labels), keys(indicators.columns)),
        keys(totals),
        categories,
        values);
  }

  private static List<String> keys(List<String> labels) {
    return labels.stream().map(Labels::key).toList();
  }

  private static LinkedHashMap<String, List<String>> keys(Map<String, List<String>> labels) {
    LinkedHashMap<String, List<String>> keys = new LinkedHashMap<>();
    labels.forEach((name, aliases) -> keys.put(name, keys(aliases)));
    return keys;
  }

  /**
   * The funding block.
   *
   * @param labels labels of the block, with the currency unit behind them in brackets
   * @param columns labels by column, in their usual order
   * @param rows labels by row
   * @param rowPrefixes words that may stand before a row's label
   */
  record FundingBlock(
      List<String> labels,
      LinkedHashMap<String, List<String>> columns,
      LinkedHashMap<String, List<String>> rows,
      List<String> rowPrefixes) {}

  /** Labels of the annual objective and of its two columns. */
  record ObjectiveBlock(List<String> labels, List<String> planned, List<String> achieved) {}

  /** Labels of the indicator table and of its columns, in their usual order. */
  record IndicatorBlock(List<String> labels, LinkedHashMap<String, List<String>> columns) {}

  /**
   * One category (一级指标).
   *
   * @param points the points that a category commonly has; a hint where labels are torn
   */
  record Category(String name, List<BigDecimal> points, List<Aspect> aspects) {}

  /**
   * One aspect (二级指标).
   *
   * @param aliases other labels of the same aspect
   * @param words words in an indicator's name or target that speak clearly for the aspect, for
   *     where labels are torn
   * @param hints words that speak for it weakly
   */
  record Aspect(String name, List<String> aliases, List<String> words, List<String> hints) {}
}
