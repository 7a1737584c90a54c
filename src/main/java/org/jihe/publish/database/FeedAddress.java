package org.jihe.publish.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where the database of a feed is: {@code jdbc:postgresql://HOST[:PORT]/DB[?sslmode=…]}, and the
 * schema in it. An address never holds a password.
 *
 * @param url the address as it was given
 * @param schema name of the schema
 */
public record FeedAddress(String url, String schema) {

  /** The schema unless another is named. */
  public static final String USUAL_SCHEMA = "jihe";

  /** What an address may set; others make the driver load classes or write files. */
  private static final Set<String> MAY_SET =
      Collections.unmodifiableSet(
          new TreeSet<>(
              Set.of(
                  "sslmode",
                  "sslrootcert",
                  "sslcert",
                  "sslkey",
                  "ssl",
                  "gssEncMode",
                  "channelBinding",
                  "user",
                  "connectTimeout",
                  "socketTimeout",
                  "loginTimeout",
                  "tcpKeepAlive",
                  "targetServerType",
                  "ApplicationName")));

  private static final Pattern SECRET =
      Pattern.compile(
          "(?<=//)[^/?#]*@"
              + "|(?<=[?&;])([^=&;]*(?:password|passwd|pwd|secret|token)[^=&;]*)=[^&;]*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PLACE = Pattern.compile("jdbc:postgresql:(//[^/@\\s]+/)?[^/@?\\s]+");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");
  private static final int LONGEST = 63;

  /** What is wrong with an address. */
  public enum Problem {
    /** It is none of a PostgreSQL database. */
    UNKNOWN,
    /** It holds a password, or a user before the host. */
    PASSWORD,
    /** It sets what may not be set. */
    PARAMETER,
    /** The schema's name cannot be one. */
    SCHEMA;

    /** Name in the messages. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is wrong.
   *
   * @param detail the address or name without its secrets
   */
  public record Mistake(Problem problem, String detail) {}

  /** What is wrong with the address; empty where it can be used. */
  public List<Mistake> mistakes() {
    if (SECRET.matcher(url).find()) {
      // Nothing else is said of it: what else is wrong may be a part of the secret.
      return List.of(new Mistake(Problem.PASSWORD, shown()));
    }
    List<Mistake> mistakes = new ArrayList<>();
    int mark = url.indexOf('?');
    String place = mark < 0 ? url : url.substring(0, mark);
    if (!PLACE.matcher(place).matches()) {
      mistakes.add(new Mistake(Problem.UNKNOWN, place));
    }
    for (String part : mark < 0 ? new String[0] : url.substring(mark + 1).split("&")) {
      String name = decoded(part.split("=", 2)[0]);
      if (!MAY_SET.contains(name)) {
        mistakes.add(new Mistake(Problem.PARAMETER, name));
      }
    }
    if (!isName(schema)) {
      mistakes.add(new Mistake(Problem.SCHEMA, schema));
    }
    return mistakes;
  }

  private static boolean isName(String schema) {
    String lower = schema.toLowerCase(Locale.ROOT);
    return NAME.matcher(schema).matches()
        && schema.getBytes(StandardCharsets.UTF_8).length <= LONGEST
        && !lower.startsWith("pg_")
        && !lower.equals("information_schema");
  }

  /** What an address may set, in words. */
  public static String allowed() {
    return String.join(" ", MAY_SET);
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }

  /** The address for people, without anything secret. */
  public String shown() {
    return SECRET
        .matcher(url)
        .replaceAll(found -> found.group(1) == null ? "***@" : found.group(1) + "=***");
  }

  /** The schema's name as SQL quotes it. */
  String quotedSchema() {
    return quoted(schema);
  }

  /** An identifier as SQL quotes it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return shown() + " " + schema;
  }
}
