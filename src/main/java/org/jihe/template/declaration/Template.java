package org.jihe.template.declaration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jihe.form.FormKind;
import org.jihe.template.row.Aliases;
import org.jihe.template.row.Labels;

/**
 * A form template as declared in {@code templates/ID.json}: the labels that its parts may carry.
 * Labels are compared without white space and with full-width forms folded.
 *
 * @param id name of the template
 * @param description what it is, for people
 * @param titles titles of the form
 * @param head labels of {@code projectName}, {@code supervisingDepartment}, {@code
 *     implementingAgency} and {@code year}, each list with the label that counts most first
 * @param headExtras labels of further head fields
 * @param funding the funding block
 * @param objective the annual objective
 * @param indicators the indicator table
 * @param totals labels of the last row
 * @param grades words of a grade
 * @param closing labels of what may stand below the last row
 * @param categories the indicator categories in their usual order
 * @param values words that stand as a whole target or actual value, for cells that are glued
 * @param torn true where texts of the form are known to come with torn labels and shifted cells, so
 *     that the columns of a text are not trusted even where it looks clean
 * @param formKind what its forms evaluate
 */
public record Template(
    String id,
    String description,
    List<String> titles,
    Map<String, List<String>> head,
    List<String> headExtras,
    FundingBlock funding,
    ObjectiveBlock objective,
    IndicatorBlock indicators,
    List<String> totals,
    List<String> grades,
    List<String> closing,
    List<Category> categories,
    List<String> values,
    boolean torn,
    FormKind formKind) {

  /** The template with every label as its key, as texts are compared with it. */
  Template keyed() {
    return new Template(
        id,
        description,
        keys(titles),
        keys(head),
        keys(headExtras),
        new FundingBlock(
            keys(funding.labels),
            keys(funding.columns),
            keys(funding.extraColumns),
            keys(funding.rows),
            keys(funding.extraRows),
            keys(funding.rowPrefixes)),
        new ObjectiveBlock(
            keys(objective.labels), keys(objective.planned), keys(objective.achieved)),
        new IndicatorBlock(
            keys(indicators.labels), keys(indicators.columns), keys(indicators.extraColumns)),
        keys(totals),
        keys(grades),
        keys(closing),
        categories,
        values,
        torn,
        formKind);
  }

  /** This template with the labels of another behind its own, where its own are not at odds. */
  public Template over(Template other) {
    return new Template(
        id,
        description,
        both(titles, other.titles),
        both(head, other.head, headExtras),
        both(headExtras, other.headExtras),
        new FundingBlock(
            both(funding.labels, other.funding.labels),
            both(funding.columns, other.funding.columns, funding.extraColumns),
            both(funding.extraColumns, other.funding.extraColumns),
            both(funding.rows, other.funding.rows, funding.extraRows),
            both(funding.extraRows, other.funding.extraRows),
            both(funding.rowPrefixes, other.funding.rowPrefixes)),
        new ObjectiveBlock(
            both(objective.labels, other.objective.labels),
            both(objective.planned, other.objective.planned),
            both(objective.achieved, other.objective.achieved)),
        new IndicatorBlock(
            both(indicators.labels, other.indicators.labels),
            both(indicators.columns, other.indicators.columns, indicators.extraColumns),
            both(indicators.extraColumns, other.indicators.extraColumns)),
        both(totals, other.totals),
        both(grades, other.grades),
        both(closing, other.closing),
        categories.isEmpty() ? other.categories : categories,
        values.isEmpty() ? other.values : values,
        torn,
        formKind);
  }

  private static List<String> both(List<String> own, List<String> others) {
    LinkedHashSet<String> all = new LinkedHashSet<>(own);
    all.addAll(others);
    return List.copyOf(all);
  }

  /** A label that the template gives to one thing does not name another for its sake. */
  private static LinkedHashMap<String, List<String>> both(
      Map<String, List<String>> own, Map<String, List<String>> others, List<String> extras) {
    List<String> taken = new ArrayList<>(extras);
    own.values().forEach(taken::addAll);
    LinkedHashMap<String, List<String>> all = new LinkedHashMap<>(own);
    others.forEach(
        (name, labels) -> {
          List<String> free = labels.stream().filter(label -> !taken.contains(label)).toList();
          all.put(name, both(own.getOrDefault(name, List.of()), free));
        });
    return new Aliases(all);
  }

  private static List<String> keys(Collection<String> labels) {
    return labels.stream().map(Labels::key).toList();
  }

  private static LinkedHashMap<String, List<String>> keys(Map<String, List<String>> labels) {
    LinkedHashMap<String, List<String>> keys = new LinkedHashMap<>();
    labels.forEach((name, aliases) -> keys.put(name, keys(aliases)));
    return new Aliases(keys);
  }

  /**
   * The funding block.
   *
   * @param labels labels of the block, with the currency unit behind them in brackets
   * @param columns labels by column, in their usual order
   * @param extraColumns labels of further columns
   * @param rows labels by row
   * @param extraRows labels of further rows
   * @param rowPrefixes words that may stand before a row's label
   */
  public record FundingBlock(
      List<String> labels,
      LinkedHashMap<String, List<String>> columns,
      List<String> extraColumns,
      LinkedHashMap<String, List<String>> rows,
      List<String> extraRows,
      List<String> rowPrefixes) {}

  /** Labels of the annual objective and of its two columns. */
  public record ObjectiveBlock(List<String> labels, List<String> planned, List<String> achieved) {}

  /**
   * The indicator table.
   *
   * @param labels labels of the block
   * @param columns labels by column, in their usual order
   * @param extraColumns labels of further columns
   */
  public record IndicatorBlock(
      List<String> labels,
      LinkedHashMap<String, List<String>> columns,
      List<String> extraColumns) {}

  /**
   * One category (一级指标).
   *
   * @param aliases other labels of the same category
   * @param points the points that a category commonly has; a hint where labels are torn
   */
  public record Category(
      String name, List<String> aliases, List<BigDecimal> points, List<Aspect> aspects) {}

  /**
   * One aspect (二级指标).
   *
   * @param aliases other labels of the same aspect
   * @param words words in an indicator's name or target that speak clearly for the aspect, for
   *     where labels are torn
   * @param hints words that speak for it weakly
   */
  public record Aspect(String name, List<String> aliases, List<String> words, List<String> hints) {}
}
