package org.jihe.inquiry;

import java.io.Serializable;
import java.util.List;
import org.jihe.form.FormDiff.Change;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/**
 * What became of one form.
 *
 * @param project the project's name as printed
 * @param kind whether it is new, gone, or another
 * @param before the earlier version, or null where there is none
 * @param after the later version, or null where there is none
 * @param changes cell by cell
 */
public record Difference(
    @Nullable String project,
    Kind kind,
    @Nullable Version before,
    @Nullable Version after,
    List<Change> changes)
    implements Serializable {

  /** What became of a form. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    SAME
  }

  /**
   * One version of a form.
   *
   * @param number counted from 1; 0 where versions are not counted
   * @param place its first cell
   * @param run the run in which it was replaced; empty where it is in force or not of a workspace
   */
  public record Version(int number, Position place, String run) implements Serializable {}
}
