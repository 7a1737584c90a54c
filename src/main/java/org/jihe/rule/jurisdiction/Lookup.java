package org.jihe.rule.jurisdiction;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map for names that rules look up a thousand times a form. The names that rules hold
 * are literals and the keys are interned, so that one comparison of references nearly always
 * decides.
 */
final class Lookup<T> extends AbstractMap<String, T> implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Places for every key: most keys then stand where their hash says. */
  private static final int ROOM = 4;

  private final Map<String, T> entries;
  private final transient @Nullable String[] keys;
  private final transient @Nullable Object[] values;

  /** A map's entries; itself where it is one, so that what is shared stays so. */
  static <T> Map<String, T> of(Map<String, T> entries) {
    return entries instanceof Lookup ? entries : new Lookup<>(entries);
  }

  private Lookup(Map<String, T> entries) {
    this.entries = Map.copyOf(entries);
    int places = Integer.highestOneBit(Math.max(1, entries.size()) * ROOM);
    keys = new String[places];
    values = new Object[places];
    entries.forEach(
        (key, value) -> {
          int place = key.hashCode() & (keys.length - 1);
          while (keys[place] != null) {
            place = (place + 1) & (keys.length - 1);
          }
          keys[place] = key.intern();
          values[place] = value;
        });
  }

  @Override
  @SuppressWarnings("unchecked") // values hold what the constructor was given
  public @Nullable T get(@Nullable Object name) {
    if (name == null) {
      return null;
    }
    int place = name.hashCode() & (keys.length - 1);
    for (String key = keys[place]; key != null; key = keys[place]) {
      if (isSame(key, name)) {
        return (T) values[place];
      }
      place = (place + 1) & (keys.length - 1);
    }
    return null;
  }

  @SuppressWarnings("ReferenceEquality") // a shortcut; equals decides
  private static boolean isSame(String key, Object name) {
    return key == name || key.equals(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public Set<Entry<String, T>> entrySet() {
    return entries.entrySet();
  }

  /** Only the entries travel; the keys are literals again where they arrive. */
  private Object readResolve() {
    return new Lookup<>(entries);
  }
}
