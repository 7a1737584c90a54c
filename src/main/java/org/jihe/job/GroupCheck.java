package org.jihe.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.rule.DossierEvaluation;
import org.jihe.rule.RuleEngine;
import org.jihe.rule.RuleSet;
import org.jihe.rule.fact.Dossier;
import org.jihe.rule.fact.ProjectDigest;
import org.jihe.rule.fact.RegistryLists;
import org.jihe.table.FindingCodec;
import org.jihe.table.OutcomeCodec;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Checks the forms of a department together. The forms' digests are sorted by department and year
 * and go by as a stream, so a task holds no more than two years of one department at a time.
 */
final class GroupCheck {

  private GroupCheck() {}

  /**
   * One form on its way to its department.
   *
   * @param dossier key of its department and year
   * @param digest what the rules need of it
   */
  record Member(String dossier, @Nullable ProjectDigest digest) implements Serializable {}

  /** Where a form comes in the stream. */
  private record Place(String department, int year, String dossier)
      implements Comparable<Place>, Serializable {
    @Override
    public int compareTo(Place other) {
      return Comparator.comparing(Place::department)
          .thenComparingInt(Place::year)
          .thenComparing(Place::dossier)
          .compare(this, other);
    }
  }

  /** A department's forms stay together, whatever their year. */
  private static final class ByDepartment extends Partitioner {
    private static final long serialVersionUID = 1L;
    private final int partitions;

    ByDepartment(int partitions) {
      this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
      return partitions;
    }

    @Override
    public int getPartition(Object key) {
      return Math.floorMod(((Place) key).department().hashCode(), partitions);
    }
  }

  /**
   * Findings, or the outcomes of some forms.
   *
   * @param dossier the dossier that they belong to
   * @param projects names of the projects by form
   */
  record Result(
      String dossier, Map<String, String> projects, List<Finding> findings, List<Outcome> outcomes)
      implements Serializable {

    Iterator<Row> findingRows() {
      return findings.stream()
          .map(one -> FindingCodec.toRow(dossier, projects.get(one.formId()), one))
          .iterator();
    }

    Iterator<Row> outcomeRows() {
      Map<String, List<Outcome>> byForm = new LinkedHashMap<>();
      outcomes.forEach(
          one -> byForm.computeIfAbsent(one.formId(), id -> new ArrayList<>()).add(one));
      return byForm.entrySet().stream()
          .map(form -> OutcomeCodec.toRow(dossier, form.getKey(), form.getValue()))
          .iterator();
    }
  }

  /** Checks the wanted dossiers. */
  static JavaRDD<Result> of(
      JavaRDD<Member> members,
      Broadcast<RuleSet> rules,
      Broadcast<RegistryLists> lists,
      Broadcast<Set<String>> wanted) {
    JavaPairRDD<Place, ProjectDigest> placed =
        members
            .filter(one -> one.digest() != null)
            .mapToPair(one -> new Tuple2<>(place(one), one.digest()));
    JavaRDD<Result> checked =
        placed
            .repartitionAndSortWithinPartitions(
                new ByDepartment(Math.max(1, members.getNumPartitions())))
            .mapPartitions(
                forms ->
                    new Years(forms, RuleEngine.of(rules.value()), lists.value(), wanted.value()));
    return checked;
  }

  private static Place place(Member member) {
    ProjectDigest digest = member.digest();
    if (digest == null) {
      throw new IllegalArgumentException("a form without digest");
    }
    Integer year = digest.year();
    return new Place(digest.department(), year == null ? 0 : year, member.dossier());
  }

  /** Checks a dossier without forms: what the lists alone say. */
  static Result withoutForms(String dossier, RuleSet rules, RegistryLists lists) {
    Dossier empty =
        new Dossier(dossier, List.of(), null, lists.projects(dossier), lists.ledger(dossier));
    DossierEvaluation evaluation = RuleEngine.of(rules).evaluate(empty);
    return new Result(dossier, Map.of(), evaluation.findings(), List.of());
  }

  /** Goes through a sorted stream of forms, dossier by dossier. */
  private static final class Years implements Iterator<Result> {

    private final Iterator<Tuple2<Place, ProjectDigest>> forms;
    private final RuleEngine engine;
    private final RegistryLists lists;
    private final Set<String> wanted;
    private @Nullable Tuple2<Place, ProjectDigest> next;
    private @Nullable Place lastPlace;
    private List<ProjectDigest> last = List.of();

    Years(
        Iterator<Tuple2<Place, ProjectDigest>> forms,
        RuleEngine engine,
        RegistryLists lists,
        Set<String> wanted) {
      this.forms = forms;
      this.engine = engine;
      this.lists = lists;
      this.wanted = wanted;
      this.next = forms.hasNext() ? forms.next() : null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Result next() {
      Tuple2<Place, ProjectDigest> first = next;
      if (first == null) {
        throw new NoSuchElementException();
      }
      Place place = first._1;
      List<ProjectDigest> dossier = new ArrayList<>();
      Interned texts = new Interned();
      while (next != null && next._1.equals(place)) {
        dossier.add(texts.of(next._2));
        next = forms.hasNext() ? forms.next() : null;
      }
      Place before = lastPlace;
      boolean follows =
          before != null
              && before.department().equals(place.department())
              && before.year() == place.year() - 1;
      List<ProjectDigest> lastYear = follows ? last : null;
      lastPlace = place;
      last = dossier;
      return wanted.contains(place.dossier())
          ? evaluated(place.dossier(), dossier, lastYear)
          : new Result(place.dossier(), Map.of(), List.of(), List.of());
    }

    private Result evaluated(
        String key, List<ProjectDigest> dossier, @Nullable List<ProjectDigest> lastYear) {
      DossierEvaluation evaluation =
          engine.evaluate(
              new Dossier(key, dossier, lastYear, lists.projects(key), lists.ledger(key)));
      Map<String, String> projects = new HashMap<>();
      for (ProjectDigest form : dossier) {
        String name = form.project();
        if (name != null) {
          projects.put(form.formId(), name);
        }
      }
      return new Result(key, projects, evaluation.findings(), evaluation.outcomes());
    }
  }
}
