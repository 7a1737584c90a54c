package org.jihe.rule.fact.group;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.DepartmentName;
import org.jihe.form.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Finds a department's forms in the bureau's lists of the year: by a project code that stands in
 * the project's name, else by the name, and where several lines have it, by agency. The code that
 * the project list gives a form finds its lines in the ledger, whatever they call the project.
 */
public final class Registry {

  /** Anything shorter in a name may be a year or a number of its own. */
  private static final int SHORTEST_CODE = 6;

  private static final Pattern CODE = Pattern.compile("[A-Z0-9]+(?:[-_.][A-Z0-9]+)*");

  private final Dossier dossier;
  private final Lines listed;
  private final Lines booked;

  /** A list's lines by what they are found by. */
  private record Lines(
      Map<String, List<ListedProject>> byCode, Map<String, List<ListedProject>> byName) {

    static Lines of(@Nullable List<ListedProject> lines) {
      Lines found = new Lines(new HashMap<>(), new HashMap<>());
      for (ListedProject line : GroupFacts.orNone(lines)) {
        String name = Texts.normalised(line.name());
        found.byName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(line);
        if (line.code() != null) {
          String code = code(line.code());
          found.byCode.computeIfAbsent(code, key -> new ArrayList<>(1)).add(line);
        }
      }
      return found;
    }

    List<ListedProject> coded(String code) {
      return byCode.getOrDefault(code, List.of());
    }

    List<ListedProject> named(String name) {
      return byName.getOrDefault(Texts.normalised(name), List.of());
    }
  }

  /** Looks in the lists that a dossier is held against. */
  public Registry(Dossier dossier) {
    this.dossier = dossier;
    this.listed = Lines.of(dossier.listed());
    this.booked = Lines.of(dossier.ledger());
  }

  private static String code(String printed) {
    return Texts.folded(printed).toUpperCase(Locale.ROOT);
  }

  /** Lines of the project list that may be meant by a form. */
  List<ListedProject> lines(ProjectDigest form) {
    return narrowed(listed, form);
  }

  /** Lines of the ledger that may be meant by a form. */
  private List<ListedProject> ledgerLines(ProjectDigest form) {
    List<ListedProject> found = lines(form);
    String code = projects(found) == 1 ? found.get(0).code() : null;
    List<ListedProject> coded = code == null ? List.of() : booked.coded(code(code));
    return coded.isEmpty() ? narrowed(booked, form) : coded;
  }

  private static List<ListedProject> narrowed(Lines list, ProjectDigest form) {
    String project = form.project();
    if (project == null) {
      return List.of();
    }
    Matcher matcher = CODE.matcher(code(project));
    while (matcher.find()) {
      List<ListedProject> coded =
          matcher.group().length() < SHORTEST_CODE ? List.of() : list.coded(matcher.group());
      if (!coded.isEmpty()) {
        return coded;
      }
    }
    List<ListedProject> named = list.named(project);
    if (projects(named) < 2) {
      return named;
    }
    List<ListedProject> ofAgency =
        named.stream()
            .filter(line -> line.agency() != null)
            .filter(line -> DepartmentName.identity(line.agency()).equals(form.agency()))
            .toList();
    return ofAgency.isEmpty() ? named : ofAgency;
  }

  /** How many projects lines name: lines of one code are one, and without a code each is one. */
  private static long projects(List<ListedProject> lines) {
    long uncoded = lines.stream().filter(line -> line.code() == null).count();
    return uncoded
        + lines.stream().map(ListedProject::code).filter(code -> code != null).distinct().count();
  }

  /** What the ledger says of a form's project, its lines added up; null where none is certain. */
  @Nullable ListedProject ledger(ProjectDigest form) {
    List<ListedProject> lines = ledgerLines(form);
    if (projects(lines) != 1 || twins(form) > 1) {
      return null;
    }
    ListedProject first = lines.get(0);
    BigDecimal sum = BigDecimal.ZERO;
    for (ListedProject line : lines) {
      BigDecimal amount = line.expenditure();
      if (amount == null) {
        return null;
      }
      sum = sum.add(amount);
    }
    return new ListedProject(
        first.code(),
        first.name(),
        first.department(),
        first.agency(),
        first.year(),
        sum,
        first.file(),
        first.line());
  }

  private @Nullable Map<String, Integer> twins;

  /** Forms of the same agency and name, which a list cannot tell apart. */
  private int twins(ProjectDigest form) {
    Map<String, Integer> known = twins;
    if (known == null) {
      known = new HashMap<>();
      for (ProjectDigest one : dossier.forms()) {
        known.merge(nameAndAgency(one), 1, Integer::sum);
      }
      twins = known;
    }
    return known.getOrDefault(nameAndAgency(form), 0);
  }

  private static String nameAndAgency(ProjectDigest form) {
    return form.agency() + "\u001f" + Texts.normalised(form.project());
  }

  /** Every line of the project list with the number of forms that may be meant by it. */
  Map<ListedProject, Integer> lines() {
    Map<ListedProject, Integer> forms = new LinkedHashMap<>();
    Map<String, ListedProject> coded = new HashMap<>();
    for (ListedProject line : GroupFacts.orNone(dossier.listed())) {
      String code = line.code();
      if (code == null || coded.putIfAbsent(code, line) == null) {
        forms.put(line, 0);
      }
    }
    for (ProjectDigest form : dossier.forms()) {
      for (ListedProject line : lines(form)) {
        String code = line.code();
        forms.merge(code == null ? line : coded.getOrDefault(code, line), 1, Integer::sum);
      }
    }
    return forms;
  }

  /** Why a form cannot be held against the project list; null where it can. */
  public @Nullable NoMatch withoutList(ProjectDigest form) {
    if (dossier.listed() == null) {
      return NoMatch.none("projectList: none");
    }
    return projects(lines(form)) > 1 ? NoMatch.uncertain("projectList: ambiguous") : null;
  }

  /** Why a form cannot be held against the ledger; null where it can. */
  public @Nullable NoMatch withoutLedger(ProjectDigest form) {
    if (dossier.ledger() == null) {
      return NoMatch.none("ledger: none");
    }
    if (ledgerLines(form).isEmpty()) {
      return NoMatch.none("ledger: no such project");
    }
    return ledger(form) == null ? NoMatch.uncertain("ledger: ambiguous") : null;
  }
}
