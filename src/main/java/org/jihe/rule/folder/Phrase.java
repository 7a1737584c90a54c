package org.jihe.rule.folder;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jihe.message.Language;
import org.jihe.message.Messages;

/**
 * What is wrong, to be said in the reader's language.
 *
 * @param key a key of the bundle {@code rules}
 * @param arguments values for its placeholders
 */
public record Phrase(String key, Map<String, String> arguments) implements Serializable {

  private static final Map<Language, Messages> BUNDLES = new ConcurrentHashMap<>();

  public Phrase {
    arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
  }

  /** A phrase; of a collection the elements are told with spaces between them. */
  public static Phrase of(String key, Map<String, ?> arguments) {
    Map<String, String> texts = new TreeMap<>();
    arguments.forEach((name, value) -> texts.put(name, text(value)));
    return new Phrase(key, texts);
  }

  private static String text(Object value) {
    return value instanceof Collection<?> several
        ? several.stream().map(String::valueOf).collect(Collectors.joining(" "))
        : String.valueOf(value);
  }

  /** The phrase in a language. */
  public String in(Language language) {
    return BUNDLES
        .computeIfAbsent(language, each -> Messages.of(each, "rules"))
        .text(key, arguments);
  }
}
