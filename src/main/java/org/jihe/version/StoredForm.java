package org.jihe.version;

import java.io.Serializable;
import org.jihe.form.FormKey;
import org.jihe.layout.Position;

/**
 * A form that earlier runs left in force.
 *
 * @param formId its id
 * @param place its first cell
 * @param dossier key of its department and year
 * @param contentHash digest of what it prints and where
 * @param printedHash digest of what it prints
 */
public record StoredForm(
    String formId, Position place, String dossier, String contentHash, String printedHash)
    implements Serializable {

  public String key() {
    return key(formId);
  }

  /** The key that an id with or without a number behind it was made of. */
  public static String key(String formId) {
    return FormKey.withoutNumber(formId);
  }

  /** Its name among all that are stored: an id is told from others by its dossier alone. */
  public String inDossier() {
    return dossier + formId;
  }

  public String file() {
    return place.file();
  }
}
