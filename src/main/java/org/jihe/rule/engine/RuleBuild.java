package org.jihe.rule.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jihe.message.Language;
import org.jihe.rule.compiled.CompiledAgainst;
import org.jihe.rule.compiled.CompiledRules;
import org.jihe.rule.compiled.RuleCache;
import org.jihe.rule.compiled.RuleCompiler;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.ParameterUses;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.folder.ProgramFolder;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.jurisdiction.Jurisdiction;
import org.jihe.rule.jurisdiction.ParameterReader;
import org.jihe.rule.jurisdiction.Parameters;
import org.jihe.rule.jurisdiction.ParametersFile;

/**
 * Compiles the rules that come with the program. Run by the build, so that no user waits for it:
 * the classes go beside the program's own, where class data sharing reaches them.
 */
public final class RuleBuild {

  /** Where the launcher finds the mistakes that stop a build, in each language. */
  private static final String MISTAKES = "wrong-rules_";

  /** Every family is a package below this one. */
  private static final String PACKAGE = "jihe";

  private RuleBuild() {}

  /**
   * Writes classes and catalogue into the folder of the program's classes.
   *
   * @param args the folder of rules, the folder of the program's classes, and the file that names
   *     its libraries
   */
  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[1]);
    for (Language language : Language.values()) {
      Files.deleteIfExists(mistakes(classes, language));
    }
    try {
      build(Path.of(args[0]), classes, Path.of(args[2]));
    } catch (RuleException e) {
      for (Language language : Language.values()) {
        List<String> lines = e.problems().stream().map(each -> each.line(language)).toList();
        Files.write(mistakes(classes, language), lines);
        lines.forEach(System.err::println);
      }
      throw new IllegalStateException(e.problems().size() + " mistakes in rules/, told above");
    } catch (IOException | RuntimeException | Error e) {
      // Maven tells a failure's own words at most, and some have none.
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      System.err.println("The rules could not be compiled: " + trace);
      throw e;
    }
  }

  private static Path mistakes(Path classes, Language language) {
    return classes.resolveSibling(MISTAKES + language.code() + ".txt");
  }

  private static void build(Path folder, Path classes, Path libraries)
      throws IOException, RuleException {
    Path resource = classes.resolve(CompiledRules.RESOURCE.substring(1));
    RuleFolder.Directory rules = RuleFolder.at(folder);
    byte[] from = ProgramFolder.compiledFrom(rules);
    List<DrlFile> files = DrlFile.in(rules);
    ParameterUses uses = ParameterUses.of(files, RuleHeader.of(files));
    for (String id : rules.jurisdictions()) {
      Jurisdiction jurisdiction = ParameterReader.read(rules, id, uses.names());
      for (Parameters parameters : jurisdiction.all()) {
        uses.demand(parameters);
      }
      Path target = classes.resolve(ParametersFile.resource(id).substring(1));
      Files.createDirectories(target.getParent());
      Files.write(target, ParametersFile.toBytes(jurisdiction));
    }
    Files.writeString(
        classes.resolve("rules").resolve(RuleFolder.BuiltIn.JURISDICTIONS),
        String.join("\n", rules.jurisdictions()) + "\n");
    String program = CompiledAgainst.program(classes, libraries);
    RuleCache cache =
        new RuleCache(classes.resolveSibling("rule-cache"), CompiledAgainst.with(program));
    CompiledRules known = cache.find(RuleCompiler.fingerprint(files));
    CompiledRules compiled = known == null ? RuleCompiler.compile(files) : known;
    cache.keep(compiled);
    deleteAll(classes.resolve(PACKAGE));
    for (Map.Entry<String, byte[]> entry : compiled.classes().entrySet()) {
      Path file = classes.resolve(entry.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
    Files.createDirectories(resource.getParent());
    Files.write(resource, compiled.toJson());
    Files.writeString(classes.resolve(CompiledAgainst.RESOURCE.substring(1)), program + "\n");
    // Last, and of what was read first: rules that change meanwhile are taken for changed.
    Files.write(classes.resolve(ProgramFolder.RESOURCE.substring(1)), from);
  }

  /** What an earlier build compiled from rules that have changed since. */
  private static void deleteAll(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> old = Files.walk(directory)) {
      for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
