package org.jihe.inquiry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.jihe.message.JobException;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Judges what a statement would do by its plan, never by its text: a query of the workspace's
 * tables passes, anything else does not, known or unknown.
 */
final class QueryGuard {

  /** What queries are made of. */
  private static final Set<String> PARTS =
      Set.of(
          "Project",
          "Filter",
          "Aggregate",
          "Sort",
          "GlobalLimit",
          "LocalLimit",
          "Offset",
          "Distinct",
          "Union",
          "Intersect",
          "Except",
          "Join",
          "LateralJoin",
          "SubqueryAlias",
          "UnresolvedRelation",
          "UnresolvedSubqueryColumnAliases",
          "UnresolvedWith",
          "UnresolvedHaving",
          "UnresolvedInlineTable",
          "ResolvedInlineTable",
          "UnresolvedTableValuedFunction",
          "UnresolvedHint",
          "LocalRelation",
          "OneRowRelation",
          "Generate",
          "Window",
          "WithWindowDefinition",
          "Sample",
          "Pivot",
          "Unpivot");

  /** They call whatever method of Java they are told. */
  private static final Set<String> CALLERS = Set.of("reflect", "java_method", "try_reflect");

  private static final Set<String> CALLING = Set.of("CallMethodViaReflection", "TryReflect");

  private static final Set<String> FILES =
      Set.of("LogicalRelation", "HiveTableRelation", "UnresolvedCatalogRelation");

  private static final String SPARKS_OWN = "org.apache.spark.sql.";

  private final Set<String> tables;

  /**
   * @param tables what may be asked
   */
  QueryGuard(Collection<String> tables) {
    this.tables = new TreeSet<>(tables);
  }

  /** Judges a statement as it was written. */
  void judgeParsed(QueryPlan<?> plan) throws JobException {
    if (!PARTS.contains(plan.nodeName()) && !PARTS.contains(plan.getClass().getSimpleName())) {
      throw new JobException("sql.onlyQueries", Map.of("what", plan.nodeName()));
    }
    if (plan instanceof UnresolvedRelation relation) {
      List<String> name = CollectionConverters.asJava(relation.multipartIdentifier());
      if (name.size() > 1) {
        throw otherTable(String.join(".", name));
      }
    }
    for (Expression expression : CollectionConverters.asJava(plan.expressions())) {
      judge(expression, this::judgeParsed);
    }
    for (QueryPlan<?> part : parts(plan)) {
      judgeParsed(part);
    }
  }

  /** Judges it again when every name has been looked up. */
  void judgeAnalysed(QueryPlan<?> plan) throws JobException {
    if (plan instanceof org.apache.spark.sql.catalyst.plans.logical.Command
        || FILES.contains(plan.getClass().getSimpleName())) {
      throw new JobException("sql.onlyQueries", Map.of("what", plan.nodeName()));
    }
    for (Expression expression : CollectionConverters.asJava(plan.expressions())) {
      judge(expression, this::judgeAnalysed);
    }
    for (QueryPlan<?> part : parts(plan)) {
      judgeAnalysed(part);
    }
  }

  private JobException otherTable(String name) {
    return new JobException(
        "sql.otherTable", Map.of("table", name, "tables", String.join(" ", tables)));
  }

  /** The parts of a plan, those that are given names in front of it too. */
  private static List<QueryPlan<?>> parts(QueryPlan<?> plan) {
    List<QueryPlan<?>> parts = new ArrayList<>();
    add(parts, plan.children());
    add(parts, plan.innerChildren());
    return parts;
  }

  private static void add(List<QueryPlan<?>> parts, scala.collection.Iterable<?> some) {
    for (Object one : CollectionConverters.asJava(some)) {
      if (one instanceof QueryPlan<?> part) {
        parts.add(part);
      }
    }
  }

  /** What a query within an expression is held against. */
  @FunctionalInterface
  private interface Judge {
    void of(QueryPlan<?> plan) throws JobException;
  }

  private static void judge(Expression expression, Judge within) throws JobException {
    String type = expression.getClass().getSimpleName();
    if (CALLING.contains(type)) {
      throw function(expression.prettyName());
    }
    if (!expression.getClass().getName().startsWith(SPARKS_OWN)) {
      throw function(expression.prettyName());
    }
    if (expression instanceof UnresolvedFunction function) {
      for (String name : CollectionConverters.asJava(function.nameParts())) {
        if (CALLERS.contains(name.toLowerCase(Locale.ROOT))) {
          throw function(name);
        }
      }
    }
    if (expression instanceof PlanExpression<?> query) {
      within.of(query.plan());
    }
    for (TreeNode<?> child : CollectionConverters.asJava(expression.children())) {
      judge((Expression) child, within);
    }
  }

  private static JobException function(String name) {
    return new JobException("sql.function", Map.of("function", name));
  }
}
