package org.jihe.reading;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jihe.reading.InputFile.Origin;
import org.jspecify.annotations.Nullable;

/** The files that a user's inputs name. */
public final class Inputs {

  /**
   * Endings of the formats in which forms are written, read or not. JSON is not among them: most
   * such files are other programs' settings, so that they are sources only where they hold a form.
   */
  private static final Set<String> FORMS =
      Set.of(
          "txt", "tsv", "tab", "csv", "xlsx", "xlsm", "xls", "et", "ett", "docx", "doc", "wps",
          "wpt", "pdf", "html", "htm", "xhtml", "mht", "mhtml", "zip", "png", "jpg", "jpeg", "tif",
          "tiff", "bmp", "ods", "ots", "fods", "odt", "ott", "fodt", "rtf", "ofd", "uos", "uot",
          "uof", "xlsb", "md", "dps");

  /** Endings of what never holds a form and may be large: not even opened. */
  private static final Set<String> NO_FORMS =
      Set.of(
          "avi",
          "mov",
          "mp3",
          "mp4",
          "mkv",
          "wav",
          "wmv",
          "exe",
          "dll",
          "so",
          "msi",
          "iso",
          "img",
          "dmg",
          "apk",
          "jar",
          "class",
          "java",
          "py",
          "ttf",
          "otf",
          "ttc",
          "lnk",
          "ini",
          "db",
          "tmp",
          "crdownload",
          "part",
          "download",
          "lock",
          "log",
          "bak",
          "swp");

  /** Files that other programs leave beside the user's, by their whole names. */
  private static final Set<String> LEFT_BEHIND =
      Set.of("thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin");

  /** What stands for a file without an ending, among those that were passed over. */
  static final String NO_ENDING = "-";

  /** What stands for pipes, sockets and devices. */
  static final String SPECIAL = "special";

  /** What stands for a workspace, in capital letters as no ending is. */
  public static final String WORKSPACE = "WORKSPACE";

  /** What stands for a file of a publication. */
  public static final String PUBLICATION = "PUBLICATION";

  /** In place of an ending: a list that a department sent back, which is no form. */
  static final String RETURNED = "RETURNED";

  /** What stands for a transcript beside the form that it was taken from. */
  public static final String TRANSCRIPT = "TRANSCRIPT";

  /** What stands for a link that leads out of the folder, or to what the program wrote. */
  static final String LINK = "LINK";

  /** What stands for a file that this very command writes into. */
  static final String RESULT = "RESULT";

  private Inputs() {}

  /**
   * What the inputs name.
   *
   * @param files every file once, in the order of the inputs and of the paths in each
   * @param passedOver how many files of folders are not even opened, by ending, and how many
   *     workspaces, published files and links
   */
  public record Listing(List<InputFile> files, Map<String, Long> passedOver) {}

  /**
   * Lists the inputs. A file that is named is taken whatever it is called, also where it does not
   * exist, so that it is reported. Of a folder all files are taken, with those of its folders, but
   * for hidden ones, those that programs leave behind, those that never hold a form, and what the
   * program itself wrote; a folder of which no file is taken is named itself, so that it is
   * reported. A folder that links lead to twice is looked through once; links that lead out of the
   * folder are not followed.
   */
  public static Listing list(List<Path> inputs) {
    return list(inputs, null);
  }

