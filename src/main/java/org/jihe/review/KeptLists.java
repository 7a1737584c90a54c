package org.jihe.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.functions;
import org.jihe.message.JobException;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.ListedProject;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.view.ReviewSummary.ListFigures;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * The bureau's lists that a check holds the forms against: those that it is given, and in place of
 * one that it is not given the one of the last check, which the workspace keeps a copy of. So a
 * finding that comes from a list does not vanish because the list is not named again.
 *
 * @param lists the lists in force
 * @param kept the files of those that were not given
 * @param lost findings of the last check whose lists cannot be had any more
 */
public record KeptLists(RegistryLists lists, List<String> kept, long lost) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FOLDER = "lists";
  private static final String NONE = "-";

  /** Scope of the rules that read lists. */
  private static final String SCOPE = "registry";

  /** A list without a line does not say what file it was. */
  private static final String NAMELESS = "—";

  /** A workspace's copy: the lines of both lists as they were read, null where there was none. */
  private record Copy(
      @Nullable List<ListedProject> projects, @Nullable List<ListedProject> ledger) {}

  /** The lists in force for a check that was given some or none. */
  public static KeptLists of(Workspace workspace, Run run, RuleSet rules, RegistryLists given) {
    String last = lastFingerprint(run);
    if (!given.mayLackSome() || last.equals(NONE) || last.equals(given.fingerprint())) {
      return new KeptLists(given, List.of(), 0);
    }
    RegistryLists former = read(file(workspace.folder(), last), last);
    if (former == null) {
      return new KeptLists(given, List.of(), findings(workspace, run, rules));
    }
    Set<String> files = new LinkedHashSet<>();
    if (given.projectLines() == null) {
      add(files, former.projectLines());
    }
    if (given.ledgerLines() == null) {
      add(files, former.ledgerLines());
    }
    return new KeptLists(given.or(former), new ArrayList<>(files), 0);
  }

  private static void add(Set<String> files, @Nullable List<ListedProject> lines) {
    if (lines != null) {
      files.add(lines.isEmpty() ? NAMELESS : lines.get(0).file());
    }
  }

  /** Every dossier's digest ends with that of the lists that it was held against. */
  private static String lastFingerprint(Run run) {
    for (String checked : run.checked().values()) {
      String lists = checked.substring(checked.lastIndexOf(' ') + 1);
      if (!lists.isEmpty() && !lists.equals(NONE)) {
        return lists;
      }
    }
    return NONE;
  }

  /** The lists of the last check beside those that are given, to say of a form what it would. */
  public static RegistryLists of(Path workspace, Run run, RegistryLists given) throws JobException {
    String last = lastFingerprint(run);
    RegistryLists former = last.equals(NONE) ? null : read(file(workspace, last), last);
    RegistryLists inForce = former == null || !given.mayLackSome() ? given : given.or(former);
    return inForce.naming(KeptDepartments.of(workspace, run));
  }

  private static Path file(Path workspace, String fingerprint) {
    return workspace.resolve(FOLDER).resolve(fingerprint + ".json");
  }

  private static @Nullable RegistryLists read(Path file, String fingerprint) {
    try {
      Copy copy = JSON.readValue(Files.readString(file), Copy.class);
      RegistryLists lists = new RegistryLists(copy.projects, copy.ledger);
      return lists.fingerprint().equals(fingerprint) ? lists : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Keeps a copy for the checks to come; must be there before the run is committed. */
  void keep(Workspace workspace) throws IOException {
    Path file = file(workspace.folder(), lists.fingerprint());
    if (lists.fingerprint().equals(NONE) || Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), "new", ".json");
    Files.writeString(fresh, text(new Copy(lists.projectLines(), lists.ledgerLines())));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String text(Copy copy) {
    try {
      return JSON.writeValueAsString(copy);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written", e);
    }
  }

  /** What must be said of lists that were not given. */
  ListFigures figures(Workspace workspace, Run run, RuleSet rules) {
    return new ListFigures(kept, kept.isEmpty() ? 0 : findings(workspace, run, rules), lost);
  }

  private static long findings(Workspace workspace, Run run, RuleSet rules) {
    Object[] ofLists =
        rules.rules().stream()
            .filter(rule -> rule.scope().equals(SCOPE))
            .map(RuleInfo::id)
            .toArray();
    return workspace
        .read(run, WorkspaceTable.FINDINGS)
        .filter(functions.col("ruleId").isin(ofLists).and(functions.col("waived").isNull()))
        .count();
  }
}
