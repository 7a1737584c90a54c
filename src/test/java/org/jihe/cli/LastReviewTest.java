package org.jihe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Lists that a later command does not name stay those that were named before. */
class LastReviewTest {

  @TempDir private Path workspace;

  private static ListChoice lists(String... options) {
    return CommandLine.populateCommand(new ListChoice(), options);
  }

  private String after(ListChoice lists) {
    LastReview.of(List.of(Path.of("forms")), new RuleChoice(), lists, new TemplateChoice())
        .writeTo(workspace);
    return remembered();
  }

  private String remembered() {
    LastReview last = LastReview.readFrom(workspace);
    assertThat(last).isNotNull();
    return name(last.projectList()) + " " + name(last.ledger());
  }

  private static String name(String path) {
    return path == null ? "-" : Path.of(path).getFileName().toString();
  }

  @Test
  void listsStay() {
    assertThat(after(lists("--project-list", "l.csv", "--ledger", "g.csv")))
        .isEqualTo("l.csv g.csv");
    assertThat(after(lists())).isEqualTo("l.csv g.csv");
    assertThat(after(lists("--ledger", "h.csv"))).isEqualTo("l.csv h.csv");
    assertThat(after(lists("--without-lists", "--ledger", "i.csv"))).isEqualTo("- i.csv");
    assertThat(after(lists("--without-lists"))).isEqualTo("- -");
    assertThat(after(lists())).isEqualTo("- -");
  }

  @Test
  void aCheckChangesTheListsAndNothingElse() {
    after(lists("--project-list", "l.csv"));
    LastReview before = LastReview.readFrom(workspace);
    assertThat(before).isNotNull();
    before.with(lists("--ledger", "g.csv")).writeTo(workspace);
    assertThat(remembered()).isEqualTo("l.csv g.csv");
    LastReview now = LastReview.readFrom(workspace);
    assertThat(now).isNotNull();
    assertThat(now.inputs()).isEqualTo(before.inputs());
    assertThat(now.allInputs()).isEqualTo(before.allInputs());
  }
}
