package org.jihe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was reviewed last in a workspace, so that {@code show} finds the same forms again without
 * opening the workspace's tables.
 *
 * @param inputs absolute paths of the files and folders
 * @param rules absolute path of the rules, or null for those that come with the program
 * @param jurisdiction id of the parameters, or null for the default
 * @param waivers absolute path of the waivers, or null for those of the workspace
 * @param projectList absolute path of the bureau's list of projects, or null where none was given
 * @param ledger absolute path of the treasury's ledger, or null where none was given
 * @param templates absolute path of the added declarations of templates, or null for none
 * @param before the inputs of the reviews before it, oldest first, or null where it was the first
 */
record LastReview(
    List<String> inputs,
    @Nullable String rules,
    @Nullable String jurisdiction,
    @Nullable String waivers,
    @Nullable String projectList,
    @Nullable String ledger,
    @Nullable String templates,
    @Nullable List<List<String>> before) {

  static final String USUAL_WORKSPACE = "jihe-workspace";
  private static final String FILE = "last-review.json";
  private static final int MOST_BEFORE = 99;

  /** Stands for a list that is not in force any more. */
  private static final String NO_LIST = "";

  static LastReview of(
      List<Path> inputs, RuleChoice rules, ListChoice lists, TemplateChoice templates) {
    return new LastReview(
        inputs.stream().map(LastReview::absolute).toList(),
        absoluteOrNull(rules.rules()),
        rules.jurisdiction(),
        absoluteOrNull(rules.waivers()),
        list(lists, lists.projectList()),
        list(lists, lists.ledger()),
        absoluteOrNull(templates.templates()),
        null);
  }

  /** The same with other lists, as after a check that was given some. */
  LastReview with(ListChoice lists) {
    return new LastReview(
        inputs,
        rules,
        jurisdiction,
        waivers,
        list(lists, lists.projectList()),
        list(lists, lists.ledger()),
        templates,
        before);
  }

  private static @Nullable String list(ListChoice lists, @Nullable Path list) {
    return list == null && lists.alone() ? NO_LIST : absoluteOrNull(list);
  }

  /** A list that is not named stays that of the review before. */
  private static @Nullable String kept(@Nullable String list, @Nullable String former) {
    String known = list == null ? former : list;
    return NO_LIST.equals(known) ? null : known;
  }

  /**
   * The inputs of all reviews, oldest first. Those that were reviewed several times stand where
   * they came first: what was superseded since does not come back by being reviewed again.
   */
  List<List<String>> allInputs() {
    List<List<String>> all = new ArrayList<>(before == null ? List.of() : before);
    if (!all.contains(inputs)) {
      all.add(inputs);
    }
    return all;
  }

  private LastReview after(@Nullable LastReview former) {
    List<List<String>> all = new ArrayList<>(former == null ? List.of() : former.allInputs());
    int first = Math.max(0, all.size() - MOST_BEFORE);
    return new LastReview(
        inputs,
        rules,
        jurisdiction,
        waivers,
        kept(projectList, former == null ? null : former.projectList),
        kept(ledger, former == null ? null : former.ledger),
        templates,
        all.subList(first, all.size()));
  }

  /** What the workspace remembers, or null where it remembers nothing that can be read. */
  static @Nullable LastReview readFrom(Path workspace) {
    try {
      return Json.MAPPER.readValue(Files.readString(workspace.resolve(FILE)), LastReview.class);
    } catch (IOException e) {
      return null;
    }
  }

  /** Remembers it. The review itself is done and published; a failure here costs only comfort. */
  void writeTo(Path workspace) {
    try {
      Files.createDirectories(workspace);
      Files.writeString(workspace.resolve(FILE), Json.of(after(readFrom(workspace))) + "\n");
    } catch (IOException e) {
      // show asks for the inputs then
    }
  }

  private static @Nullable String absoluteOrNull(@Nullable Path path) {
    return path == null ? null : absolute(path);
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }
}
