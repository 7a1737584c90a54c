package org.jihe.template.declaration;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The declarations that forms are held against: those that come with the program and those that a
 * user adds. Only the added ones' text is kept, so that a set can be sent to another process.
 */
public final class TemplateSet implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String SUFFIX = ".json";

  /** The declarations that come with the program. */
  public static final TemplateSet BUILT_IN = new TemplateSet(List.of());

  private record Source(String file, String json) implements Serializable {}

  /**
   * A declaration in short.
   *
   * @param id its name
   * @param description what it is, for people
   * @param file its file, or empty where it comes with the program
   */
  public record Entry(String id, String description, String file) {}

  private final ArrayList<Source> added;

  private TemplateSet(List<Source> added) {
    this.added = new ArrayList<>(added);
  }

  /**
   * The declarations of the program and those of a folder, each checked.
   *
   * @param folder folder of JSON files, or null for the program's alone
   * @throws TemplateException where the folder cannot be read or a declaration is not in order
   */
  public static TemplateSet of(@org.jspecify.annotations.Nullable Path folder)
      throws TemplateException {
    if (folder == null) {
      return BUILT_IN;
    }
    List<TemplateProblem> problems = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        sources.add(new Source(name(file), Files.readString(file)));
      } catch (MalformedInputException e) {
        problems.add(problem(name(file), "template.encoding", ""));
      } catch (IOException e) {
        problems.add(problem(name(file), "template.unreadable", String.valueOf(e.getMessage())));
      }
    }
    Set<String> ids = new HashSet<>();
    Templates.builtIn().forEach(template -> ids.add(template.id()));
    ids.add(Templates.UNKNOWN);
    for (Source source : sources) {
      try {
        Template template = TemplateReader.read(source.file, source.json);
        if (!ids.add(template.id())) {
          problems.add(
              new TemplateProblem(
                  source.file, 0, "id", "template.idTaken", Map.of("id", template.id())));
        }
      } catch (TemplateException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new TemplateException(problems);
    }
    return new TemplateSet(sources);
  }

  private static List<Path> files(Path folder) throws TemplateException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
      if (found.isEmpty()) {
        throw new TemplateException(List.of(problem(name(folder), "template.none", "")));
      }
      return found;
    } catch (IOException e) {
      throw new TemplateException(
          List.of(problem(name(folder), "template.noFolder", String.valueOf(e.getMessage()))));
    }
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/');
  }

  private static TemplateProblem problem(String file, String key, String detail) {
    return new TemplateProblem(file, 0, "", key, Map.of("detail", detail));
  }

  /** What is declared, in the order in which forms are held against it. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    Templates.builtIn()
        .forEach(template -> entries.add(new Entry(template.id(), template.description(), "")));
    for (Source source : added) {
      Template template = read(source);
      entries.add(new Entry(template.id(), template.description(), source.file));
    }
    Template unknown = Templates.load(Templates.UNKNOWN);
    entries.add(new Entry(unknown.id(), unknown.description(), ""));
    return entries;
  }

  /** Every declaration but the last resort. */
  public List<Template> templates() {
    List<Template> templates = new ArrayList<>(Templates.builtIn());
    added.forEach(source -> templates.add(read(source)));
    return templates;
  }

  private static Template read(Source source) {
    try {
      return TemplateReader.read(source.file, source.json);
    } catch (TemplateException e) {
      throw new IllegalStateException(e); // checked when the set was made
    }
  }
}
