package org.jihe.template.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The template declarations that come with the program. */
public final class Templates {

  /** The declaration of everything that any form is known to print; the last resort. */
  public static final String UNKNOWN = "unknown";

  private static final List<String> BUILT_IN =
      List.of(
          "shanghai-project",
          "national-project",
          "yunnan-project",
          "sichuan-project",
          "funding-reason");

  private Templates() {}

  /** Loads {@code templates/ID.json}. */
  public static Template load(String id) {
    String resource = "/templates/" + id + ".json";
    try (InputStream in = Templates.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no template " + resource);
      }
      return read(resource, in);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    } catch (TemplateException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The declarations that forms are held against, in this order where they fit equally well. */
  static List<Template> builtIn() {
    List<Template> templates = new ArrayList<>();
    BUILT_IN.forEach(id -> templates.add(load(id)));
    return templates;
  }

  /**
   * Reads a declaration.
   *
   * @param name what a message calls it
   */
  static Template read(String name, InputStream declaration) throws IOException, TemplateException {
    return TemplateReader.read(
        name, new String(declaration.readAllBytes(), StandardCharsets.UTF_8));
  }
}
