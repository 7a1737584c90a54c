package org.jihe.rule.fact.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.ProjectNames;
import org.jihe.form.Texts;
import org.jihe.form.alike.AlikeSets;
import org.jihe.rule.fact.alike.SharedNames;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** Makes the facts on several forms of a dossier, and collects what the rules report of them. */
public final class GroupFacts {

  private static final String SHARED_NAMES = "IndicatorNamesShared";

  private final Dossier dossier;
  private final Parameters parameters;
  private final Set<String> formsOfThisYear = new HashSet<>();
  private final List<GroupEvidence> evidence = new ArrayList<>();

  private GroupFacts(Dossier dossier, Parameters parameters) {
    this.dossier = dossier;
    this.parameters = parameters;
    dossier.forms().forEach(form -> formsOfThisYear.add(form.formId()));
  }

  /** The facts of a dossier, as a jurisdiction reads it. */
  public static GroupFacts of(Dossier dossier, Parameters parameters) {
    return new GroupFacts(dossier, parameters);
  }

  Parameters parameters() {
    return parameters;
  }

  void add(GroupEvidence one) {
    evidence.add(one);
  }

  boolean isOfThisYear(List<ProjectDigest> projects) {
    return !projects.isEmpty() && formsOfThisYear.contains(projects.get(0).formId());
  }

  /** What the rules have reported. */
  public List<GroupEvidence> evidence() {
    return evidence;
  }

  /** Hands over all facts, so many at a time; they are made as they are wanted. */
  public void forEachBatch(int size, Consumer<List<GroupFact>> rules) {
    List<GroupFact> batch = new ArrayList<>();
    Consumer<GroupFact> sink =
        fact -> {
          batch.add(fact);
          if (batch.size() == size) {
            rules.accept(batch);
            batch.clear();
          }
        };
    if (!dossier.forms().isEmpty()) {
      sink.accept(new DossierFact(this, dossier.forms()));
      clones(sink);
      texts(sink);
      NearTextFacts.of(this, dossier.forms()).forEach(sink);
      targets(sink);
    }
    history(sink);
    registry(sink);
    if (!batch.isEmpty()) {
      rules.accept(batch);
    }
  }

  private void clones(Consumer<GroupFact> sink) {
    List<Set<String>> names = new ArrayList<>();
    for (ProjectDigest form : dossier.forms()) {
      Set<String> set = new HashSet<>();
      form.indicators().forEach(row -> set.add(row.name()));
      set.remove("");
      names.add(set);
    }
    Set<List<Integer>> cloned = new HashSet<>();
    for (AlikeSets.Group group :
        AlikeSets.of(names, parameters.limit("ClonedIndicatorSet.similarity"))) {
      cloned.add(group.sets());
      List<ProjectDigest> members =
          group.sets().stream().map(index -> dossier.forms().get(index)).toList();
      sink.accept(new ClonedGroup(this, members, group.similarity()));
      grouped(members, ProjectDigest::agency)
          .forEach(
              (agency, its) -> {
                if (its.size() > 1 && !agency.isEmpty()) {
                  sink.accept(new AgencyClones(this, its));
                }
              });
    }
    sharing(names, cloned, sink);
  }

  /** What shares many names and was not told as cloned; a folder of older rules asks for none. */
  private void sharing(
      List<Set<String>> names, Set<List<Integer>> cloned, Consumer<GroupFact> sink) {
    if (!parameters.thresholds().containsKey(SHARED_NAMES + ".fewest")) {
      return;
    }
    for (SharedNames.Group group :
        SharedNames.of(
            names,
            parameters.limit(SHARED_NAMES + ".fewest").intValue(),
            parameters.limit(SHARED_NAMES + ".similarity"))) {
      if (!cloned.contains(group.sets())) {
        List<ProjectDigest> members =
            group.sets().stream().map(index -> dossier.forms().get(index)).toList();
        sink.accept(new SharingGroup(this, members, group.similarity()));
      }
    }
  }

  /** Where a text stands for the first time. */
  private record Found(String printed, String subject, List<ProjectDigest> in) {}

  private void texts(Consumer<GroupFact> sink) {
    Map<String, Found> achieved = new LinkedHashMap<>();
    Map<String, Found> names = new LinkedHashMap<>();
    Map<String, Found> explanations = new LinkedHashMap<>();
    for (ProjectDigest form : dossier.forms()) {
      String result = form.texts().achieved();
      if (result != null) {
        found(
            achieved,
            Texts.normalised(result),
            result,
            FormPath.objective(FormFields.ACHIEVED).toString(),
            form);
      }
      String name = form.project();
      if (name != null) {
        found(names, ProjectNames.withoutNumber(name), name, FormFields.PROJECT_NAME.name(), form);
      }
      for (int row = 0; row < form.indicators().size(); row++) {
        IndicatorDigest indicator = form.indicators().get(row);
        String text = indicator.printedExplanation();
        if (text != null) {
          String subject = FormPath.indicator(row, FormFields.VARIANCE_EXPLANATION).toString();
          found(explanations, indicator.explanation(), text, subject, form);
        }
      }
    }
    reused(sink, ReusedText.Kind.ACHIEVED, achieved);
    reused(sink, ReusedText.Kind.PROJECT_NAME, names);
    reused(sink, ReusedText.Kind.EXPLANATION, explanations);
  }

