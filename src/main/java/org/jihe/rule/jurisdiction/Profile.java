package org.jihe.rule.jurisdiction;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.finding.Severity;

/**
 * How strict the rules are (宽、严), whatever the jurisdiction: thresholds, severities and rules that
 * are switched off, and nothing else.
 *
 * @param id name of its file; empty for {@link #NONE}
 * @param name for people, such as 从严
 * @param thresholds numbers by {@code Rule.name}
 * @param severities rules whose findings all have this severity
 * @param switchedOff rules that do not apply, beside the jurisdiction's
 */
public record Profile(
    String id,
    String name,
    Map<String, BigDecimal> thresholds,
    Map<String, Severity> severities,
    Set<String> switchedOff)
    implements Serializable {

  /** What stands between the id of a jurisdiction and that of a profile. */
  private static final String AND = "+";

  /** Every jurisdiction as it is. */
  public static final Profile NONE = new Profile("", "", Map.of(), Map.of(), Set.of());

  public Profile {
    thresholds = Map.copyOf(thresholds);
    severities = Map.copyOf(severities);
    switchedOff = Set.copyOf(switchedOff);
  }

  /** A jurisdiction's id with the profile's, such as {@code shanghai+strict}. */
  public String idOf(String jurisdiction) {
    return id.isEmpty() ? jurisdiction : jurisdiction + AND + id;
  }

  /** A jurisdiction's name with the profile's, such as 上海市（从严）. */
  String nameOf(String jurisdiction) {
    return id.isEmpty() ? jurisdiction : jurisdiction + "（" + name + "）";
  }

  /** The jurisdiction in an id that may name a profile, too. */
  public static String jurisdictionIn(String id) {
    int at = id.indexOf(AND);
    return at < 0 ? id : id.substring(0, at);
  }

  /** The profile in an id; empty where it names none. */
  public static String profileIn(String id) {
    int at = id.indexOf(AND);
    return at < 0 ? "" : id.substring(at + 1);
  }

  /** A jurisdiction's parameters with what the profile says otherwise. */
  Parameters over(Parameters parameters) {
    Map<String, BigDecimal> numbers = new TreeMap<>(parameters.thresholds());
    numbers.putAll(thresholds);
    Map<String, Severity> gravity = new TreeMap<>(parameters.severities());
    gravity.putAll(severities);
    Set<String> off = new TreeSet<>(parameters.switchedOff());
    off.addAll(switchedOff);
    return parameters.with(idOf(parameters.jurisdiction()), numbers, gravity, off);
  }
}