  /**
   * The same where the results go to a workspace, which is none of the inputs' folders whatever it
   * holds.
   */
  public static Listing list(List<Path> inputs, @Nullable Path workspace) {
    Map<String, InputFile> files = new LinkedHashMap<>();
    Map<String, Long> passedOver = new TreeMap<>();
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        for (InputFile file : filesIn(input, workspace, passedOver)) {
          files.putIfAbsent(key(file.path()), file);
        }
      } else {
        // Named by itself goes before standing in a folder that is named, too.
        InputFile file = InputFile.of(input, input, Origin.NAMED, size(input));
        files.merge(key(input), file, (one, named) -> isNamed(one) ? one : named);
      }
    }
    return new Listing(List.copyOf(files.values()), passedOver);
  }

  private static boolean isNamed(InputFile file) {
    return file.origin() == Origin.NAMED;
  }

  private static String key(Path file) {
    return file.toAbsolutePath().normalize().toUri().toString();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // it is reported where it is read
    }
  }

  private static List<InputFile> filesIn(
      Path folder, @Nullable Path workspace, Map<String, Long> passedOver) {
    Collector collector = new Collector(folder, workspace, passedOver);
    collector.walk();
    if (collector.files.isEmpty()) {
      collector.report(folder);
    }
    collector.files.sort(Comparator.comparing(InputFile::name));
    return collector.files;
  }

  /** True for what neither is meant for a reader nor worth a word. */
  static boolean isLeftBehind(String name) {
    return name.startsWith(".")
        || name.startsWith("~$")
        || LEFT_BEHIND.contains(name.toLowerCase(Locale.ROOT));
  }

  /**
   * True where no part of a member's path would be taken in a folder, or its ending says nothing.
   */
  public static boolean isNoForm(String member) {
    String path =
        member.substring(member.indexOf(FileReading.MEMBER) + FileReading.MEMBER.length());
    for (String part : path.split("/", -1)) {
      if (isLeftBehind(part)) {
        return true;
      }
    }
    return !FORMS.contains(ending(path.substring(path.lastIndexOf('/') + 1)));
  }

  /** The ending of a name in small letters. */
  public static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 || dot == name.length() - 1 || name.length() - dot > 12
        ? NO_ENDING
        : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Looks through a folder: first its own folders, then those that links lead to besides. */
  private static final class Collector {

    private final Path root;
    private final Path realRoot;
    private final @Nullable Object workspace;
    private final Map<String, Long> passedOver;
    private final Set<Object> foldersSeen = new HashSet<>();
    private final Deque<Path> links = new ArrayDeque<>();
    private final ResultFiles results = new ResultFiles();
    final List<InputFile> files = new ArrayList<>();

    Collector(Path root, @Nullable Path workspace, Map<String, Long> passedOver) {
      this.root = root;
      this.realRoot = real(root);
      this.workspace = workspace == null ? null : identity(workspace);
      this.passedOver = passedOver;
    }

    private static Path real(Path folder) {
      try {
        return folder.toRealPath();
      } catch (IOException e) {
        return folder.toAbsolutePath().normalize(); // it is reported where it is listed
      }
    }

    private static @Nullable Object identity(Path folder) {
      try {
        Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        return key == null ? folder.toRealPath() : key;
      } catch (IOException e) {
        return null; // there is none yet
      }
    }

    void report(Path path) {
      files.add(InputFile.of(path, root, Origin.NAMED, 0));
    }

    void walk() {
      links.add(root);
      while (!links.isEmpty()) {
        folder(links.remove());
      }
    }

    private void folder(Path folder) {
      List<Path> entries = new ArrayList<>();
      try {
        Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        Object identity = key == null ? folder.toRealPath() : key;
        if (!foldersSeen.add(identity)) {
          return;
        }
        if (identity.equals(workspace)) {
          count(WORKSPACE);
          return;
        }
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
          stream.forEach(entries::add);
        }
      } catch (IOException | DirectoryIteratorException e) {
        report(folder);
      }
      entries.sort(null);
      Set<String> names = new HashSet<>();
      entries.forEach(entry -> names.add(fileName(entry)));
      if (OwnOutput.isWorkspace(folder, names)) {
        count(WORKSPACE);
        return;
      }
      if (OwnOutput.isReport(names)) {
        count(PUBLICATION);
        return;
      }
      boolean publication = OwnOutput.isPublication(names);
      for (Path entry : entries) {
        if (publication && OwnOutput.isPublished(fileName(entry))) {
          passedOver.merge(PUBLICATION, OwnOutput.files(entry), Long::sum);
        } else if (!isLeftBehind(fileName(entry))) {
          entry(entry);
        }
      }
    }

    private void count(String kind) {
      passedOver.merge(kind, 1L, Long::sum);
    }

    private void entry(Path entry) {
      try {
        boolean link = Files.isSymbolicLink(entry);
        if (link && leadsAway(entry.toRealPath())) {
          count(LINK);
          return;
        }
        BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
        if (!attributes.isDirectory()) {
          file(entry, attributes);
        } else if (link) {
          links.add(entry);
        } else {
          folder(entry);
        }
      } catch (IOException e) {
        report(entry);
      }
    }

    /** What a folder holds are its own files: nobody sent in what a link fetches from elsewhere. */
    private boolean leadsAway(Path target) {
      return !target.startsWith(realRoot) || OwnOutput.of(target) != null;
    }

    private void file(Path file, BasicFileAttributes attributes) {
      String ending = ending(fileName(file));
      if (!attributes.isRegularFile()) {
        count(SPECIAL);
      } else if (OwnOutput.isReturnedList(fileName(file))) {
        count(RETURNED);
      } else if (OwnOutput.isPrinted(fileName(file))) {
        count(PUBLICATION);
      } else if (results.contains(attributes)) {
        count(RESULT);
      } else if (NO_FORMS.contains(ending)) {
        count(ending);
      } else {
        Origin origin = FORMS.contains(ending) ? Origin.FOUND : Origin.UNSURE;
        files.add(InputFile.of(file, root, origin, attributes.size()));
      }
    }

    private static String fileName(Path path) {
      Path name = path.getFileName();
      return name == null ? "" : name.toString();
    }
  }
}
