package org.jihe.rule.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.rule.drl.ParameterUses;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.jurisdiction.Jurisdiction;
import org.jihe.rule.jurisdiction.Jurisdictions;
import org.jihe.rule.jurisdiction.ParameterReader;
import org.jihe.rule.jurisdiction.Parameters;
import org.jihe.rule.jurisdiction.ParametersFile;
import org.jihe.rule.jurisdiction.Profile;
import org.jihe.rule.jurisdiction.ProfileReader;
import org.jspecify.annotations.Nullable;

/** The jurisdictions whose parameters are there for some rules. */
public final class RuleJurisdictions {

  /** The jurisdiction in force where none is named and none is detected. */
  public static final String NATIONAL = "national";

  /** Stands for the jurisdiction of each form, by its department and its template. */
  public static final String DETECTED = "auto";

  private final RuleSources sources;

  private RuleJurisdictions(RuleSources sources) {
    this.sources = sources;
  }

  /** Those of rules that have been read. */
  public static RuleJurisdictions of(RuleSources sources) {
    return new RuleJurisdictions(sources);
  }

  /**
   * Those of a folder of rules.
   *
   * @param rules the folder, or null for the rules that come with the program
   */
  public static RuleJurisdictions open(@Nullable Path rules) throws RuleException {
    return of(RuleSources.open(rules));
  }

  /** Their ids, in order. */
  public Set<String> ids() throws RuleException {
    RuleFolder folder = sources.parameters();
    return (folder == null ? RuleFolder.builtIn() : folder).jurisdictions();
  }

  /** True for one of the {@link #ids}, and for what asks for each form's own. */
  public boolean knows(String jurisdiction) throws RuleException {
    String id = Profile.jurisdictionIn(jurisdiction);
    return isDetected(id) || ids().contains(id);
  }

  /** Name of one of the {@link #ids} for people; empty where its file is wrong. */
  public String name(String id) {
    try {
      return read(id, sources.uses()).name();
    } catch (RuleException e) {
      return "";
    }
  }

  /**
   * The one that is asked for, or all from which that of each form is chosen.
   *
   * @param jurisdiction one of the {@link #ids}; null or {@link #DETECTED} for that of each form
   * @throws RuleException where a parameter file is wrong, or rules name parameters that are not
   *     there, or a rule is switched off that is not there
   */
  public Jurisdictions inForce(@Nullable String jurisdiction) throws RuleException {
    String profile = jurisdiction == null ? "" : Profile.profileIn(jurisdiction);
    Jurisdictions plain = plain(jurisdiction == null ? null : Profile.jurisdictionIn(jurisdiction));
    return profile.isEmpty() ? plain : plain.with(profile(profile, plain));
  }

  /** What a profile says, held against the rules and thresholds that there are. */
  private Profile profile(String id, Jurisdictions all) throws RuleException {
    Set<String> rules = new TreeSet<>();
    sources.headers().forEach(header -> rules.add(header.info().id()));
    Set<String> thresholds = all.fallback().parameters().thresholds().keySet();
    return ProfileReader.read(sources.folder(), id, thresholds, rules);
  }

  /** Every jurisdiction that may be in force, as a user may look at it. */
  public List<Jurisdiction> all() throws RuleException {
    List<Jurisdiction> all = new ArrayList<>();
    for (String id : ids()) {
      all.add(read(id, sources.uses()));
    }
    return all;
  }

  private Jurisdictions plain(@Nullable String jurisdiction) throws RuleException {
    boolean detecting = jurisdiction == null || isDetected(jurisdiction);
    String fallback = detecting || jurisdiction == null ? NATIONAL : jurisdiction;
    Set<String> wanted = new TreeSet<>(Set.of(fallback));
    if (detecting) {
      wanted.addAll(ids());
    }
    ParameterUses uses = sources.uses();
    Map<String, Jurisdiction> read = new TreeMap<>();
    for (String id : wanted) {
      Jurisdiction one = read(id, uses);
      for (Parameters parameters : one.all()) {
        uses.demand(parameters);
        demandRules(one, parameters);
      }
      read.put(id, one);
    }
    Jurisdiction found = read.get(fallback);
    if (found == null) {
      throw new IllegalStateException("no parameters");
    }
    return new Jurisdictions(read.values(), found, detecting);
  }

  /** True for what asks for each form's own, with whatever profile. */
  public static boolean isDetected(String jurisdiction) {
    String id = Profile.jurisdictionIn(jurisdiction);
    return id.isBlank() || id.equals(DETECTED);
  }

  private Jurisdiction read(String id, ParameterUses uses) throws RuleException {
    RuleFolder folder = sources.parameters();
    return folder == null ? builtIn(id) : ParameterReader.read(folder, id, uses.names());
  }

  private static Jurisdiction builtIn(String id) throws RuleException {
    try (InputStream in =
        RuleJurisdictions.class.getResourceAsStream(ParametersFile.resource(id))) {
      return in == null
          ? ParameterReader.read(RuleFolder.builtIn(), id, Set.of())
          : ParametersFile.fromBytes(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A rule that is switched off must be there. */
  private void demandRules(Jurisdiction jurisdiction, Parameters parameters) throws RuleException {
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
}
