package org.jihe.review.reply;

import org.jihe.finding.Reply.State;
import org.jihe.publish.list.Answer;

/**
 * What a line adds to what is known of its item. A state that a line leaves open or takes back adds
 * nothing by itself, and what the bureau has decided no line of a department undoes.
 *
 * @param known what was answered before
 * @param state the state that the line gives; {@link State#AWAITED} where it gives none
 * @param hasText whether its text is another
 * @param hasPerson whether somebody else answers
 * @param hasExtras whether its further columns are others
 */
record Addition(Answer known, State state, boolean hasText, boolean hasPerson, boolean hasExtras) {

  static Addition of(ReturnedLine line, State state, Answer known) {
    return new Addition(
        known,
        state,
        !line.text().isEmpty() && !line.text().equals(known.text().strip()),
        !line.by().isEmpty() && !line.by().equals(known.by()),
        !line.extras().isEmpty() && !line.extras().equals(known.extras()));
  }

  boolean isNothing() {
    return !(hasText || hasPerson || hasExtras || hasState());
  }

  private boolean hasState() {
    return state != known.state() && state != State.AWAITED;
  }

  private boolean isTakenBack() {
    return state == State.AWAITED && known.state() != State.AWAITED && !hasText;
  }

  private boolean isDecided() {
    return known.state() == State.NOT_ACCEPTED || known.state() == State.CLOSED;
  }

  /** The state in which the item is afterwards. */
  State said() {
    return isTakenBack() && !isDecided() ? known.state() : state;
  }
}
