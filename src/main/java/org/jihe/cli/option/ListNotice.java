package org.jihe.cli.option;

import java.util.Map;
import org.jihe.cli.console.Console;
import org.jihe.view.ReviewSummary.ListFigures;

/** Says what became of the lists of an earlier check that were not given again. */
public final class ListNotice {

  private final Console console;

  public ListNotice(Console console) {
    this.console = console;
  }

  public void say(ListFigures lists) {
    if (!lists.kept().isEmpty()) {
      String files = String.join(console.messages().text("summary.comma"), lists.kept());
      console.say("summary.lists.kept", Map.of("files", files, "count", lists.findings()));
    }
    if (lists.lost() > 0) {
      console.say("summary.lists.lost", Map.of("count", lists.lost()));
    }
  }
}
