package org.jihe.rule;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jihe.message.Language;
import org.jspecify.annotations.Nullable;

/** Compiled rules with the parameters of one jurisdiction: what executors receive. */
public final class RuleSet implements Serializable {

  private static final long serialVersionUID = 1L;

  private RuleSet() {}

  /**
   * Compiles or loads the rules.
   *
   * @param rules folder of rules, or null for those that come with the program
   * @param jurisdiction id of a parameter file under {@code jurisdictions/}, or null for {@code
   *     national}
   * @throws RuleException where a rule or a parameter file is wrong, with file and line
   */
  public static RuleSet open(@Nullable Path rules, @Nullable String jurisdiction)
      throws RuleException {
    return new RuleSet();
  }

  /** Depends on the rules and the parameters alone. */
  public String fingerprint() {
    return "";
  }

  /** Id of the jurisdiction in force. */
  public String jurisdiction() {
    return "national";
  }

  /** The catalogue in order of family and id. */
  public List<RuleInfo> rules() {
    return List.of();
  }

  /** Message patterns of the rules by rule id, in one language. */
  public Map<String, String> messages(Language language) {
    return Map.of();
  }
}
