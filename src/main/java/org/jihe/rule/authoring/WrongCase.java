package org.jihe.rule.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.rule.folder.Phrase;
import org.jihe.rule.folder.RuleException;

/** A case cannot be made of the clean form or the clean dossier; told with the case's file. */
final class WrongCase extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Phrase phrase;

  WrongCase(String key, Map<String, ?> arguments) {
    super(key + " " + arguments);
    this.phrase = Phrase.of(key, arguments);
  }

  /** The mistake with the name of its case. */
  RuleException in(String file, JsonNode node) {
    Map<String, String> all = new TreeMap<>(phrase.arguments());
    all.put("case", node.path("name").asText());
    return RuleException.of(file, 0, phrase.key(), all);
  }
}
