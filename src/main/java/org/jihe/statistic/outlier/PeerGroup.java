package org.jihe.statistic.outlier;

import org.jspecify.annotations.Nullable;

/**
 * Who is held against each other; null where that does not matter.
 *
 * @param projectKind kind of project
 * @param sizeClass label of a size class
 * @param jurisdiction id of a jurisdiction
 * @param like what else they have in common: the thing that they count, or the indicator
 */
public record PeerGroup(
    @Nullable String projectKind,
    @Nullable String sizeClass,
    @Nullable String jurisdiction,
    @Nullable String like) {

  /** The next wider group; null for the widest. */
  @Nullable PeerGroup wider() {
    if (jurisdiction != null) {
      return new PeerGroup(projectKind, sizeClass, null, like);
    }
    if (sizeClass != null) {
      return new PeerGroup(projectKind, null, null, like);
    }
    return projectKind == null ? null : new PeerGroup(null, null, null, like);
  }

  /** The group in one cell of a table: what its members have in common. */
  public String text() {
    StringBuilder text = new StringBuilder();
    add(text, "kind", projectKind);
    add(text, "size", sizeClass);
    add(text, "jurisdiction", jurisdiction);
    add(text, "like", like);
    return text.isEmpty() ? "all" : text.toString();
  }

  /** The group of a {@link #text}. */
  public static PeerGroup of(String text) {
    return new PeerGroup(
        part(text, "kind"), part(text, "size"), part(text, "jurisdiction"), part(text, "like"));
  }

  private static @Nullable String part(String text, String name) {
    for (String part : text.split("; ", -1)) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    return null;
  }

  private static void add(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      text.append(text.isEmpty() ? "" : "; ").append(name).append('=').append(value);
    }
  }
}
