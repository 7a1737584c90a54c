package org.jihe.review.reply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jihe.finding.Decision;
import org.jihe.finding.Reply;
import org.jihe.finding.Reply.State;
import org.jihe.publish.list.Answer;
import org.jihe.publish.list.Item;
import org.jihe.review.reply.ReplyNotice.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the lines of returned lists say: which item each is about, whether it says something
 * new, and what is to be told. Nothing that was said before is taken away.
 */
final class Intake {

  private static final String KEY = "[0-9a-f]{16}(#\\d+)?";

  private final ItemIndex items;
  private final String by;
  private final Instant now;
  private final String run;
  private final List<ReplyNotice> notices = new ArrayList<>();
  private final Map<String, Reply> replies = new LinkedHashMap<>();
  private final Map<String, Decision> decisions = new LinkedHashMap<>();
  private final Map<String, ReturnedLine> seen = new LinkedHashMap<>();
  private final Set<String> conflicts = new HashSet<>();
  private final Set<String> dossiers = new HashSet<>();
  private long same;
  private long silent;

  /**
   * @param by who speaks for the bureau; empty where nobody does
   */
  Intake(ItemIndex items, String by, Instant now, String run) {
    this.items = items;
    this.by = by;
    this.now = now;
    this.run = run;
  }

  List<ReplyNotice> notices() {
    return notices;
  }

  Map<String, Reply> replies() {
    return replies;
  }

  Map<String, Decision> decisions() {
    return decisions;
  }

  /** Lines that say what was said before. */
  long same() {
    return same;
  }

  /** Lines that say nothing. */
  long silent() {
    return silent;
  }

  /** Items of the departments that have sent lists, without a line in any of them. */
  long takenOut() {
    return items.of(dossiers).stream()
        .filter(entry -> !seen.containsKey(entry.item().key()))
        .count();
  }

  private void say(Kind kind, ReturnedLine line, Map<String, String> facts) {
    Map<String, String> all = new HashMap<>(facts);
    all.putIfAbsent("project", line.project());
    notices.add(new ReplyNotice(kind, line.file(), line.sheet(), line.row(), all));
  }

  void take(List<ReturnedLine> lines) {
    Map<ReturnedLine, String> keys = new LinkedHashMap<>();
    for (ReturnedLine line : lines) {
      String key = keyOf(line);
      if (key != null) {
        keys.put(line, key);
        meet(key, line);
      }
    }
    keys.forEach(
        (line, key) -> {
          if (!conflicts.contains(key) && line.equals(seen.get(key))) {
            take(line, key);
          }
        });
  }

  /** Two lines on one item count where they say the same; a silent one beside another does not. */
  private void meet(String key, ReturnedLine line) {
    ReturnedLine other = seen.putIfAbsent(key, line);
    if (other == null || isSilent(line, key) || says(other).equals(says(line))) {
      return;
    }
    if (isSilent(other, key)) {
      seen.put(key, line);
      return;
    }
    conflicts.add(key);
    replies.remove(key);
    decisions.remove(key);
    say(
        Kind.CONFLICT,
        line,
        Map.of("other", place(other), "first", shortly(other), "second", shortly(line)));
  }

  private static String place(ReturnedLine line) {
    String sheet = line.sheet().isEmpty() ? "" : "#" + line.sheet();
    return Item.fileName(line.file()) + sheet + ":" + line.row();
  }

  private static String shortly(ReturnedLine line) {
    return line.state() + (line.text().isEmpty() ? "" : "：" + line.text());
  }

  private static List<String> says(ReturnedLine line) {
    return List.of(line.text(), line.by(), line.state(), line.opinion());
  }

  private Answer known(String key) {
    ItemIndex.Entry entry = items.of(key);
    return entry == null ? Answer.NONE : entry.item().answer();
  }

  /** True where a line says no more than the list that was sent out. */
  private boolean isSilent(ReturnedLine line, String key) {
    Answer known = known(key);
    boolean state = line.state().isEmpty() || line.state().equals(known.state().label());
    return state
        && (line.text().isEmpty() || line.text().equals(known.text().strip()))
        && (line.by().isEmpty() || line.by().equals(known.by()))
        && (line.opinion().isEmpty() || line.opinion().equals(known.opinion().strip()))
        && (line.extras().isEmpty() || line.extras().equals(known.extras()));
  }

