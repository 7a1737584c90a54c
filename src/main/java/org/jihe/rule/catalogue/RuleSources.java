package org.jihe.rule.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jihe.rule.compiled.CompiledRules;
import org.jihe.rule.compiled.FileRules;
import org.jihe.rule.compiled.RuleCache;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.ParameterUses;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.drl.RuleName;
import org.jihe.rule.folder.ProgramFolder;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.sheet.SheetRules;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a folder, or those of the program.
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
    @Nullable FileRules core,
    FileRules own,
    SheetRules sheets) {

  /**
   * Reads a folder. One that holds nothing but rules of the family {@code local} and parameters
   * adds to the program's rules; any other stands for itself.
   *
   * @param rules the folder, or null for the program's rules alone
   * @throws RuleException where a rule table is wrong, or two rules have one name
   */
  public static RuleSources open(@Nullable Path rules) throws RuleException {
    return open(rules, RuleCache::ofUser);
  }

  /**
   * Reads a folder.
   *
   * @param cache where rules are kept that were compiled
   */
  public static RuleSources open(@Nullable Path rules, Supplier<RuleCache> cache)
      throws RuleException {
    return rules == null ? ofProgram(cache) : of(RuleFolder.at(rules), cache);
  }

  /** The program's rules: those that it was built with, or what has been made of them since. */
  private static RuleSources ofProgram(Supplier<RuleCache> cache) throws RuleException {
    FileRules none = new FileRules(List.of(), cache);
    RuleFolder.Directory changed = ProgramFolder.changed();
    if (changed == null) {
      return new RuleSources(RuleFolder.ofProgram(), null, null, none, SheetRules.none());
    }
    Written written = Written.in(changed, cache);
    boolean whole = !written.core.files().isEmpty();
    RuleFolder folder = whole ? changed : new RuleFolder.Layered(changed, RuleFolder.builtIn());
    RuleFolder parameters = changed.holdsParameters() ? folder : null;
    FileRules core = whole ? written.core : null;
    return new RuleSources(folder, parameters, core, none, SheetRules.none()).with(written);
  }

  /** Where the program's parameters are read from, whatever its rules are. */
  private static @Nullable RuleFolder parametersOfProgram() throws RuleException {
    RuleFolder.Directory changed = ProgramFolder.changed();
    return changed == null || !changed.holdsParameters() ? null : changed;
  }

  private static RuleSources of(RuleFolder.Directory directory, Supplier<RuleCache> cache)
      throws RuleException {
    Written written = Written.in(directory, cache);
    FileRules none = new FileRules(List.of(), cache);
    if (!written.core.files().isEmpty()) {
      RuleFolder parameters = directory.holdsParameters() ? directory : parametersOfProgram();
      return new RuleSources(directory, parameters, written.core, none, SheetRules.none())
          .with(written);
    }
    RuleSources program = ofProgram(cache);
    RuleFolder folder = RuleFolder.over(directory);
    RuleFolder parameters = directory.holdsParameters() ? folder : program.parameters;
    return new RuleSources(folder, parameters, program.core, program.own, program.sheets)
        .with(written);
  }

  /** The same with more rules of one's own. */
  private RuleSources with(Written written) throws RuleException {
    demandNamesOnce(written);
    List<DrlFile> more = new ArrayList<>(written.own);
    more.addAll(written.sheets.drl());
    return new RuleSources(folder, parameters, core, own.with(more), sheets.with(written.sheets));
  }

  /** What a folder holds. */
  private record Written(FileRules core, List<DrlFile> own, SheetRules sheets) {
    static Written in(RuleFolder.Directory directory, Supplier<RuleCache> cache)
        throws RuleException {
      List<DrlFile> core = new ArrayList<>();
      List<DrlFile> own = new ArrayList<>();
      for (DrlFile file : DrlFile.in(directory)) {
        (file.family().equals(RuleFolder.LOCAL) ? own : core).add(file);
      }
      return new Written(new FileRules(core, cache), List.copyOf(own), SheetRules.of(directory));
    }
  }

  /** None of the rules to be added has the name of one that is here. */
  private void demandNamesOnce(Written written) throws RuleException {
    Map<String, DrlFile> files = new TreeMap<>();
    written.own.forEach(file -> files.put(file.name(), file));
    List<RuleName> others = new ArrayList<>(names());
    List<Problem> problems = new ArrayList<>();
    for (RuleName other : others) {
      DrlFile same = files.get(other.name());
      if (same != null) {
        Map<String, String> place = Map.of("other", other.family());
        problems.add(Problem.of(same.file(), 0, "folder.nameTaken", place));
      }
    }
    written.own.forEach(file -> others.add(RuleName.of(file)));
    problems.addAll(written.sheets.clashes(others));
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
  }

  private List<RuleName> names() {
    List<RuleName> names = new ArrayList<>();
    if (core == null) {
      CompiledRules.ofProgram().headers().forEach(header -> names.add(RuleName.of(header.info())));
    }
    files().forEach(file -> names.add(RuleName.of(file)));
    return names;
  }

  /** Every rule that is not one of the program's own. */
  public List<DrlFile> files() {
    List<DrlFile> files = new ArrayList<>(core == null ? List.of() : core.files());
    files.addAll(own.files());
    return files;
  }

  /** The parameters that these {@link #files} name. */
  public ParameterUses uses() throws RuleException {
    List<RuleHeader> headers = new ArrayList<>(core == null ? List.of() : core.headers());
    headers.addAll(own.headers());
    return ParameterUses.of(files(), headers);
  }

  /** What is known of all rules without their conditions, in order of family and id. */
  public List<RuleHeader> headers() throws RuleException {
    List<RuleHeader> headers =
        new ArrayList<>(core == null ? CompiledRules.ofProgram().headers() : core.headers());
    headers.addAll(own.headers());
    headers.sort(
        Comparator.comparing((RuleHeader header) -> header.info().family())
            .thenComparing(header -> header.info().id()));
    return headers;
  }

  /** The rules as classes. */
  public CompiledRules compiled() throws RuleException {
    CompiledRules compiled = core == null ? CompiledRules.ofProgram() : core.compiled();
    CompiledRules all = own.files().isEmpty() ? compiled : compiled.with(own.compiled());
    RulePrecedence.demandKnown(all.headers(), files());
    return all;
  }
}
