package org.jihe.review.change;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.finding.Decision;
import org.jihe.finding.Reply;
import org.jihe.finding.Severity;
import org.jihe.form.FormKey;
import org.jihe.table.DecisionCodec;
import org.jihe.table.VersionCodec;
import org.jihe.view.FindingChange;
import org.jihe.view.FindingChange.Department;
import org.jihe.view.Followup;
import org.jihe.view.Places;
import org.jihe.workspace.Run;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/** What has come of the findings of earlier reviews, for the summary of one. */
public final class Followups {

  private Followups() {}

  /**
   * What has come of them in some departments and years.
   *
   * @param before the run before; null where there is none
   * @param run the run that has read and checked
   * @param messages message patterns of the rules by rule id
   */
  public static Followup of(
      Workspace workspace,
      @Nullable Run before,
      Run run,
      Set<String> dossiers,
      Map<String, String> messages)
      throws IOException {
    Followup followup =
        new Followup(
            before == null ? List.of() : corrected(workspace, before, run, messages),
            states(workspace, run, dossiers),
            alike(workspace, run, dossiers));
    return followup.equals(Followup.NONE) ? Followup.NONE : followup;
  }

  /** Forms of which this run has read a version that replaces another one. */
  private static List<FindingChange> corrected(
      Workspace workspace, Run before, Run run, Map<String, String> messages) throws IOException {
    Set<String> replaced = new HashSet<>();
    Set<String> dossiers = new TreeSet<>();
    workspace
        .stored(run, WorkspaceTable.FORM_VERSIONS)
        .forEach(
            List.of("dossier", "formId", "supersededIn", "supersededBy"),
            row -> {
              boolean isNow = run.id().equals(row.getAs("supersededIn"));
              if (isNow && !row.<String>getAs("supersededBy").isEmpty()) {
                replaced.add(FormKey.withoutNumber(row.getAs("formId")));
                dossiers.add(row.getAs("dossier"));
              }
            });
    List<FindingChange> corrected = new ArrayList<>();
    if (!replaced.isEmpty()) {
      for (Department one :
          FindingChanges.between(workspace, before, run, dossiers, messages, replaced)) {
        corrected.addAll(one.forms());
      }
    }
    return corrected;
  }

  /** How far the matters are, where anybody has said anything. */
  private static Map<String, Long> states(Workspace workspace, Run run, Set<String> dossiers)
      throws IOException {
    Map<String, Reply> replies = new TreeMap<>();
    workspace
        .stored(run, WorkspaceTable.REPLIES)
        .forEach(
            (row, internal) -> {
              Reply reply = DecisionCodec.reply(row);
              replies.merge(
                  reply.fingerprint(), reply, (a, b) -> b.when().isBefore(a.when()) ? a : b);
            });
    Map<String, Decision> decisions = new TreeMap<>();
    workspace
        .stored(run, WorkspaceTable.DECISIONS)
        .forEach(
            (row, internal) -> {
              Decision one = DecisionCodec.decision(row);
              decisions.merge(
                  one.fingerprint(), one, (a, b) -> b.when().isBefore(a.when()) ? a : b);
            });
    Map<String, Long> states = new TreeMap<>();
    if (replies.isEmpty() && decisions.isEmpty()) {
      return states;
    }
    Map<String, StoredRows> findings = workspace.stored(run, WorkspaceTable.FINDINGS).byKey();
    for (String dossier : dossiers) {
      StoredRows rows = findings.get(dossier);
      if (rows == null) {
        continue;
      }
      Map<String, Integer> numbers = new TreeMap<>();
      rows.forEach(
          List.of("fingerprint", "severity", "waived"),
          row -> {
            if (row.getAs("waived") == null) {
              String fingerprint = row.getAs("fingerprint");
              int number = numbers.merge(fingerprint, 1, Integer::sum);
              String key = fingerprint + (number == 1 ? "" : "#" + number);
              if (!row.getAs("severity").equals(Severity.NOTE.name())) {
                states.merge(state(replies.get(key), decisions.get(key)).name(), 1L, Long::sum);
              }
            }
          });
    }
    return states;
  }

  private static Reply.State state(@Nullable Reply reply, @Nullable Decision decision) {
    if (decision != null && (reply == null || !decision.when().isBefore(reply.when()))) {
      return Reply.State.valueOf(decision.state());
    }
    return reply == null ? Reply.State.AWAITED : reply.state();
  }

  /** Forms whose ids have numbers, since nothing tells which of them is the later one. */
  private static List<List<String>> alike(Workspace workspace, Run run, Set<String> dossiers) {
    Map<String, List<String>> places = new TreeMap<>();
    Set<String> numbered = new HashSet<>();
    workspace
        .stored(run, WorkspaceTable.FORMS)
        .forEach(
            List.of("formId", "dossier", "origin"),
            row -> {
              String id = row.getAs("formId");
              String key = FormKey.withoutNumber(id);
              if (dossiers.contains(row.<String>getAs("dossier"))) {
                if (!key.equals(id)) {
                  numbered.add(key);
                }
                places
                    .computeIfAbsent(key, each -> new ArrayList<>())
                    .add(Places.of(VersionCodec.origin(row)));
              }
            });
    places.keySet().retainAll(numbered);
    return List.copyOf(places.values());
  }
}
