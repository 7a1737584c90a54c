package org.jihe.cli.option;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jihe.cli.console.Json;
import org.jihe.message.Language;
import org.jihe.review.ReviewRequest;
import org.jihe.review.ReviewRequest.Checking;
import org.jihe.review.ReviewRequest.Reading;
import org.jihe.rule.fact.group.RegistryLists;
import org.jspecify.annotations.Nullable;

/**
 * By which rules the forms of a workspace were checked last, so that {@code show} has the messages
 * of those rules, and can check with them what has been read since. Which forms are in force, and
 * what was found on them, the tables alone say.
 *
 * @param rules absolute path of the rules, or null for those that come with the program
 * @param jurisdiction id of the parameters, or null for the default
 * @param waivers absolute path of the waivers, or null for those of the workspace
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LastReview(
    @Nullable String rules, @Nullable String jurisdiction, @Nullable String waivers) {

  public static final String USUAL_WORKSPACE = "jihe-workspace";
  private static final String FILE = "last-review.json";

  public static LastReview of(RuleChoice rules) {
    return new LastReview(
        absoluteOrNull(rules.rules()), rules.jurisdiction(), absoluteOrNull(rules.waivers()));
  }

  /** What forms would be checked with again, beside the bureau's lists. */
  public Checking checking() {
    return new Checking(pathOrNull(rules), jurisdiction, pathOrNull(waivers), RegistryLists.NONE);
  }

  /** A request on what a workspace holds, by the rules of its last review. */
  public static ReviewRequest request(Path workspace, Language language) {
    LastReview last = readFrom(workspace);
    return new ReviewRequest(
        List.of(),
        workspace,
        language,
        Reading.USUAL,
        last == null ? Checking.USUAL : last.checking());
  }

  private static @Nullable Path pathOrNull(@Nullable String path) {
    return path == null ? null : Path.of(path);
  }

  /** What the workspace remembers, or null where it remembers nothing that can be read. */
  public static @Nullable LastReview readFrom(Path workspace) {
    try {
      return Json.MAPPER.readValue(Files.readString(workspace.resolve(FILE)), LastReview.class);
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * Remembers it, as one: whoever reads it meanwhile finds what was there before. The check itself
   * is done; a failure here costs only comfort.
   */
  public void writeTo(Path workspace) {
    try {
      Path next = Files.createTempFile(workspace, FILE, ".new");
      try {
        Files.writeString(next, Json.of(this) + "\n");
        Files.move(
            next,
            workspace.resolve(FILE),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (IOException e) {
      // show takes the rules of the program then
    }
  }

  private static @Nullable String absoluteOrNull(@Nullable Path path) {
    return path == null ? null : path.toAbsolutePath().normalize().toString();
  }
}
