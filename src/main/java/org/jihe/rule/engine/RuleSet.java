package org.jihe.rule.engine;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jihe.form.FormKey;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.department.Departments;
import org.jihe.message.Language;
import org.jihe.rule.catalogue.RuleJurisdictions;
import org.jihe.rule.catalogue.RuleMessages;
import org.jihe.rule.catalogue.RuleSources;
import org.jihe.rule.compiled.CompiledRules;
import org.jihe.rule.compiled.RuleCache;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.fact.group.Dossier;
import org.jihe.rule.fact.group.ProjectDigest;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.jurisdiction.Jurisdictions;
import org.jihe.rule.jurisdiction.Parameters;
import org.jihe.rule.jurisdiction.Priorities;
import org.jihe.rule.jurisdiction.Profile;
import org.jihe.rule.jurisdiction.ProjectKinds;
import org.jihe.rule.waiver.Waivers;
import org.jspecify.annotations.Nullable;

/** Compiled rules with the parameters of jurisdictions: what executors receive. */
public final class RuleSet implements Serializable {

  private static final long serialVersionUID = 1L;

  private final CompiledRules compiled;
  private final Jurisdictions jurisdictions;
  private final Map<Language, Map<String, String>> messages;
  private final Waivers waivers;
  private final String fingerprint;

  /** What of a rule set travels. */
  record Parts(
      CompiledRules compiled,
      Jurisdictions jurisdictions,
      Map<Language, Map<String, String>> messages,
      Waivers waivers,
      String fingerprint)
      implements Serializable {}

  RuleSet(Parts parts) {
    this.compiled = parts.compiled;
    this.jurisdictions = parts.jurisdictions;
    this.messages = parts.messages;
    this.waivers = parts.waivers;
    this.fingerprint = parts.fingerprint;
  }

  private Object writeReplace() {
    return PackedRules.of(new Parts(compiled, jurisdictions, messages, waivers, fingerprint));
  }

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
   *     RuleJurisdictions#DETECTED} for that of each form
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
    RuleSources sources = RuleSources.open(rules, cache);
    Jurisdictions jurisdictions = RuleJurisdictions.of(sources).inForce(jurisdiction);
    CompiledRules compiled = sources.compiled();
    Map<Language, Map<String, String>> messages = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      messages.put(language, RuleMessages.of(compiled.headers(), sources, language));
    }
    return new RuleSet(compiled, jurisdictions, messages, Waivers.NONE);
  }

  /** Depends on the rules, the parameters and the waivers in force alone. */
  public String fingerprint() {
    return fingerprint;
  }

  /** The same rules where some findings are accepted. */
  public RuleSet waiving(Waivers accepted) {
    return new RuleSet(compiled, jurisdictions, messages, accepted);
  }

  /** The same rules where it is known which names are one department. */
  public RuleSet naming(Departments departments) {
    return waiving(waivers.naming(departments));
  }

  /** Which findings are accepted. */
  public Waivers waivers() {
    return waivers;
  }

  /** Id of the jurisdiction that was asked for, or {@link RuleJurisdictions#DETECTED}. */
  public String jurisdiction() {
    return jurisdictions.detecting()
        ? jurisdictions.profile().idOf(RuleJurisdictions.DETECTED)
        : jurisdictions.fallback().id();
  }

  /** Names of the jurisdictions that may be in force, by id, for people. */
  public Map<String, String> jurisdictionNames() {
    Map<String, String> names = new TreeMap<>();
    jurisdictions.all().forEach(one -> names.put(one.id(), one.name()));
    return names;
  }

  /** How strict the rules are (宽、严); {@link Profile#NONE} where nothing was asked for. */
  public Profile profile() {
    return jurisdictions.profile();
  }

  /** What the jurisdictions say of which forms are looked at first. */
  public Priorities priorities() {
    return Priorities.of(jurisdictions);
  }

  /** Id of the jurisdiction in force for a form. */
  public String jurisdictionOf(SelfEvaluation form) {
    return jurisdictions.jurisdictionOf(form).id();
  }

  /** What the words of the jurisdictions tell of projects. */
  public ProjectKinds projectKinds() {
    return new ProjectKinds(jurisdictions);
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
