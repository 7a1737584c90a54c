package org.jihe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 */
record LastReview(
    List<String> inputs,
    @Nullable String rules,
    @Nullable String jurisdiction,
    @Nullable String waivers,
    @Nullable String projectList,
    @Nullable String ledger,
    @Nullable String templates) {

  static final String USUAL_WORKSPACE = "jihe-workspace";
  private static final String FILE = "last-review.json";

  static LastReview of(
      List<Path> inputs, RuleChoice rules, ListChoice lists, TemplateChoice templates) {
    return new LastReview(
        inputs.stream().map(LastReview::absolute).toList(),
        absoluteOrNull(rules.rules()),
        rules.jurisdiction(),
        absoluteOrNull(rules.waivers()),
        absoluteOrNull(lists.projectList()),
        absoluteOrNull(lists.ledger()),
        absoluteOrNull(templates.templates()));
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
      Files.writeString(workspace.resolve(FILE), Json.of(this) + "\n");
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