  /** The key of the item that a line is about; null, and told, where there is none. */
  private @Nullable String keyOf(ReturnedLine line) {
    ItemIndex.Entry entry = items.of(line.key());
    if (entry != null) {
      dossiers.add(entry.dossier());
      return line.key();
    }
    if (line.key().matches(KEY)) {
      boolean isKnown = items.isProject(line.project());
      boolean says = !line.state().isEmpty() && !line.state().equals(State.AWAITED.label());
      if (says || !line.text().isEmpty()) {
        say(isKnown ? Kind.GONE : Kind.UNKNOWN, line, Map.of("key", line.key()));
      }
      return isKnown ? line.key() : null;
    }
    List<ItemIndex.Entry> meant = items.of(line);
    if (meant.size() == 1) {
      dossiers.add(meant.get(0).dossier());
      return meant.get(0).item().key();
    }
    say(
        meant.isEmpty() ? Kind.UNKNOWN : Kind.AMBIGUOUS,
        line,
        Map.of("key", line.key(), "count", String.valueOf(meant.size())));
    return null;
  }

  private void take(ReturnedLine line, String key) {
    Answer known = known(key);
    if (isSilent(line, key)) {
      boolean isNothing = line.text().isEmpty() && known.state() == State.AWAITED;
      silent += isNothing ? 1 : 0;
      same += isNothing ? 0 : 1;
      return;
    }
    State state = line.state().isEmpty() ? known.state() : state(line.state());
    if (state == null) {
      String states = Stream.of(State.values()).map(State::label).collect(Collectors.joining("、"));
      say(Kind.STATE_UNKNOWN, line, Map.of("state", line.state(), "states", states));
      return;
    }
    boolean bureaus = state == State.NOT_ACCEPTED || state == State.CLOSED;
    boolean decides = bureaus && state != known.state();
    boolean opines = !line.opinion().isEmpty() && !line.opinion().equals(known.opinion().strip());
    if (decides || opines) {
      decide(line, key, bureaus ? state : known.state());
    }
    reply(line, key, bureaus ? State.AWAITED : state, known);
  }

  private static @Nullable State state(String text) {
    String said = ReturnedList.folded(text);
    for (State state : State.values()) {
      if (said.equals(state.label()) || said.equalsIgnoreCase(state.name())) {
        return state;
      }
    }
    return null;
  }

  private void decide(ReturnedLine line, String key, State state) {
    if (by.isEmpty()) {
      say(Kind.BUREAUS_OWN, line, Map.of("state", line.state(), "opinion", line.opinion()));
      return;
    }
    decisions.put(key, new Decision(key, state.name(), by, now, line.opinion(), run));
  }

  private void reply(ReturnedLine line, String key, State state, Answer known) {
    Addition addition = Addition.of(line, state, known);
    if (addition.isNothing()) {
      return;
    }
    String text = line.text().isEmpty() ? known.text() : line.text();
    String who = line.by().isEmpty() ? known.by() : line.by();
    tell(line, addition, text, who);
    replies.put(
        key,
        new Reply(key, addition.said(), text, who, now, line.file(), line.row(), about(line, key)));
  }

  /** What is odd about an answer that counts all the same. */
  private void tell(ReturnedLine line, Addition addition, String text, String who) {
    if (addition.said() == State.AWAITED && addition.hasText()) {
      say(Kind.STATE_LEFT, line, Map.of());
    }
    if (addition.said() == State.EXPLAINED && text.isEmpty()) {
      say(Kind.REASON_MISSING, line, Map.of());
    }
    if (who.isEmpty()) {
      say(Kind.NOBODY, line, Map.of());
    }
    Answer known = addition.known();
    if (!known.text().isEmpty() && addition.hasText()) {
      say(Kind.REPLACED, line, Map.of("first", known.text(), "second", text, "by", known.by()));
    }
  }

  private Reply.About about(ReturnedLine line, String key) {
    ItemIndex.Entry entry = items.of(key);
    if (entry == null) {
      return new Reply.About("", line.project(), line.place(), line.problem(), line.extras());
    }
    Item item = entry.item();
    return new Reply.About(
        entry.dossier(),
        item.project(),
        item.place(),
        item.rule() + "：" + item.problem(),
        line.extras().isEmpty() ? item.answer().extras() : line.extras());
  }
}
