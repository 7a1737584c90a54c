package org.jihe.generate.defect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jihe.generate.draft.Department;
import org.jihe.generate.draft.Draft;
import org.jspecify.annotations.Nullable;

/** The forms of one department in one year while defects are planted in them. */
public final class DepartmentYear {

  /** A line of the bureau's lists; the project list lacks some lines, and has some of its own. */
  public record Listed(
      String code, String name, String agency, @Nullable BigDecimal spent, boolean isListed) {}

  private final Department department;
  private final int year;
  private final int departments;
  private final boolean hasNext;
  private final Truth truth;
  private final Set<Draft> strays;
  private final List<Draft> drafts = new ArrayList<>();
  private final Set<Draft> marred = new HashSet<>();
  private final Set<Draft> unseen = new LinkedHashSet<>();
  private final Set<Draft> unmarked = new HashSet<>();
  private final Set<Draft> unlisted = new HashSet<>();
  private final Map<Draft, BigDecimal> booked = new HashMap<>();
  private final List<Listed> besides = new ArrayList<>();
  private final List<Runnable> prints = new ArrayList<>();
  private final Map<String, Integer> used;

  public DepartmentYear(
      Department department,
      int year,
      int departments,
      boolean hasNext,
      Truth truth,
      Set<Draft> strays,
      Map<String, Integer> used) {
    this.department = department;
    this.year = year;
    this.departments = departments;
    this.hasNext = hasNext;
    this.truth = truth;
    this.strays = strays;
    this.used = used;
  }

  public List<Draft> drafts() {
    return drafts;
  }

  public int year() {
    return year;
  }

  public boolean hasNext() {
    return hasNext;
  }

  boolean isDivided() {
    return department.manner() != Department.Manner.UNDIVIDED;
  }

  // --- truth -----------------------------------------------------------------------------------

  public void tell(Draft form, String rule, String subject, Truth.Of kind) {
    truth.add(
        new Truth.Line(
            form,
            department.name(),
            form.project.name(form.budgetYear),
            year,
            rule,
            subject,
            kind));
  }

  void tellOfAll(int when, String project, String rule, String subject, Truth.Of kind) {
    truth.add(new Truth.Line(null, department.name(), project, when, rule, subject, kind));
  }

  // --- forms beside one ------------------------------------------------------------------------

  public boolean isMarred(Draft draft) {
    return marred.contains(draft);
  }

  public void mar(Draft draft) {
    marred.add(draft);
  }

  @Nullable Draft partner(Draft draft, Predicate<Draft> wanted) {
    List<Draft> found = partners(draft, wanted, 1);
    return found.isEmpty() ? null : found.get(0);
  }

  /** So many forms without a defect that come next, which get none any more; or none. */
  List<Draft> partners(Draft draft, Predicate<Draft> wanted, int count) {
    List<Draft> found = new ArrayList<>();
    int from = drafts.indexOf(draft);
    for (int i = from + 1; i < Math.min(drafts.size(), from + 60) && found.size() < count; i++) {
      Draft other = drafts.get(i);
      if (!marred.contains(other) && wanted.test(other)) {
        found.add(other);
      }
    }
    if (found.size() < count) {
      return List.of();
    }
    marred.addAll(found);
    return found;
  }

  // --- what defects do beyond their form -------------------------------------------------------

  /** Changes cells when all sums are printed. */
  public void print(Runnable change) {
    prints.add(change);
  }

  public void printed() {
    prints.forEach(Runnable::run);
  }

  /** Next year's form will not be held against it. */
  void stray(Draft draft) {
    strays.add(draft);
  }

  boolean isStray(Draft draft) {
    return strays.contains(draft);
  }

  /** Nobody can tell which department, year or project it is of. */
  void unseen(Draft draft) {
    unseen.add(draft);
  }

  boolean isUnseen(Draft draft) {
    return unseen.contains(draft);
  }

  /** A form of which points are missing has no full marks. */
  void unmarked(Draft draft) {
    unmarked.add(draft);
  }

  boolean isUnmarked(Draft draft) {
    return unmarked.contains(draft);
  }

  /** The next text of a kind that no form of the department has; null where all are used. */
  @Nullable String unused(String kind, List<String> texts) {
    int next = used.merge(kind, 1, Integer::sum) - 1;
    return next < texts.size() ? texts.get(next) : null;
  }

  /** The text that this department shares with its neighbours; -1 where one form has it. */
  int foreignText() {
    return used.merge("foreign " + year, 1, Integer::sum) > 1 || departments < 2
        ? -1
        : department.number() / 4;
  }

  /** Next year nothing is heard of the project. */
  void vanishes(Draft draft) {
    tellOfAll(
        year + 1,
        draft.project.name(year),
        "DeferredProjectVanished",
        "lastYear: " + draft.name,
        Truth.Of.PLANTED);
  }

  void book(Draft draft, BigDecimal spent) {
    booked.put(draft, spent);
  }

  void unlist(Draft draft) {
    unlisted.add(draft);
  }

  /** The list has a project that nobody reports on. */
  void listBesides(Draft like) {
    String name = like.project.topic() + "二期" + like.project.end();
    besides.add(new Listed(like.project.code + "B", name, like.sender.name(), null, true));
    tellOfAll(year, name, "ProjectNotSubmitted", "projectList: " + name, Truth.Of.PLANTED);
  }

  /** The lines of the bureau's lists for the year; call it when all is printed. */
  public List<Listed> listed(Map<Draft, String> names) {
    List<Listed> lines = new ArrayList<>();
    for (Draft draft : drafts) {
      String name = names.getOrDefault(draft, draft.project.name(year));
      BigDecimal spent = booked.getOrDefault(draft, draft.money.spent);
      lines.add(
          new Listed(
              draft.project.code,
              name,
              draft.sender.name(),
              spent.multiply(draft.sender.yuan()).setScale(2),
              !unlisted.contains(draft)));
      if (unseen.contains(draft)) {
        tellOfAll(year, name, "ProjectNotSubmitted", "projectList: " + name, Truth.Of.FOLLOWS);
      }
    }
    lines.addAll(besides);
    return lines;
  }
}
