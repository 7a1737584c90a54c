package org.jihe.reading;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the sources of a workspace lie. A source keeps the name that its input had when it was
 * typed first; a name that begins at the folder in which the command ran says nothing in another
 * one, so the workspace notes where each input was. Whatever is named again, from wherever, gets
 * the name that it has; another folder of a name that is taken gets its whole path for a name.
 */
public final class SourcePlaces implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Begins the entries among a run's inputs, which are names otherwise. */
  private static final String PLACE = "--place ";

  /** Entry for where the workspace was. */
  private static final String WORKSPACE = "--workspace";

  private final String here;
  private final String workspace;
  private final TreeMap<String, String> placeOfName = new TreeMap<>();
  private final TreeMap<String, String> nameOfPlace = new TreeMap<>();

  private SourcePlaces(String here, String workspace) {
    this.here = here;
    this.workspace = workspace;
  }

  /** Where there is no workspace: names begin at the folder in which the command runs. */
  public static SourcePlaces here() {
    return new SourcePlaces(InputFile.name(Path.of("").toAbsolutePath()), "");
  }

  /**
   * What a workspace knows. Where it has been moved, inputs that are gone from their places are
   * looked for where they would be had they been moved with it.
   *
   * @param inputs those of its last run
   */
  public static SourcePlaces of(Path workspace, Map<String, String> inputs) {
    SourcePlaces places =
        new SourcePlaces(InputFile.name(Path.of("").toAbsolutePath()), place(workspace));
    String former = inputs.getOrDefault(WORKSPACE, places.workspace);
    inputs.forEach(
        (key, place) -> {
          if (key.startsWith(PLACE)) {
            places.put(key.substring(PLACE.length()), places.moved(place, former));
          }
        });
    return places;
  }

  private String moved(String place, String former) {
    if (former.equals(workspace) || Files.exists(Path.of(place))) {
      return place;
    }
    Path from = Path.of(former);
    Path to = Path.of(place);
    if (from.getRoot() == null || !from.getRoot().equals(to.getRoot())) {
      return place;
    }
    Path now = Path.of(workspace).resolve(from.relativize(to)).normalize();
    return Files.exists(now) ? InputFile.name(now) : place;
  }

  private void put(String name, String place) {
    placeOfName.put(name, place);
    nameOfPlace.putIfAbsent(place, name);
  }

  /** What the run's inputs must hold for this to be known again. */
  public Map<String, String> entries() {
    Map<String, String> entries = new TreeMap<>(Map.of(WORKSPACE, workspace));
    placeOfName.forEach((name, place) -> entries.put(PLACE + name, place));
    return entries;
  }

  /** The path from the root; folders that are links are followed, the file or folder is not. */
  static String place(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    if (folder != null && name != null) {
      try {
        return InputFile.name(folder.toRealPath().resolve(name));
      } catch (IOException e) {
        return InputFile.name(absolute); // it is reported where it is read
      }
    }
    return InputFile.name(absolute);
  }

  /** The listing under the names that its files have in the workspace. */
  public Inputs.Listing named(List<Path> inputs, Inputs.Listing listing) {
    Map<String, String> places = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    for (Path input : inputs) {
      String typed = InputFile.name(input);
      String place = place(input);
      String name = name(typed, place);
      places.put(typed, place);
      names.put(typed, name);
      if (!place.equals(recorded(name))) {
        put(name, place);
      }
    }
    List<InputFile> files = new ArrayList<>();
    for (InputFile file : listing.files()) {
      String typed = file.input();
      String place = places.get(typed);
      if (place == null || !isWithin(file.name(), typed)) {
        files.add(file);
        continue;
      }
      String name = name(file.name(), place + file.name().substring(typed.length()));
      files.add(
          new InputFile(
              name, names.getOrDefault(typed, typed), file.uri(), file.origin(), file.bytes()));
    }
    return new Inputs.Listing(List.copyOf(files), listing.passedOver());
  }

  private String name(String typed, String place) {
    for (String folder = place; folder != null; folder = parent(folder)) {
      String name = nameOfPlace.get(folder);
      if (name != null) {
        return name + place.substring(folder.length());
      }
    }
    return isFree(typed, place) ? typed : place;
  }

  /** True where no name that is known, with what lies in it, would mean something else then. */
  private boolean isFree(String typed, String place) {
    String known = recorded(typed);
    if (known != null && !known.equals(place)) {
      return false;
    }
    return placeOfName.subMap(typed + "/", typed + "0").entrySet().stream()
        .allMatch(
            below -> below.getValue().equals(place + below.getKey().substring(typed.length())));
  }

  private static boolean isWithin(String name, String folder) {
    return name.equals(folder) || name.startsWith(folder + "/");
  }

  /** Where the input lies that a name belongs to, and the name in it; null where none is known. */
  private @Nullable String recorded(String name) {
    for (String folder = name; folder != null; folder = parent(folder)) {
      String place = placeOfName.get(folder);
      if (place != null) {
        return place + name.substring(folder.length());
      }
    }
    return null;
  }

  private static @Nullable String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? null : path.substring(0, slash);
  }

  /** Where a source of this name lies, or lay: a path from the root. */
  public String of(String name) {
    String place = recorded(name);
    if (place != null) {
      return place;
    }
    return name.startsWith("/") || name.matches("[A-Za-z]:/.*") ? name : here + "/" + name;
  }

  /** Where an input of this run lies. */
  public String of(Path input) {
    return place(input);
  }
}
