package org.jihe.template.row;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Labels by what they name, in order, and ready to be looked up; not changed once made. */
public final class Aliases extends LinkedHashMap<String, List<String>> {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, String> names = new HashMap<>();

  /**
   * Labels by what they name; a label of several names stands for the first.
   *
   * @param labels lists of keys
   */
  public Aliases(Map<String, List<String>> labels) {
    super(labels);
    labels.forEach((name, all) -> all.forEach(label -> names.putIfAbsent(label, name)));
  }

  /** What a label names, or null. */
  @Nullable String name(String label) {
    return names.get(label);
  }
}
