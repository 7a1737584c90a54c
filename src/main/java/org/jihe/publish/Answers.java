package org.jihe.publish;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jihe.finding.Decision;
import org.jihe.finding.Reply;
import org.jihe.publish.list.Answer;
import org.jihe.table.DecisionCodec;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/** What departments have replied and the bureau has decided, by the keys of items. */
final class Answers {

  private final Map<String, Case> cases = new LinkedHashMap<>();

  /**
   * What has come of one item: the last of each.
   *
   * @param key the item's
   */
  record Case(String key, @Nullable Reply reply, @Nullable Decision decision) {

    /** What was said last counts. */
    Reply.State state() {
      Reply replied = reply;
      Decision decided = decision;
      if (decided != null && (replied == null || !decided.when().isBefore(replied.when()))) {
        return Reply.State.valueOf(decided.state());
      }
      return replied == null ? Reply.State.AWAITED : replied.state();
    }

    Answer answer() {
      Reply replied = reply;
      Decision decided = decision;
      return new Answer(
          replied == null ? "" : replied.text(),
          replied == null ? "" : replied.by(),
          state(),
          decided == null ? "" : decided.text(),
          replied == null ? Map.of() : replied.about().extras());
    }
  }

  static Answers of(ReviewData data) throws IOException {
    Answers answers = new Answers();
    data.table(WorkspaceTable.REPLIES)
        .forEach((row, internal) -> answers.add(DecisionCodec.reply(row)));
    data.table(WorkspaceTable.DECISIONS)
        .forEach((row, internal) -> answers.add(DecisionCodec.decision(row)));
    return answers;
  }

  private void add(Reply reply) {
    Case before = of(reply.fingerprint());
    Reply other = before.reply;
    if (other == null || !reply.when().isBefore(other.when())) {
      cases.put(before.key, new Case(before.key, reply, before.decision));
    }
  }

  private void add(Decision decision) {
    Case before = of(decision.fingerprint());
    Decision other = before.decision;
    if (other == null || !decision.when().isBefore(other.when())) {
      cases.put(before.key, new Case(before.key, before.reply, decision));
    }
  }

  /** What has come of an item. */
  Case of(String key) {
    return cases.getOrDefault(key, new Case(key, null, null));
  }

  /** All items of which something has come. */
  Collection<Case> all() {
    return Collections.unmodifiableCollection(cases.values());
  }
}
