package org.jihe.cli.option;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.WrongUsage;
import org.jihe.reading.InputFile;
import org.jihe.reading.OwnOutput;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the paths of a command line before anything is read or written: a mistyped one is wrong
 * usage, not a source that cannot be read. All that is wrong is said at once.
 */
public final class PathCheck {

  static final String INPUT = "INPUT";
  public static final String WORKSPACE = "--workspace";

  private final Console console;
  private final List<String> lines = new ArrayList<>();

  public PathCheck(Console console) {
    this.console = console;
  }

  /** Files and folders of forms: they are there, and none was written by the program. */
  public PathCheck inputs(List<Path> inputs) {
    inputs.forEach(input -> input(INPUT, input));
    return this;
  }

  /** The same for inputs whose results go to a workspace: none of them lies in it. */
  public PathCheck inputs(List<Path> inputs, Path workspace) {
    for (Path input : inputs) {
      if (input(INPUT, input) && isWritten(workspace) && real(input).startsWith(real(workspace))) {
        say("usage.path.workspace", INPUT, input, Map.of("folder", shown(real(workspace))));
      }
    }
    return this;
  }

  private boolean input(String name, Path input) {
    if (!there(name, input)) {
      return false;
    }
    OwnOutput.Place own = OwnOutput.of(input);
    if (own == null) {
      return true;
    }
    String key =
        own.kind() == OwnOutput.Kind.WORKSPACE ? "usage.path.workspace" : "usage.path.publication";
    say(key, name, input, Map.of("folder", shown(own.folder())));
    return false;
  }

  /** A folder that is read, where one is given. */
  public PathCheck folder(String name, @Nullable Path path) {
    if (path != null && there(name, path) && Files.isRegularFile(path)) {
      say("usage.path.notFolder", name, path, Map.of());
    }
    return this;
  }

  /** A file that is read, where one is given. */
  public PathCheck file(String name, @Nullable Path path) {
    if (path != null && there(name, path) && Files.isDirectory(path)) {
      say("usage.path.notFile", name, path, Map.of());
    }
    return this;
  }

  /** A folder that is made where there is none. */
  public PathCheck made(String name, Path path) {
    written(name, path);
    return this;
  }

  /** The workspace whose tables are read. */
  public PathCheck filled(Path workspace) {
    if (written(WORKSPACE, workspace) && isMissing(workspace)) {
      say("usage.path.noWorkspace", WORKSPACE, workspace, Map.of("hint", hint(workspace)));
    }
    return this;
  }

  /** A name that is none of a path, but must be one. */
  public PathCheck name(String name, String value) {
    if (value.isBlank() || value.equals("-")) {
      written(name, Path.of(value));
    }
    return this;
  }

  /** Ends the command where a path is wrong. */
  public void done() {
    if (!lines.isEmpty()) {
      lines.add(console.messages().text("usage.path.nothing"));
      throw new WrongUsage(lines);
    }
  }

  private boolean there(String name, Path path) {
    if (!written(name, path)) {
      return false;
    }
    if (isMissing(path)) {
      say("usage.path.missing", name, path, Map.of("hint", hint(path)));
      return false;
    }
    return true;
  }

  /** An empty name would stand for the folder where the user is, a dash for a stream. */
  private boolean written(String name, Path path) {
    if (isWritten(path)) {
      return true;
    }
    say(path.toString().equals("-") ? "usage.path.dash" : "usage.path.blank", name, path, Map.of());
    return false;
  }

  private static boolean isWritten(Path path) {
    return !path.toString().isBlank() && !path.toString().equals("-");
  }

  /** True where nothing of the name is there; what cannot be looked at is met when it is read. */
  private static boolean isMissing(Path path) {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return false;
    } catch (AccessDeniedException e) {
      return false;
    } catch (IOException e) {
      return Files.notExists(path) || !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private String hint(Path path) {
    Path wanted = path.toAbsolutePath().normalize();
    Path there = wanted.getParent();
    while (there != null && !Files.exists(there)) {
      wanted = there;
      there = there.getParent();
    }
    if (there == null) {
      return "";
    }
    List<String> near = Files.isDirectory(there) ? NearNames.in(there, wanted) : List.of();
    String names = String.join(console.messages().text("usage.path.comma"), near);
    return near.isEmpty()
        ? console.messages().text("usage.path.parent", Map.of("folder", shown(there)))
        : console
            .messages()
            .text("usage.path.near", Map.of("folder", shown(there), "names", names));
  }

  private void say(String key, String name, Path path, Map<String, String> more) {
    Map<String, String> facts = new TreeMap<>(more);
    facts.put("name", name);
    facts.put("path", shown(path));
    lines.add(console.messages().text(key, facts).strip());
  }

  private static String shown(Path path) {
    return InputFile.name(path);
  }

  /** Where the path leads without links, as far as it is there. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path there = absolute;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      return there.toRealPath().resolve(there.relativize(absolute)).normalize();
    } catch (IOException e) {
      return absolute;
    }
  }
}
