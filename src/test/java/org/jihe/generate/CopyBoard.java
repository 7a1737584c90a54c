package org.jihe.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jihe.form.FormKind;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.department.Departments;
import org.jihe.statistic.copied.CopiedText;
import org.jihe.statistic.copied.CopySearch;
import org.jihe.statistic.copied.FormText;
import org.jihe.table.AcceptedForm;

/** Which texts are found to be copied, against those that were. */
final class CopyBoard {

  /** Planted defects that leave one text in several forms. */
  private static final Pattern ALIKE =
      Pattern.compile(
          "copied:.*|.*Reused|ClonedIndicatorSet|.*Unchanged|.*Copied|PossibleSplit|ProjectCancelled|CancelledScored|ZeroExecution.*");

  private final List<FormText> texts = new ArrayList<>();
  private final Map<String, Set<String>> planted = new TreeMap<>();
  private final Set<String> explained = new HashSet<>();

  /** How they fared. */
  record Score(int planted, int found, int missed, int groups, int wrong, String examples) {}

  void add(String id, SelfEvaluation form) {
    if (form.kind() == FormKind.PROJECT) {
      texts.addAll(FormText.of(AcceptedForm.of(form).withId(id), Departments.NONE));
    }
  }

  /** Notes what was planted in a form. */
  void plant(String id, String rule) {
    if (rule.startsWith("copied:")) {
      planted.computeIfAbsent(rule, key -> new HashSet<>()).add(id);
    }
    if (ALIKE.matcher(rule).matches()) {
      explained.add(id);
    }
  }

  /** A group in which no form was planted is wrong; a text that is in no group, missed. */
  Score score() {
    CopySearch search = new CopySearch();
    texts.forEach(one -> search.see(one.sketch()));
    search.turn();
    for (FormText one : texts) {
      if (search.isWanted()) {
        search.take(one);
      } else {
        search.pass(one.place().departmentKey());
      }
    }
    Set<String> found = new HashSet<>();
    int wrong = 0;
    StringBuilder examples = new StringBuilder();
    List<CopiedText> groups = search.done();
    for (CopiedText group : groups) {
      group.places().forEach(place -> found.add(place.formId()));
      if (group.places().stream().noneMatch(place -> explained.contains(place.formId()))) {
        wrong++;
        examples.append(" wrong ").append(group).append('\n');
      }
    }
    int all = 0;
    int missed = 0;
    for (Map.Entry<String, Set<String>> one : planted.entrySet()) {
      if (one.getKey().equals("copied:lastYear") || one.getValue().size() > 1) {
        all += one.getValue().size();
        for (String id : one.getValue()) {
          if (!found.contains(id)) {
            missed++;
            examples.append(" missed ").append(one.getKey()).append(' ').append(id).append('\n');
          }
        }
      }
    }
    return new Score(all, all - missed, missed, groups.size(), wrong, examples.toString());
  }

  /** The table that is kept. */
  String text() {
    Score score = score();
    return String.format(
        Locale.ROOT,
        "copied %d  found %d  missed %d  groups %d  wrong %d%n",
        score.planted,
        score.found,
        score.missed,
        score.groups,
        score.wrong);
  }
}
