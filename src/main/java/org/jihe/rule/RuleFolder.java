package org.jihe.rule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where rules and what belongs to them are read from: a folder, or the program itself. */
sealed interface RuleFolder {

  /** How a user would name a file of the folder. */
  String display(String path);

  /** The text of a file, or null where there is none. */
  @Nullable String text(String path) throws RuleException;

  /** Ids of the jurisdictions whose parameters are there, in order. */
  Set<String> jurisdictions() throws RuleException;

  /** The rules that come with the program. */
  static RuleFolder builtIn() {
    return new BuiltIn();
  }

  /** A folder of rules. */
  static Directory at(Path directory) throws RuleException {
    if (!Files.isDirectory(directory)) {
      throw RuleException.of(directory.toString(), 0, "folder.missing", Map.of());
    }
    return new Directory(directory);
  }

  /** A folder whose files come before those of the program. */
  static RuleFolder over(Directory own) {
    return new Layered(own, new BuiltIn());
  }

  /** Files of a directory, and below them those that are packaged with the program. */
  record Layered(Directory own, BuiltIn below) implements RuleFolder {
    @Override
    public String display(String path) {
      return Files.isRegularFile(own.root().resolve(path))
          ? own.display(path)
          : below.display(path);
    }

    @Override
    public @Nullable String text(String path) throws RuleException {
      String text = own.text(path);
      return text == null ? below.text(path) : text;
    }

    @Override
    public Set<String> jurisdictions() throws RuleException {
      Set<String> ids = new TreeSet<>(below.jurisdictions());
      ids.addAll(own.jurisdictions());
      return ids;
    }
  }

  /** Files that are packaged with the program, under {@code rules/}. */
  record BuiltIn() implements RuleFolder {

    /** Lists the jurisdictions, which a jar does not. */
    static final String JURISDICTIONS = "jurisdictions/ids.txt";

    @Override
    public Set<String> jurisdictions() throws RuleException {
      String ids = text(JURISDICTIONS);
      return ids == null ? Set.of() : new TreeSet<>(ids.lines().toList());
    }

    @Override
    public String display(String path) {
      return "rules/" + path;
    }

    @Override
    public @Nullable String text(String path) throws RuleException {
      try (InputStream in = BuiltIn.class.getResourceAsStream("/rules/" + path)) {
        return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new RuleException(List.of(Unreadable.file(display(path), e)));
      }
    }
  }

  /** Files in a directory. */
  record Directory(Path root) implements RuleFolder {
    @Override
    public String display(String path) {
      return root.resolve(path).toString().replace('\\', '/');
    }

    @Override
    public @Nullable String text(String path) throws RuleException {
      Path file = root.resolve(path);
      if (!Files.isRegularFile(file)) {
        return null;
      }
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new RuleException(List.of(Unreadable.file(display(path), e)));
      }
    }

    @Override
    public Set<String> jurisdictions() throws RuleException {
      Set<String> ids = new TreeSet<>();
      for (String path : files(".yaml")) {
        if (path.startsWith("jurisdictions/")) {
          ids.add(path.substring("jurisdictions/".length(), path.length() - ".yaml".length()));
        }
      }
      return ids;
    }

    /** Paths of the files with an ending, one folder deep, in order. */
    List<String> files(String ending) throws RuleException {
      try (Stream<Path> all = Files.walk(root, 2)) {
        List<String> paths = new ArrayList<>();
        all.filter(path -> path.getNameCount() == root.getNameCount() + 2)
            .filter(path -> path.toString().endsWith(ending))
            .filter(Files::isRegularFile)
            .forEach(path -> paths.add(root.relativize(path).toString().replace('\\', '/')));
        paths.sort(null);
        return paths;
      } catch (IOException e) {
        throw new RuleException(List.of(Unreadable.file(root.toString(), e)));
      }
    }

    /** The content of a file that is there. */
    byte[] bytes(String path) throws RuleException {
      try {
        return Files.readAllBytes(root.resolve(path));
      } catch (IOException e) {
        throw new RuleException(List.of(Unreadable.file(display(path), e)));
      }
    }

    /** Paths of the rule tables (规则表), in order. */
    List<String> sheets() throws RuleException {
      List<String> sheets = new ArrayList<>();
      for (String ending : List.of(".csv", ".xlsx")) {
        for (String path : files(ending)) {
          if (path.startsWith(SheetRules.FAMILY + "/") && SheetReader.isSheet(path)) {
            sheets.add(path);
          }
        }
      }
      return sheets;
    }

    /** The rules' files in order of family and name; rows of rule tables are not among them. */
    List<DrlFile> rules() throws RuleException {
      List<DrlFile> files = new ArrayList<>();
      for (String path : files(".drl")) {
        int slash = path.indexOf('/');
        String text = text(path);
        files.add(
            new DrlFile(
                display(path),
                path.substring(0, slash),
                path.substring(slash + 1, path.length() - ".drl".length()),
                text == null ? "" : text));
      }
      if (files.isEmpty()
          && sheets().isEmpty()
          && !Files.isDirectory(root.resolve("jurisdictions"))) {
        throw RuleException.of(root.toString(), 0, "folder.empty", Map.of());
      }
      return files;
    }
  }
}
