package org.jihe.rule.fact.group;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.Texts;
import org.jihe.rule.fact.alike.NearTexts;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** Finds nearly the same objectives, achievements and explanations among a department's forms. */
final class NearTextFacts {

  private final GroupFacts facts;
  private final NearText.Kind kind;
  private final BigDecimal shortest;
  private final List<String> texts = new ArrayList<>();
  private final List<String> subjects = new ArrayList<>();
  private final List<ProjectDigest> forms = new ArrayList<>();

  private NearTextFacts(GroupFacts facts, NearText.Kind kind) {
    this.facts = facts;
    this.kind = kind;
    this.shortest = facts.parameters().limit(kind.shortest());
  }

  /** The groups of every kind that the jurisdiction has thresholds for. */
  static List<NearText> of(GroupFacts facts, List<ProjectDigest> forms) {
    Parameters parameters = facts.parameters();
    List<NearText> found = new ArrayList<>();
    for (NearText.Kind kind : NearText.Kind.values()) {
      if (parameters.thresholds().containsKey(kind.similarity())
          && parameters.thresholds().containsKey(kind.shortest())) {
        NearTextFacts one = new NearTextFacts(facts, kind);
        forms.forEach(one::add);
        found.addAll(one.groups());
      }
    }
    return found;
  }

  private void add(ProjectDigest form) {
    switch (kind) {
      case PLANNED ->
          add(form, form.texts().planned(), FormPath.objective(FormFields.PLANNED).toString());
      case ACHIEVED ->
          add(form, form.texts().achieved(), FormPath.objective(FormFields.ACHIEVED).toString());
      case EXPLANATION -> {
        for (int row = 0; row < form.indicators().size(); row++) {
          String path = FormPath.indicator(row, FormFields.VARIANCE_EXPLANATION).toString();
          add(form, form.indicators().get(row).printedExplanation(), path);
        }
      }
    }
  }

  private void add(ProjectDigest form, @Nullable String text, String subject) {
    if (text != null && shortest.compareTo(BigDecimal.valueOf(Texts.length(text))) <= 0) {
      texts.add(text);
      subjects.add(subject);
      forms.add(form);
    }
  }

  private List<NearText> groups() {
    List<NearText> groups = new ArrayList<>();
    for (NearTexts.Group group : NearTexts.of(texts, facts.parameters().limit(kind.similarity()))) {
      Set<String> wordings = new HashSet<>();
      List<ProjectDigest> members = new ArrayList<>();
      int length = Integer.MAX_VALUE;
      for (int one : group.texts()) {
        wordings.add(Texts.normalised(texts.get(one)));
        members.add(forms.get(one));
        length = Math.min(length, Texts.length(texts.get(one)));
      }
      int first = group.texts().get(0);
      groups.add(
          new NearText(
              facts,
              kind,
              group.similarity(),
              wordings.size(),
              subjects.get(first),
              texts.get(first),
              length,
              members));
    }
    return groups;
  }
}
