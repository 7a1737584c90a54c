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
 * @param ruleId the rule
 * @param ruleSetFingerprint which rules and parameters were in force
 * @param severity how serious
 * @param subject path of the value in the form, such as {@code indicators[3].score}, counted from 0
 * @param cell where it is printed, or null where the subject has no cell
 * @param reported what the form says, as printed; null where it says nothing
 * @param expected what it should have said; null where no value follows from the form
 * @param difference reported minus expected, in the unit of the value; null where there is none
 * @param arguments values for the message's placeholders, by name
 * @param fingerprint stable across runs: form key, rule and subject, not the position in the file
 * @param related ids of all forms that a finding on several concerns; empty for one form's own
 * @param waived the waiver (豁免) by which it is accepted; null where it stands
 */
public record Finding(
    String formId,
    String ruleId,
    String ruleSetFingerprint,
    Severity severity,
    String subject,
    @Nullable Position cell,
    @Nullable String reported,
    @Nullable String expected,
    @Nullable BigDecimal difference,
    Map<String, String> arguments,
    String fingerprint,
    List<String> related,
    @Nullable String waived)
    implements Serializable {

  public Finding {
    arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    related = List.copyOf(related);
  }

  /** A finding on one form alone. */
  public Finding(
      String formId,
      String ruleId,
      String ruleSetFingerprint,
      Severity severity,
      String subject,
      @Nullable Position cell,
      @Nullable String reported,
      @Nullable String expected,
      @Nullable BigDecimal difference,
      Map<String, String> arguments,
      String fingerprint) {
    this(
        formId,
        ruleId,
        ruleSetFingerprint,
        severity,
        subject,
        cell,
        reported,
        expected,
        difference,
        arguments,
        fingerprint,
        List.of(),
        null);
  }

  /** The same finding, accepted by a waiver. */
  public Finding waivedBy(String waiver) {
    return new Finding(
        formId,
        ruleId,
        ruleSetFingerprint,
        severity,
        subject,
        cell,
        reported,
        expected,
        difference,
        arguments,
        fingerprint,
        related,
        waiver);
  }

  /** True where no waiver accepts it. */
  public boolean stands() {
    return waived == null;
  }
}
