package org.jihe.statistic.copied;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jihe.form.alike.AlikeSets;
import org.jihe.form.alike.Banding;

/**
 * Searches texts that crossed from one department or year into another, in two passes over all
 * texts in one order: the first keeps a signature of each, the second the texts that share a part
 * of theirs with another. Those are compared exactly. A text that everybody uses is kept once, with
 * the first places where it stands.
 *
 * <p>Not Spark ML's {@code MinHashLSH}: its join pairs all texts of a bucket, so that a text which
 * ten thousand forms share comes to fifty million pairs; it needs a stage for every pass, and its
 * pairs would still have to be joined to groups.
 */
public final class CopySearch {

  /** So many places of one text are told. */
  public static final int PLACES = 50;

  /** Texts that are as alike are one; a word of a sentence may differ. */
  private static final double ALIKE = .85;

  /** A text of so many departments, and of so large a part of all, is from a template. */
  private static final int COMMON = 8;

  private static final int COMMON_PART = 3;

  private final Sketches sketches = new Sketches();
  private final Map<CopiedKind, Map<String, Same>> same = new LinkedHashMap<>();
  private final Set<String> departments = new HashSet<>();
  private BitSet candidates = new BitSet();
  private int next;

  /** The first pass: a text's signature. */
  public void see(IntBuffer sketch) {
    sketches.add(sketch);
  }

  /** Ends the first pass. */
  public void turn() {
    candidates = sketches.candidates();
  }

  /** True where the text that comes next in the second pass is to be taken, not passed. */
  public boolean isWanted() {
    return candidates.get(next);
  }

  /** The second pass: a text that nothing is like. */
  public void pass(String departmentKey) {
    departments.add(departmentKey);
    next++;
  }

  /** The second pass: a text that may be like another. */
  public void take(FormText text) {
    pass(text.place().departmentKey());
    same.computeIfAbsent(text.kind(), kind -> new HashMap<>())
        .computeIfAbsent(text.kind().bare(text.text()), bare -> new Same(text.kind(), text.text()))
        .add(text);
  }

  /** What was copied: by kind, what is common last, the farthest spread first. */
  public List<CopiedText> done() {
    List<CopiedText> all = new ArrayList<>();
    same.forEach((kind, texts) -> all.addAll(groups(kind, texts)));
    all.sort(
        Comparator.comparing(CopiedText::kind)
            .thenComparing(CopiedText::common)
            .thenComparing(one -> -one.departments())
            .thenComparing(one -> -one.forms())
            .thenComparing(one -> one.places().get(0), Same.ORDER)
            .thenComparing(CopiedText::text));
    return all;
  }

  /** Only texts that state the same numbers are held against each other. */
  private List<CopiedText> groups(CopiedKind kind, Map<String, Same> texts) {
    Map<String, TreeMap<String, Same>> byFigures = new HashMap<>();
    texts.forEach(
        (bare, one) ->
            byFigures.computeIfAbsent(kind.figures(bare), key -> new TreeMap<>()).put(bare, one));
    List<CopiedText> groups = new ArrayList<>();
    byFigures.values().forEach(some -> groups.addAll(alike(kind, some)));
    return groups;
  }

  private List<CopiedText> alike(CopiedKind kind, SortedMap<String, Same> texts) {
    List<String> bare = List.copyOf(texts.keySet());
    List<Same> distinct = List.copyOf(texts.values());
    Set<Integer> alone = new HashSet<>();
    for (int i = 0; i < distinct.size(); i++) {
      alone.add(i);
    }
    List<CopiedText> groups = new ArrayList<>();
    for (AlikeSets.Group group :
        AlikeSets.of(bare.stream().map(kind::parts).toList(), ALIKE, Banding.MANY)) {
      Same first = earliest(group, distinct);
      Same whole = new Same(kind, first.text);
      for (int one : group.sets()) {
        whole.add(distinct.get(one));
        alone.remove(one);
      }
      if (whole.isCopied()) {
        groups.add(told(whole, group.similarity().doubleValue()));
      }
    }
    for (int one : alone) {
      if (distinct.get(one).isCopied()) {
        groups.add(told(distinct.get(one), 1));
      }
    }
    return groups;
  }

  private static Same earliest(AlikeSets.Group group, List<Same> distinct) {
    return group.sets().stream()
        .map(distinct::get)
        .min(Comparator.comparing(one -> one.places.first(), Same.ORDER))
        .orElseThrow();
  }

  private CopiedText told(Same one, double similarity) {
    int users = one.departments.size();
    return new CopiedText(
        one.kind,
        similarity == 1,
        similarity,
        users >= COMMON && users * COMMON_PART > departments.size(),
        one.forms,
        users,
        one.years.isEmpty() ? null : one.years.first(),
        one.years.isEmpty() ? null : one.years.last(),
        one.text,
        List.copyOf(one.places));
  }
}
