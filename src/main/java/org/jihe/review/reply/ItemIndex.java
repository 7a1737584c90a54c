package org.jihe.review.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.form.FormKey;
import org.jihe.publish.list.DepartmentList;
import org.jihe.publish.list.FileNames;
import org.jihe.publish.list.Item;
import org.jihe.publish.list.ListColumn;
import org.jspecify.annotations.Nullable;

/** The items that lists may answer, by their keys and by what they say. */
final class ItemIndex {

  /** A name that is at most so far from another one is meant. */
  private static final double NEAR = 0.4;

  private final Map<String, Entry> byKey = new HashMap<>();
  private final Map<String, List<Entry>> byWords = new HashMap<>();
  private final Set<String> projects = new HashSet<>();
  private final Map<String, String> departments = new HashMap<>();

  /** An item and whose it is. */
  record Entry(String dossier, Item item) {}

  void add(DepartmentList list) {
    departments.put(
        ReturnedList.folded(FileNames.safe(list.department()) + "-" + list.yearText()),
        list.department());
    list.forms().forEach(form -> projects.add(ReturnedList.folded(form.project())));
    for (Item item : list.items()) {
      Entry entry = new Entry(list.dossier(), item);
      byKey.put(item.key(), entry);
      projects.add(ReturnedList.folded(item.project()));
      String problem = item.rule() + "：" + item.problem();
      byWords
          .computeIfAbsent(words(item.project(), item.place(), problem), key -> new ArrayList<>())
          .add(entry);
      byWords
          .computeIfAbsent(words(item.project(), "", problem), key -> new ArrayList<>())
          .add(entry);
    }
  }

  private static String words(String project, String place, String problem) {
    return FormKey.of(
        ReturnedList.folded(project), ReturnedList.folded(place), ReturnedList.folded(problem));
  }

  /** The item of a key; null where there is none. */
  @Nullable Entry of(String key) {
    return byKey.get(key);
  }

  /** The items that a line without a key may be about: by project, cell and rule. */
  List<Entry> of(ReturnedLine line) {
    List<Entry> exact =
        byWords.getOrDefault(words(line.project(), line.place(), line.problem()), List.of());
    return exact.isEmpty()
        ? byWords.getOrDefault(words(line.project(), "", line.problem()), List.of())
        : exact;
  }

  /** True for a project that is known. */
  boolean isProject(String printed) {
    return projects.contains(ReturnedList.folded(printed));
  }

  /** All items of some departments and years. */
  List<Entry> of(Set<String> dossiers) {
    return byKey.values().stream().filter(entry -> dossiers.contains(entry.dossier)).toList();
  }

  /**
   * The department that is meant where the name of a list's file has one that is not known.
   *
   * @return null where it is known, or the file has another name; empty where none is near
   */
  @Nullable String nearestTo(String file) {
    String name = Item.fileName(file);
    if (!name.startsWith(ListColumn.FILE)) {
      return null;
    }
    // Systems and people put numbers behind the names of copies.
    String bare = name.substring(ListColumn.FILE.length()).replaceAll("\\.[A-Za-z]+$", "");
    String said = ReturnedList.folded(bare.replaceAll("[ _(（-]*(?:副本|反馈|回复|\\d{1,2})[)）]?$", ""));
    if (departments.containsKey(said) || departments.containsKey(ReturnedList.folded(bare))) {
      return null;
    }
    String nearest = "";
    double least = NEAR;
    for (Map.Entry<String, String> known : departments.entrySet()) {
      int longer = Math.max(said.length(), known.getKey().length());
      double far = (double) distance(said, known.getKey()) / Math.max(1, longer);
      if (far < least) {
        least = far;
        nearest = known.getValue();
      }
    }
    return nearest;
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int change = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        corner = above;
      }
    }
    return row[other.length()];
  }
}
