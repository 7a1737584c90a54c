package org.jihe.finding;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong or doubtful, with its evidence.
 *
 * @param formId the form; of several the first by name; empty where the finding is that there is
 *     none
 * @param rule the rule that found it
 * @param place what it is about
 * @param values what the form says beside what it should have said
 * @param arguments values for the message's placeholders, by name
 * @param fingerprint stable across runs, see {@link Fingerprints}: form key, rule and subject, not
 *     the position in the file or the form
 * @param related ids of all forms that a finding on several concerns; empty for one form's own
 * @param waived the waiver (豁免) by which it is accepted; null where it stands
 */
public record Finding(
    String formId,
    Rule rule,
    Place place,
    Values values,
    Map<String, String> arguments,
    String fingerprint,
    List<String> related,
    @Nullable String waived)
    implements Serializable {

  /**
   * The rule that found something.
   *
   * @param ruleId its id
   * @param ruleSetFingerprint which rules and parameters were in force
   * @param severity how serious it takes what it found to be
   */
  public record Rule(String ruleId, String ruleSetFingerprint, Severity severity)
      implements Serializable {}

  /**
   * What a finding is about.
   *
   * @param subject path of the value in the form, such as {@code indicators[3].score}, counted from
   *     0
   * @param cell where it is printed, or null where the subject has no cell
   */
  public record Place(String subject, @Nullable Position cell) implements Serializable {}

  /**
   * What the form says beside what it should have said.
   *
   * @param reported what the form says, as printed; null where it says nothing
   * @param expected what it should have said; null where no value follows from the form
   * @param difference reported minus expected, in the unit of the value; null where there is none
   */
  public record Values(
      @Nullable String reported, @Nullable String expected, @Nullable BigDecimal difference)
      implements Serializable {}

  public Finding {
    arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    related = List.copyOf(related);
  }

  /** A finding on one form alone. */
  public Finding(
      String formId,
      Rule rule,
      Place place,
      Values values,
      Map<String, String> arguments,
      String fingerprint) {
    this(formId, rule, place, values, arguments, fingerprint, List.of(), null);
  }

  /** The same finding, accepted by a waiver. */
  public Finding waivedBy(String waiver) {
    return new Finding(formId, rule, place, values, arguments, fingerprint, related, waiver);
  }

  /** True where no waiver accepts it. */
  public boolean stands() {
    return waived == null;
  }

  /** Id of the rule. */
  public String ruleId() {
    return rule.ruleId();
  }

  /** Which rules and parameters were in force. */
  public String ruleSetFingerprint() {
    return rule.ruleSetFingerprint();
  }

  /** How serious it is. */
  public Severity severity() {
    return rule.severity();
  }

  /** Path of the value in the form, such as {@code indicators[3].score}, counted from 0. */
  public String subject() {
    return place.subject();
  }

  /** Where it is printed, or null where the subject has no cell. */
  public @Nullable Position cell() {
    return place.cell();
  }

  /** What the form says, as printed; null where it says nothing. */
  public @Nullable String reported() {
    return values.reported();
  }

  /** What it should have said; null where no value follows from the form. */
  public @Nullable String expected() {
    return values.expected();
  }

  /** Reported minus expected, in the unit of the value; null where there is none. */
  public @Nullable BigDecimal difference() {
    return values.difference();
  }
}