  private static void found(
      Map<String, Found> texts, String key, String printed, String subject, ProjectDigest form) {
    if (!key.isEmpty()) {
      List<ProjectDigest> in =
          texts.computeIfAbsent(key, text -> new Found(printed, subject, new ArrayList<>(1))).in();
      if (in.isEmpty() || !in.get(in.size() - 1).formId().equals(form.formId())) {
        in.add(form);
      }
    }
  }

  private void reused(Consumer<GroupFact> sink, ReusedText.Kind kind, Map<String, Found> texts) {
    texts.forEach(
        (key, found) -> {
          if (found.in().size() > 1) {
            sink.accept(
                new ReusedText(this, kind, key, found.printed(), found.subject(), found.in()));
          }
        });
  }

  /** The targets that one indicator name is given. */
  private record Targets(
      String name,
      String subject,
      Map<String, String> printed,
      Map<String, Integer> counts,
      List<ProjectDigest> in) {}

  private void targets(Consumer<GroupFact> sink) {
    Map<String, Targets> names = new LinkedHashMap<>();
    for (ProjectDigest form : dossier.forms()) {
      for (int row = 0; row < form.indicators().size(); row++) {
        IndicatorDigest indicator = form.indicators().get(row);
        String printed = indicator.target();
        String name = indicator.printedName();
        if (indicator.name().isEmpty() || printed == null || name == null) {
          continue;
        }
        String subject = FormPath.indicator(row, FormFields.TARGET).toString();
        Targets targets =
            names.computeIfAbsent(
                indicator.name(),
                key ->
                    new Targets(
                        name, subject, new HashMap<>(1), new TreeMap<>(), new ArrayList<>(1)));
        String shown =
            targets.printed().computeIfAbsent(indicator.comparableTarget(), key -> printed.strip());
        targets.counts().merge(ReusedText.shortened(shown), 1, Integer::sum);
        List<ProjectDigest> in = targets.in();
        if (in.isEmpty() || !in.get(in.size() - 1).formId().equals(form.formId())) {
          in.add(form);
        }
      }
    }
    names.forEach(
        (key, targets) -> {
          if (targets.printed().size() > 1 && targets.in().size() > 1) {
            sink.accept(
                new NamedTargets(
                    this,
                    key,
                    targets.name(),
                    targets.subject(),
                    targets.printed().size(),
                    targets.counts(),
                    targets.in()));
          }
        });
  }

  private void history(Consumer<GroupFact> sink) {
    LastYear last = new LastYear(dossier);
    for (ProjectDigest form : dossier.forms()) {
      ProjectDigest before = last.of(form);
      if (before == null) {
        continue;
      }
      sink.accept(new ProjectYears(this, form, before));
      Map<String, IndicatorDigest> names = new HashMap<>();
      Set<String> twice = new HashSet<>();
      for (IndicatorDigest indicator : before.indicators()) {
        if (names.put(indicator.name(), indicator) != null) {
          twice.add(indicator.name());
        }
      }
      for (int row = 0; row < form.indicators().size(); row++) {
        String name = form.indicators().get(row).name();
        IndicatorDigest same = names.get(name);
        if (same != null && !name.isEmpty() && !twice.contains(name)) {
          sink.accept(new IndicatorYears(this, form, before, row, same));
        }
      }
    }
    last.vanished().forEach(before -> sink.accept(new VanishedProject(this, before)));
  }

  private void registry(Consumer<GroupFact> sink) {
    Registry registry = new Registry(dossier);
    for (ProjectDigest form : dossier.forms()) {
      sink.accept(
          new ListedForm(
              this,
              form,
              dossier.listed() != null,
              registry.lines(form).size(),
              registry.ledger(form)));
    }
    registry.lines().forEach((line, forms) -> sink.accept(new ListLine(this, line, forms)));
  }

  static <T> Map<String, List<T>> grouped(List<T> all, Function<T, String> key) {
    Map<String, List<T>> groups = new LinkedHashMap<>();
    all.forEach(one -> groups.computeIfAbsent(key.apply(one), k -> new ArrayList<>()).add(one));
    return groups;
  }

  /** Nothing that is null. */
  static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /** Without repetition, in order. */
  static <T> List<T> distinct(List<T> list) {
    return List.copyOf(new LinkedHashSet<>(list));
  }
}
