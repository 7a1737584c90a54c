package org.jihe.job;

import java.io.Serializable;
import java.util.List;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Quarantined;

/**
 * What one source gave.
 *
 * @param file path of the source as the user gave it
 * @param sha256 digest of its bytes in hexadecimal; empty where it could not be read
 * @param bytes its size
 * @param encoding its character encoding, or empty
 * @param forms the forms in printed order
 * @param quarantined what could not be read
 */
public record FileReading(
    String file,
    String sha256,
    long bytes,
    String encoding,
    List<SelfEvaluation> forms,
    List<Quarantined> quarantined)
    implements Serializable {

  public FileReading {
    forms = List.copyOf(forms);
    quarantined = List.copyOf(quarantined);
  }
}
