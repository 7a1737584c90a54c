package org.jihe.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts of one language by key. A text names its placeholders in braces, {@code {score}}; a
 * placeholder without a value stays as it is, so that a mistake shows.
 */
public final class Messages {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private final Language language;
  private final Map<String, String> texts;

  private Messages(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = Map.copyOf(texts);
  }

  /**
   * The program's own texts, from the resource {@code messages/NAME_LANG.properties} of every named
   * bundle.
   */
  public static Messages of(Language language, String... bundles) {
    Map<String, String> texts = new HashMap<>();
    for (String bundle : bundles) {
      String resource = "/messages/" + bundle + "_" + language.code() + ".properties";
      try (InputStream in = Messages.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalArgumentException("no bundle " + resource);
        }
        texts.putAll(read(new InputStreamReader(in, StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Messages(language, texts);
  }

  /** These texts and more; where both know a key, the added text counts. */
  public Messages with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(texts);
    all.putAll(more);
    return new Messages(language, all);
  }

  /** Key and text of every entry of a properties file. */
  public static Map<String, String> read(Reader properties) throws IOException {
    Properties loaded = new Properties();
    loaded.load(properties);
    Map<String, String> texts = new HashMap<>();
    loaded.forEach((key, value) -> texts.put((String) key, (String) value));
    return texts;
  }

  /** All texts by key, as they are written. */
  public Map<String, String> all() {
    return texts;
  }

  /** The language of the texts. */
  public Language language() {
    return language;
  }

  /** The text of a key, or null. */
  public @Nullable String find(String key) {
    return texts.get(key);
  }

  /** The text of a key without placeholders. */
  public String text(String key) {
    return text(key, Map.of());
  }

  /**
   * The text of a key with its placeholders filled.
   *
   * @throws IllegalArgumentException where no bundle knows the key
   */
  public String text(String key, Map<String, ?> arguments) {
    String pattern = texts.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no " + language.code() + " text for " + key);
    }
    return fill(pattern, arguments);
  }

  /**
   * The pattern with its placeholders filled. The values may be texts of files: they become {@link
   * Visible} and stay on one line.
   */
  public static String fill(String pattern, Map<String, ?> arguments) {
    Matcher matcher = PLACEHOLDER.matcher(pattern);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      Object value = arguments.get(matcher.group(1));
      String text = value == null ? matcher.group() : shown(value);
      matcher.appendReplacement(filled, Matcher.quoteReplacement(text));
    }
    return matcher.appendTail(filled).toString();
  }

  private static String shown(Object value) {
    return value instanceof Path path
        ? Visible.name(path.toString())
        : Visible.line(value.toString());
  }
}
