package org.jihe.reading;

import java.util.List;
import org.jihe.layout.Quarantined;
import org.jihe.template.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * How one document was read.
 *
 * @param file its name
 * @param format short name of its physical format; empty where it could not be read
 * @param encoding character encoding of a text; empty otherwise
 * @param refusal why it could not be read, or null
 * @param forms how each of its forms was read
 */
public record TemplateTrial(
    String file,
    String format,
    String encoding,
    @Nullable Quarantined refusal,
    List<Explanation> forms) {

  public TemplateTrial {
    forms = List.copyOf(forms);
  }
}
