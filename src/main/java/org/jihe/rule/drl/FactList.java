package org.jihe.rule.drl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What conditions of rules may ask: every fact with its fields, as the build wrote it down from the
 * facts themselves.
 */
public final class FactList {

  /** The resource that holds it: a line a field, its columns divided by tabs. */
  public static final String RESOURCE = "/org/jihe/rule/drl/facts.tsv";

  private final List<Field> fields;

  /**
   * A field of a fact.
   *
   * @param fact the fact, such as {@code FormFact}
   * @param name the field as a condition names it; with brackets where it takes a parameter's name
   * @param type what it is: a number, text, yes or no, or the name of another fact
   * @param mayBeNull true where it is null when its cells are blank or cannot be read
   * @param meaning what it says
   */
  public record Field(String fact, String name, String type, boolean mayBeNull, String meaning) {}

  private FactList(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  /** The list of this program. */
  public static FactList read() {
    List<Field> fields = new ArrayList<>();
    try (InputStream in = FactList.class.getResourceAsStream(RESOURCE)) {
      String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        String[] cells = line.split("\t", -1);
        if (cells.length == 5) {
          fields.add(new Field(cells[0], cells[1], cells[2], cells[3].equals("null"), cells[4]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FactList(fields);
  }

  /** The facts in their order. */
  public Set<String> facts() {
    Set<String> facts = new LinkedHashSet<>();
    fields.forEach(field -> facts.add(field.fact()));
    return facts;
  }

  /** All fields of all facts. */
  public List<Field> fields() {
    return fields;
  }

  /** The fields of a fact, whatever the case of its name; none where there is no such fact. */
  public List<Field> of(String fact) {
    return fields.stream().filter(field -> field.fact().equalsIgnoreCase(fact)).toList();
  }

  /** Fields of any fact whose name or meaning has a text. */
  public List<Field> about(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return fields.stream()
        .filter(
            field ->
                field.name().toLowerCase(Locale.ROOT).contains(wanted)
                    || field.meaning().toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  /** The fact of this name, or of this class; null where there is none. */
  public @Nullable String named(String name) {
    String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    return facts().stream().filter(fact -> fact.equals(simple)).findFirst().orElse(null);
  }
}
