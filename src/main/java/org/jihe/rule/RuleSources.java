package org.jihe.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.rule.RuleException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a folder before they are compiled.
 *
 * @param folder where what belongs to the rules is read from
 * @param core the rules of all families but {@code local}, or null for those of the program
 * @param own the rules of the family {@code local}: .drl files and rows of rule tables
 * @param sheets the rows of rule tables among them
 */
record RuleSources(
    RuleFolder folder, @Nullable List<DrlFile> core, List<DrlFile> own, SheetRules sheets) {

  /**
   * Reads a folder. One that holds nothing but rules of the family {@code local} and parameters
   * adds to the program's rules; any other stands for itself.
   *
   * @param rules the folder, or null for the program's rules alone
   * @throws RuleException where a rule table is wrong, or two rules have one name
   */
  static RuleSources open(@Nullable Path rules) throws RuleException {
    if (rules == null) {
      return new RuleSources(RuleFolder.builtIn(), null, List.of(), SheetRules.none());
    }
    RuleFolder.Directory directory = RuleFolder.at(rules);
    List<DrlFile> core = new ArrayList<>();
    List<DrlFile> own = new ArrayList<>();
    for (DrlFile file : directory.rules()) {
      (file.family().equals(SheetRules.FAMILY) ? own : core).add(file);
    }
    SheetRules sheets = SheetRules.of(directory);
    RuleFolder folder = core.isEmpty() ? RuleFolder.over(directory) : directory;
    List<DrlFile> written = List.copyOf(own);
    own.addAll(sheets.drl());
    RuleSources sources =
        new RuleSources(folder, core.isEmpty() ? null : List.copyOf(core), own, sheets);
    sources.demandNamesOnce(written);
    return sources;
  }

  private void demandNamesOnce(List<DrlFile> written) throws RuleException {
    List<RuleHeader> others = new ArrayList<>(coreHeaders());
    Map<String, DrlFile> files = new TreeMap<>();
    written.forEach(file -> files.put(file.name(), file));
    List<Problem> problems = new ArrayList<>();
    for (RuleHeader other : others) {
      DrlFile same = files.get(other.info().id());
      if (same != null) {
        Map<String, String> place = Map.of("other", other.info().family());
        problems.add(Problem.of(same.file(), 0, "folder.nameTaken", place));
      }
    }
    others.addAll(RuleCompiler.headers(written));
    problems.addAll(sheets.clashes(others));
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
  }

  private List<RuleHeader> coreHeaders() throws RuleException {
    return core == null ? RuleSet.builtInRules().headers() : RuleCompiler.headers(core);
  }

  /** Every rule that is not one of the program's own. */
  List<DrlFile> files() {
    List<DrlFile> files = new ArrayList<>(core == null ? List.of() : core);
    files.addAll(own);
    return files;
  }

  /** What the annotations of all rules say, in order of family and id. */
  List<RuleHeader> headers() throws RuleException {
    List<RuleHeader> headers = new ArrayList<>(coreHeaders());
    headers.addAll(RuleCompiler.headers(own));
    headers.sort(
        Comparator.comparing((RuleHeader header) -> header.info().family())
            .thenComparing(header -> header.info().id()));
    return headers;
  }
}
