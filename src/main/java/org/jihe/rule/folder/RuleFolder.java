package org.jihe.rule.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where rules and what belongs to them are read from: a folder, or the program itself. */
public sealed interface RuleFolder {

  /**
   * The family of one's own rules, which add to those of the program, and the folder of the rule
   * tables (规则表).
   */
  String LOCAL = "local";

  /** How a user would name a file of the folder. */
  String display(String path);

  /** The text of a file, or null where there is none. */
  @Nullable String text(String path) throws RuleException;

  /** The folders that it consists of, from the lowest to the one that comes before all others. */
  default List<RuleFolder> layers() {
    return List.of(this);
  }

  /** Ids of the jurisdictions whose parameters are there, in order. */
  Set<String> jurisdictions() throws RuleException;

  /** The rules that the program was built with. */
  static RuleFolder builtIn() {
    return new BuiltIn();
  }

  /** The rules that come with the program, as they stand beside it now. */
  static RuleFolder ofProgram() {
    Directory beside = ProgramFolder.find();
    return beside == null ? new BuiltIn() : beside;
  }

  /** A folder of rules. */
  static Directory at(Path directory) throws RuleException {
    if (!Files.isDirectory(directory)) {
      throw RuleException.of(directory.toString(), 0, "folder.missing", Map.of());
    }
    return new Directory(directory);
  }

  /** True for the path of a file that is read as a rule table (规则表). */
  static boolean isTable(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    // Office programs leave ~$name.xlsx beside a file that is open.
    return path.startsWith(LOCAL + "/")
        && (name.endsWith(".xlsx") || name.endsWith(".csv"))
        && !name.startsWith("~$");
  }

  /** A folder whose files come before those of the program. */
  static RuleFolder over(Directory own) {
    return new Layered(own, ofProgram());
  }

  /** Files of a directory, and below them those that come with the program. */
  record Layered(Directory own, RuleFolder below) implements RuleFolder {
    @Override
    public List<RuleFolder> layers() {
      List<RuleFolder> layers = new ArrayList<>(below.layers());
      layers.add(own);
      return layers;
    }

    @Override
    public String display(String path) {
      // What is missing of one's own rules is missing in one's own folder.
      return Files.isRegularFile(own.root().resolve(path)) || path.startsWith(LOCAL + "/")
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
    public static final String JURISDICTIONS = "jurisdictions/ids.txt";

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
        throw new RuleException(List.of(WrongFile.file(display(path), e)));
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
      return WrongFile.utf8(display(path), bytes(path));
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
    public List<String> files(String ending) throws RuleException {
      return files(path -> path.endsWith(ending));
    }

    /** Paths of some files, one folder deep, in order. */
    public List<String> files(Predicate<String> wanted) throws RuleException {
      List<String> paths = new ArrayList<>();
      for (Path family : children(root)) {
        String name = family.getFileName() + "/";
        for (Path file : Files.isDirectory(family) ? children(family) : List.<Path>of()) {
          String path = name + file.getFileName();
          if (wanted.test(path) && Files.isRegularFile(file)) {
            paths.add(path);
          }
        }
      }
      paths.sort(null);
      return paths;
    }

    /** What stands in a folder, but for what systems and editors hide there. */
    private static List<Path> children(Path folder) throws RuleException {
      List<Path> children = new ArrayList<>();
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        for (Path child : all) {
          if (!child.getFileName().toString().startsWith(".")) {
            children.add(child);
          }
        }
        return children;
      } catch (IOException e) {
        throw new RuleException(List.of(WrongFile.file(folder.toString(), e)));
      } catch (DirectoryIteratorException e) {
        IOException cause = new IOException(String.valueOf(e.getMessage()), e);
        throw new RuleException(List.of(WrongFile.file(folder.toString(), cause)));
      }
    }

    /** True where parameters of jurisdictions are there, or should be. */
    public boolean holdsParameters() {
      return Files.isDirectory(root.resolve("jurisdictions"));
    }

    /** The content of a file that is there. */
    public byte[] bytes(String path) throws RuleException {
      try {
        return Files.readAllBytes(root.resolve(path));
      } catch (IOException e) {
        throw new RuleException(List.of(WrongFile.file(display(path), e)));
      }
    }

    /** Paths of the rule tables (规则表): those in .csv files before workbooks. */
    public List<String> tables() throws RuleException {
      List<String> tables = new ArrayList<>(files(path -> isTable(path) && path.endsWith(".csv")));
      tables.addAll(files(path -> isTable(path) && path.endsWith(".xlsx")));
      return tables;
    }
  }
}
