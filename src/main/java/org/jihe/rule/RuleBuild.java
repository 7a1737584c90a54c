package org.jihe.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jihe.rule.fact.Parameters;

/**
 * Compiles the rules that come with the program. Run by the build, so that no user waits for it:
 * the classes go beside the program's own, where class data sharing reaches them.
 */
public final class RuleBuild {

  /** Where the program finds what was compiled. */
  static final String RESOURCE = "/rules/compiled-rules.bin";

  /** Every family is a package below this one. */
  private static final String PACKAGE = "jihe";

  private RuleBuild() {}

  /**
   * Writes classes and catalogue into the folder of the program's classes.
   *
   * @param args the folder of rules, and the folder of the program's classes
   */
  public static void main(String[] args) throws IOException, RuleException {
    Path classes = Path.of(args[1]);
    Path resource = classes.resolve(RESOURCE.substring(1));
    RuleFolder.Directory rules = RuleFolder.at(Path.of(args[0]));
    List<DrlFile> files = rules.rules();
    for (String id : rules.jurisdictions()) {
      Jurisdiction jurisdiction = ParameterReader.read(rules, id, ParameterUses.names(files));
      for (Parameters parameters : jurisdiction.all()) {
        ParameterUses.check(files, parameters);
      }
      Path target = classes.resolve(ParametersFile.resource(id).substring(1));
      Files.createDirectories(target.getParent());
      Files.write(target, ParametersFile.toBytes(jurisdiction));
    }
    Files.writeString(
        classes.resolve("rules").resolve(RuleFolder.BuiltIn.JURISDICTIONS),
        String.join("\n", rules.jurisdictions()) + "\n");
    RuleCache cache = new RuleCache(classes.resolveSibling("rule-cache"));
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
    Files.write(resource, compiled.withoutClasses().toBytes());
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
