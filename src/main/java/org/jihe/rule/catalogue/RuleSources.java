package org.jihe.rule.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.rule.compiled.CompiledRules;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.folder.ProgramFolder;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.sheet.SheetRules;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a folder before they are compiled.
 *
 * @param folder where what belongs to the rules is read from
 * @param parameters where the jurisdictions' parameters are read from, or null where they are those
 *     that the program was built with
 * @param core the rules of all families but {@code local}, or null for those that the program was
 *     built with
 * @param own the rules of the family {@code local}: .drl files and rows of rule tables
 * @param sheets the rows of rule tables among them
 */
public record RuleSources(
    RuleFolder folder,
    @Nullable RuleFolder parameters,
    @Nullable List<DrlFile> core,
    List<DrlFile> own,
    SheetRules sheets) {

  /**
   * Reads a folder. One that holds nothing but rules of the family {@code local} and parameters
   * adds to the program's rules; any other stands for itself.
   *
   * @param rules the folder, or null for the program's rules alone
   * @throws RuleException where a rule table is wrong, or two rules have one name
   */
  public static RuleSources open(@Nullable Path rules) throws RuleException {
    return rules == null ? ofProgram() : of(RuleFolder.at(rules));
  }

  /** The program's rules: those that it was built with, or what has been made of them since. */
  private static RuleSources ofProgram() throws RuleException {
    RuleFolder.Directory changed = ProgramFolder.changed();
    if (changed == null) {
      return base(RuleFolder.ofProgram(), null, null);
    }
    Written written = Written.in(changed);
    boolean whole = !written.core.isEmpty();
    RuleFolder folder = whole ? changed : new RuleFolder.Layered(changed, RuleFolder.builtIn());
    RuleFolder parameters = changed.holdsParameters() ? folder : null;
    return base(folder, parameters, whole ? written.core : null).with(written, folder, parameters);
  }

  /** Where the program's parameters are read from, whatever its rules are. */
  private static @Nullable RuleFolder parametersOfProgram() throws RuleException {
    RuleFolder.Directory changed = ProgramFolder.changed();
    return changed == null || !changed.holdsParameters() ? null : changed;
  }

  private static RuleSources of(RuleFolder.Directory directory) throws RuleException {
    Written written = Written.in(directory);
    if (!written.core.isEmpty()) {
      RuleFolder parameters = directory.holdsParameters() ? directory : parametersOfProgram();
      return base(directory, parameters, written.core).with(written, directory, parameters);
    }
    RuleSources program = ofProgram();
    RuleFolder folder = RuleFolder.over(directory);
    return program.with(written, folder, directory.holdsParameters() ? folder : program.parameters);
  }

  private static RuleSources base(
      RuleFolder folder, @Nullable RuleFolder parameters, @Nullable List<DrlFile> core) {
    return new RuleSources(folder, parameters, core, List.of(), SheetRules.none());
  }

  /** The same with more rules of one's own. */
  private RuleSources with(Written written, RuleFolder folder, @Nullable RuleFolder parameters)
      throws RuleException {
    List<DrlFile> all = new ArrayList<>(own);
    all.addAll(written.own);
    all.addAll(written.sheets.drl());
    demandNamesOnce(written);
    return new RuleSources(folder, parameters, core, all, sheets.with(written.sheets));
  }

  /** What a folder holds. */
  private record Written(List<DrlFile> core, List<DrlFile> own, SheetRules sheets) {
    static Written in(RuleFolder.Directory directory) throws RuleException {
      List<DrlFile> core = new ArrayList<>();
      List<DrlFile> own = new ArrayList<>();
      for (DrlFile file : DrlFile.in(directory)) {
        (file.family().equals(RuleFolder.LOCAL) ? own : core).add(file);
      }
      return new Written(List.copyOf(core), List.copyOf(own), SheetRules.of(directory));
    }
  }

  /** None of the rules to be added has the name of one that is here. */
  private void demandNamesOnce(Written written) throws RuleException {
    List<RuleHeader> others = new ArrayList<>(headers());
    Map<String, DrlFile> files = new TreeMap<>();
    written.own.forEach(file -> files.put(file.name(), file));
    List<Problem> problems = new ArrayList<>();
    for (RuleHeader other : others) {
      DrlFile same = files.get(other.info().id());
      if (same != null) {
        Map<String, String> place = Map.of("other", other.info().family());
        problems.add(Problem.of(same.file(), 0, "folder.nameTaken", place));
      }
    }
    others.addAll(RuleHeader.of(written.own));
    problems.addAll(written.sheets.clashes(others));
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
  }

  private List<RuleHeader> coreHeaders() throws RuleException {
    return core == null ? CompiledRules.ofProgram().headers() : RuleHeader.of(core);
  }

  /** Every rule that is not one of the program's own. */
  public List<DrlFile> files() {
    List<DrlFile> files = new ArrayList<>(core == null ? List.of() : core);
    files.addAll(own);
    return files;
  }

  /** What the annotations of all rules say, in order of family and id. */
  public List<RuleHeader> headers() throws RuleException {
    List<RuleHeader> headers = new ArrayList<>(coreHeaders());
    headers.addAll(RuleHeader.of(own));
    headers.sort(
        Comparator.comparing((RuleHeader header) -> header.info().family())
            .thenComparing(header -> header.info().id()));
    return headers;
  }
}
