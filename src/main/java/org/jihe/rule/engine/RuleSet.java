package org.jihe.rule.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jihe.form.FormKey;
import org.jihe.form.SelfEvaluation;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.rule.catalogue.DrlFile;
import org.jihe.rule.catalogue.RuleException;
import org.jihe.rule.catalogue.RuleException.Problem;
import org.jihe.rule.catalogue.RuleFolder;
import org.jihe.rule.catalogue.RuleHeader;
import org.jihe.rule.catalogue.RuleInfo;
import org.jihe.rule.catalogue.RuleSources;
import org.jihe.rule.catalogue.Unreadable;
import org.jihe.rule.fact.group.Dossier;
import org.jihe.rule.fact.group.ProjectDigest;
import org.jihe.rule.jurisdiction.Jurisdiction;
import org.jihe.rule.jurisdiction.Jurisdictions;
import org.jihe.rule.jurisdiction.ParameterReader;
import org.jihe.rule.jurisdiction.ParameterUses;
import org.jihe.rule.jurisdiction.Parameters;
import org.jihe.rule.jurisdiction.ParametersFile;
import org.jihe.rule.waiver.Waivers;
import org.jspecify.annotations.Nullable;

/** Compiled rules with the parameters of jurisdictions: what executors receive. */
public final class RuleSet implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The jurisdiction in force where none is named and none is detected. */
  public static final String NATIONAL = "national";

  /** Stands for the jurisdiction of each form, by its department and its template. */
  public static final String DETECTED = "auto";

  private final CompiledRules compiled;
  private final Jurisdictions jurisdictions;
  private final Map<Language, Map<String, String>> messages;
  private final Waivers waivers;
  private final String fingerprint;

  private RuleSet(
      CompiledRules compiled,
      Jurisdictions jurisdictions,
      Map<Language, Map<String, String>> messages,
      Waivers waivers) {
    this.compiled = compiled;
    this.jurisdictions = jurisdictions;
    this.messages = messages;
    this.waivers = waivers;
    this.fingerprint =
        FormKey.of(compiled.fingerprint(), jurisdictions.canonical(), waivers.canonical());
  }

  /**
   * Compiles or loads the rules.
   *
   * @param rules folder of rules, or null for those that come with the program; a folder with none
   *     but the family {@code local} adds to these
   * @param jurisdiction id of a parameter file under {@code jurisdictions/}; null or {@link
   *     #DETECTED} for that of each form
   * @throws RuleException where a rule or a parameter file is wrong, with file and line
   */
  public static RuleSet open(@Nullable Path rules, @Nullable String jurisdiction)
      throws RuleException {
    return open(rules, jurisdiction, RuleCache::ofUser);
  }

  public static RuleSet open(@Nullable Path rules, @Nullable String jurisdiction, RuleCache cache)
      throws RuleException {
    return open(rules, jurisdiction, () -> cache);
  }

  private static RuleSet open(
      @Nullable Path rules, @Nullable String jurisdiction, Supplier<RuleCache> cache)
      throws RuleException {
    boolean detecting =
        jurisdiction == null || jurisdiction.isBlank() || jurisdiction.equals(DETECTED);
    RuleSources sources = RuleSources.open(rules);
    RuleFolder parameterFiles = sources.parameters();
    Set<String> used = ParameterUses.names(sources.files());
    Map<String, Jurisdiction> read = new TreeMap<>();
    Set<String> wanted = new TreeSet<>(Set.of(detecting ? NATIONAL : jurisdiction));
    if (detecting) {
      wanted.addAll(
          parameterFiles == null
              ? RuleFolder.builtIn().jurisdictions()
              : parameterFiles.jurisdictions());
    }
    for (String one : wanted) {
      Jurisdiction known =
          parameterFiles == null
              ? builtInJurisdiction(one)
              : ParameterReader.read(parameterFiles, one, used);
      for (Parameters parameters : known.all()) {
        ParameterUses.check(sources.files(), parameters);
        demandRules(sources, known, parameters);
      }
      read.put(one, known);
    }
    Jurisdiction fallback = read.get(detecting ? NATIONAL : jurisdiction);
    if (fallback == null) {
      throw new IllegalStateException("no parameters");
    }
    Jurisdictions jurisdictions = new Jurisdictions(read.values(), fallback, detecting);
    List<DrlFile> core = sources.core();
    CompiledRules compiled = core == null ? builtInRules() : compiled(core, cache);
    if (!sources.own().isEmpty()) {
      compiled = compiled.with(compiled(sources.own(), cache));
    }
    return of(compiled, sources, jurisdictions);
  }

  /**
   * True where rules have parameters of a jurisdiction.
   *
   * @param rules as for {@link #open}
   */
  public static boolean knows(@Nullable Path rules, String jurisdiction) throws RuleException {
    if (jurisdiction.isBlank() || jurisdiction.equals(DETECTED)) {
      return true;
    }
    RuleFolder parameters = RuleSources.open(rules).parameters();
    return (parameters == null ? RuleFolder.builtIn() : parameters)
        .jurisdictions()
        .contains(jurisdiction);
  }

  /** A rule that is switched off must be there. */
  private static void demandRules(
      RuleSources sources, Jurisdiction jurisdiction, Parameters parameters) throws RuleException {
    if (parameters.switchedOff().isEmpty()) {
      return;
    }
    Set<String> off = new TreeSet<>(parameters.switchedOff());
    sources.headers().forEach(header -> off.remove(header.info().id()));
    if (!off.isEmpty()) {
      String file = sources.folder().display("jurisdictions/" + jurisdiction.id() + ".yaml");
      throw RuleException.of(file, 0, "parameters.switchedOff", Map.of("rule", off));
    }
  }

  private static RuleSet of(
      CompiledRules compiled, RuleSources sources, Jurisdictions jurisdictions)
      throws RuleException {
    Map<Language, Map<String, String>> messages = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      messages.put(language, messages(compiled.headers(), sources, language));
    }
    return new RuleSet(compiled, jurisdictions, messages, Waivers.NONE);
  }

  private static CompiledRules compiled(List<DrlFile> files, Supplier<RuleCache> user)
      throws RuleException {
    String fingerprint = RuleCompiler.fingerprint(files);
    CompiledRules builtIn = builtInRules();
    if (builtIn.fingerprint().equals(fingerprint)) {
      return builtIn;
    }
    RuleCache cache = user.get();
    CompiledRules kept = cache.find(fingerprint);
    if (kept != null) {
      return kept;
    }
    CompiledRules fresh = RuleCompiler.compile(files);
    cache.keep(fresh);
    return fresh;
  }

  public static CompiledRules builtInRules() {
    try (InputStream in = RuleSet.class.getResourceAsStream(RuleBuild.RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + RuleBuild.RESOURCE);
      }
      return CompiledRules.fromBytes(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ids of the jurisdictions that {@link #open} takes with these rules, in order. */
  public static Set<String> jurisdictions(@Nullable Path rules) throws RuleException {
    RuleFolder parameters = RuleSources.open(rules).parameters();
    return (parameters == null ? RuleFolder.builtIn() : parameters).jurisdictions();
  }

  /** Name of one of the {@link #jurisdictions}; empty where its file is wrong. */
  public static String jurisdictionName(@Nullable Path rules, String id) {
    try {
      RuleSources sources = RuleSources.open(rules);
      RuleFolder parameters = sources.parameters();
      return parameters == null
          ? builtInJurisdiction(id).name()
          : ParameterReader.read(parameters, id, ParameterUses.names(sources.files())).name();
    } catch (RuleException e) {
      return "";
    }
  }

  private static Jurisdiction builtInJurisdiction(String jurisdiction) throws RuleException {
    try (InputStream in =
        RuleSet.class.getResourceAsStream(ParametersFile.resource(jurisdiction))) {
      return in == null
          ? ParameterReader.read(RuleFolder.builtIn(), jurisdiction, Set.of())
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
      boolean found = false;
      for (RuleFolder layer : folder.layers()) {
        String text = layer.text(path);
        if (text != null) {
          found = true;
          try {
            messages.putAll(Messages.read(new StringReader(text)));
          } catch (IOException | IllegalArgumentException e) {
            problems.add(Unreadable.bundle(layer.display(path), text, e));
          }
        }
      }
      if (!found) {
        problems.add(Problem.of(folder.display(path), 0, "messages.missing", Map.of()));
      }
    }
    for (RuleHeader header : headers) {
      RuleInfo info = header.info();
      String path = info.family() + "/messages_" + language.code() + ".properties";
      if (problems.isEmpty() && !messages.containsKey(info.id())) {
        problems.add(
            Problem.of(folder.display(path), 0, "messages.none", Map.of("rule", info.id())));
      }
    }
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
    return messages;
  }

  /** Depends on the rules, the parameters and the waivers in force alone. */
  public String fingerprint() {
    return fingerprint;
  }

  /** The same rules where some findings are accepted. */
  public RuleSet waiving(Waivers accepted) {
    return new RuleSet(compiled, jurisdictions, messages, accepted);
  }

  /** Which findings are accepted. */
  public Waivers waivers() {
    return waivers;
  }

  /** Id of the jurisdiction that was asked for, or {@link #DETECTED}. */
  public String jurisdiction() {
    return jurisdictions.detecting() ? DETECTED : jurisdictions.fallback().id();
  }

  /** Names of the jurisdictions that may be in force, by id, for people. */
  public Map<String, String> jurisdictionNames() {
    Map<String, String> names = new TreeMap<>();
    jurisdictions.all().forEach(one -> names.put(one.id(), one.name()));
    return names;
  }

  /** Id of the jurisdiction in force for a form. */
  public String jurisdictionOf(SelfEvaluation form) {
    return jurisdictions.jurisdictionOf(form).id();
  }

  /** The catalogue in order of family and id. */
  public List<RuleInfo> rules() {
    return compiled.headers().stream().map(RuleHeader::info).toList();
  }

  /** Message patterns of the rules by rule id, in one language. */
  public Map<String, String> messages(Language language) {
    return messages.getOrDefault(language, Map.of());
  }

  public CompiledRules compiled() {
    return compiled;
  }

  /** The parameters where nothing is known of a form. */
  public Parameters parameters() {
    return jurisdictions.fallback().parameters();
  }

  /** The parameters of a form's jurisdiction in its year. */
  Parameters parametersOf(SelfEvaluation form) {
    return jurisdictions.of(form);
  }

  /** The parameters of a department's forms of one year. */
  Parameters parametersOf(Dossier dossier) {
    if (dossier.forms().isEmpty()) {
      return parameters();
    }
    ProjectDigest first = dossier.forms().get(0);
    return jurisdictions.named(first.verdicts().jurisdiction()).of(first.year());
  }
}
