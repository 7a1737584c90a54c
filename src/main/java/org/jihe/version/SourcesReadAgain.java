package org.jihe.version;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jihe.layout.Quarantined;
import org.jihe.reading.FileReading;
import org.jihe.reading.InputFile;
import org.jihe.reading.SourcePlaces;

/**
 * What of the sources of earlier runs this run has looked at again. Names are compared as absolute
 * paths, so that it does not matter from where a folder was named.
 */
public final class SourcesReadAgain implements Serializable {

  private static final long serialVersionUID = 1L;

  private final SourcePlaces places;

  /** Folders of the inputs that could be listed. */
  private final Set<String> folders = new HashSet<>();

  /** Files that were listed, and folders below which nothing could be. */
  private final Set<String> listed = new HashSet<>();

  private final Set<String> unreadable = new HashSet<>();

  /** Sources that gave something, and those of which nothing was left over. */
  private final Set<String> met = new HashSet<>();

  private final Set<String> whole = new HashSet<>();

  /** Archives whose members could be listed. */
  private final Set<String> opened = new HashSet<>();

  public SourcesReadAgain(List<Path> inputs, Collection<InputFile> files) {
    this(inputs, files, SourcePlaces.here());
  }

  /**
   * The same for a workspace.
   *
   * @param files as they are named there
   */
  public SourcesReadAgain(List<Path> inputs, Collection<InputFile> files, SourcePlaces places) {
    this.places = places;
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        folders.add(absolute(places.of(input)));
        folders.add(absolute(InputFile.name(input.toAbsolutePath())));
      }
    }
    for (InputFile file : files) {
      listed.add(absolute(file.name()));
      if (file.origin() == InputFile.Origin.NAMED) {
        unreadable.add(absolute(file.name()));
      }
    }
  }

  /** Notes what a source gave. */
  public void add(String file, List<Quarantined> quarantined) {
    String name = absolute(file);
    met.add(name);
    String container = FileReading.container(name);
    if (!container.equals(name)) {
      opened.add(container);
    }
    if (quarantined.isEmpty()) {
      whole.add(name);
    }
  }

  /** True where the source was read again and nothing of it was left over. */
  public boolean readWhole(String file) {
    return whole.contains(absolute(file));
  }

  /** True where the source was looked at again, whatever came of it. */
  public boolean seen(String file) {
    return met.contains(absolute(file));
  }

  /** True where the source should have been met again and is no longer there. */
  public boolean isGone(String file) {
    String name = absolute(file);
    if (met.contains(name)) {
      return false;
    }
    String container = FileReading.container(name);
    if (listed.contains(container)) {
      return opened.contains(container) || !met.contains(container);
    }
    boolean covered = false;
    for (String folder = parent(container); folder != null; folder = parent(folder)) {
      if (unreadable.contains(folder) && !folders.contains(folder)) {
        return false;
      }
      covered |= folders.contains(folder);
    }
    return covered;
  }

  private static @org.jspecify.annotations.Nullable String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? null : path.substring(0, slash);
  }

  /** The path from the root, without {@code .} and {@code ..}. */
  private String absolute(String name) {
    String path = places.of(name);
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }
}
