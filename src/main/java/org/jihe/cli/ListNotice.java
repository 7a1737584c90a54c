package org.jihe.cli;

import java.util.Map;
import org.jihe.publish.ReviewSummary.ListFigures;

/** Says what became of the lists of an earlier check that were not given again. */
final class ListNotice {

  private final Console console;

  ListNotice(Console console) {
    this.console = console;
  }

  void say(ListFigures lists) {
    if (!lists.kept().isEmpty()) {
      String files = String.join(console.messages().text("summary.comma"), lists.kept());
      console.say("summary.lists.kept", Map.of("files", files, "count", lists.findings()));
    }
    if (lists.lost() > 0) {
      console.say("summary.lists.lost", Map.of("count", lists.lost()));
    }
  }
}
