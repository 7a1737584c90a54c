package org.jihe.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jihe.form.FormKey;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.rule.RuleException.Problem;
import org.jihe.rule.fact.Parameters;
import org.jspecify.annotations.Nullable;

/** Compiled rules with the parameters of one jurisdiction: what executors receive. */
public final class RuleSet implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The jurisdiction in force where none is named. */
  public static final String NATIONAL = "national";

  private final CompiledRules compiled;
  private final Parameters parameters;
  private final Map<Language, Map<String, String>> messages;
  private final String fingerprint;

  private RuleSet(
      CompiledRules compiled, Parameters parameters, Map<Language, Map<String, String>> messages) {
    this.compiled = compiled;
    this.parameters = parameters;
    this.messages = messages;
    this.fingerprint = FormKey.of(compiled.fingerprint(), parameters.canonical());
  }

  /**
   * Compiles or loads the rules.
   *
   * @param rules folder of rules, or null for those that come with the program; a folder with none
   *     but the family {@code local} adds to these
   * @param jurisdiction id of a parameter file under {@code jurisdictions/}, or null for {@code
   *     national}
   * @throws RuleException where a rule or a parameter file is wrong, with file and line
   */
  public static RuleSet open(@Nullable Path rules, @Nullable String jurisdiction)
      throws RuleException {
    return open(rules, jurisdiction, RuleCache.ofUser());
  }

  static RuleSet open(@Nullable Path rules, @Nullable String jurisdiction, RuleCache cache)
      throws RuleException {
    String id = jurisdiction == null || jurisdiction.isBlank() ? NATIONAL : jurisdiction;
    RuleSources sources = RuleSources.open(rules);
    boolean own = rules != null && Files.isDirectory(rules.resolve("jurisdictions"));
    Parameters parameters =
        own ? ParameterReader.read(sources.folder(), id) : builtInParameters(id);
    ParameterUses.check(sources.files(), parameters);
    List<DrlFile> core = sources.core();
    CompiledRules compiled = core == null ? builtInRules() : compiled(core, cache);
    if (!sources.own().isEmpty()) {
      compiled = compiled.with(compiled(sources.own(), cache));
    }
    return of(compiled, sources, parameters);
  }

  private static RuleSet of(CompiledRules compiled, RuleSources sources, Parameters parameters)
      throws RuleException {
    Map<Language, Map<String, String>> messages = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      messages.put(language, messages(compiled.headers(), sources, language));
    }
    return new RuleSet(compiled, parameters, messages);
  }

  private static CompiledRules compiled(List<DrlFile> files, RuleCache cache) throws RuleException {
    String fingerprint = RuleCompiler.fingerprint(files);
    CompiledRules builtIn = builtInRules();
    if (builtIn.fingerprint().equals(fingerprint)) {
      return builtIn;
    }
    CompiledRules kept = cache.find(fingerprint);
    if (kept != null) {
      return kept;
    }
    CompiledRules fresh = RuleCompiler.compile(files);
    cache.keep(fresh);
    return fresh;
  }

  static CompiledRules builtInRules() {
    try (InputStream in = RuleSet.class.getResourceAsStream(RuleBuild.RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + RuleBuild.RESOURCE);
      }
      return CompiledRules.fromBytes(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Parameters builtInParameters(String jurisdiction) throws RuleException {
    try (InputStream in =
        RuleSet.class.getResourceAsStream(ParametersFile.resource(jurisdiction))) {
      return in == null
          ? ParameterReader.read(RuleFolder.builtIn(), jurisdiction)
          : ParametersFile.fromBytes(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> messages(
      List<RuleHeader> headers, RuleSources sources, Language language) throws RuleException {
    RuleFolder folder = sources.folder();
    Map<String, String> messages = new TreeMap<>(sources.sheets().messages(language));
    Set<String> families = new LinkedHashSet<>();
    headers.stream()
        .map(RuleHeader::info)
        .filter(info -> !messages.containsKey(info.id()))
        .forEach(info -> families.add(info.family()));
    List<Problem> problems = new ArrayList<>();
    for (String family : families) {
      String path = family + "/messages_" + language.code() + ".properties";
      String text = folder.text(path);
      if (text == null) {
        problems.add(new Problem(folder.display(path), 0, "the file is missing"));
        continue;
      }
      try {
        messages.putAll(Messages.read(new StringReader(text)));
      } catch (IOException | IllegalArgumentException e) {
        problems.add(new Problem(folder.display(path), 0, String.valueOf(e.getMessage())));
      }
    }
    for (RuleHeader header : headers) {
      RuleInfo info = header.info();
      String path = info.family() + "/messages_" + language.code() + ".properties";
      if (problems.isEmpty() && !messages.containsKey(info.id())) {
        problems.add(new Problem(folder.display(path), 0, "no message for " + info.id()));
      }
    }
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
    return messages;
  }

  /** Depends on the rules and the parameters alone. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Id of the jurisdiction in force. */
  public String jurisdiction() {
    return parameters.jurisdiction();
  }

  /** The catalogue in order of family and id. */
  public List<RuleInfo> rules() {
    return compiled.headers().stream().map(RuleHeader::info).toList();
  }

  /** Message patterns of the rules by rule id, in one language. */
  public Map<String, String> messages(Language language) {
    return messages.getOrDefault(language, Map.of());
  }

  /** The jurisdiction's grades (等级), best first, each with the least score that earns it. */
  public Map<String, BigDecimal> grades() {
    Map<String, BigDecimal> grades = new LinkedHashMap<>();
    parameters.grades().forEach(grade -> grades.put(grade.name(), grade.from()));
    return grades;
  }

  CompiledRules compiled() {
    return compiled;
  }

  Parameters parameters() {
    return parameters;
  }
}
