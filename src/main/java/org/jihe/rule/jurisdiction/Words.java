package org.jihe.rule.jurisdiction;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A jurisdiction's list of words, in its order, to be looked for in texts. Most texts have none of
 * them, which a look at their characters tells without a comparison.
 */
public final class Words extends AbstractList<String> implements RandomAccess, Serializable {

  private static final long serialVersionUID = 1L;

  private static final int BITS = 1024;

  private final String[] words;

  /** A bit for the first character of every word, and whatever falls on the same bit. */
  private final transient long[] first = new long[BITS / Long.SIZE];

  /** The same of the last characters. */
  private final transient long[] last = new long[BITS / Long.SIZE];

  private Words(String[] words) {
    this.words = words;
    for (String word : words) {
      mark(first, word.charAt(0));
      mark(last, word.charAt(word.length() - 1));
    }
  }

  /**
   * The words of a list.
   *
   * @throws IllegalArgumentException where one is empty: it would be found everywhere
   */
  public static Words of(List<String> words) {
    if (words.contains("")) {
      throw new IllegalArgumentException("an empty word");
    }
    return new Words(words.toArray(String[]::new));
  }

  @Override
  public String get(int index) {
    return words[index];
  }

  @Override
  public int size() {
    return words.length;
  }

  @Override
  public boolean contains(@Nullable Object text) {
    if (text instanceof String wanted && !wanted.isEmpty() && has(first, wanted.charAt(0))) {
      for (String word : words) {
        if (word.equals(wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The first word, in the order of the list, that the text contains; null where there is none. */
  @Nullable String in(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (has(first, text.charAt(i))) {
        for (String word : words) {
          if (text.contains(word)) {
            return word;
          }
        }
        return null;
      }
    }
    return null;
  }

  /** True where the text begins with one of the words. */
  boolean begin(String text) {
    if (!text.isEmpty() && has(first, text.charAt(0))) {
      for (String word : words) {
        if (text.startsWith(word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The longest word that stands in the text at this place; null where none does. */
  @Nullable String at(String text, int place) {
    if (!has(first, text.charAt(place))) {
      return null;
    }
    String longest = null;
    for (String word : words) {
      if (text.startsWith(word, place) && (longest == null || word.length() > longest.length())) {
        longest = word;
      }
    }
    return longest;
  }

  /** True where the text ends with one of the words. */
  boolean end(String text) {
    if (!text.isEmpty() && has(last, text.charAt(text.length() - 1))) {
      for (String word : words) {
        if (text.endsWith(word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Only the words travel. */
  private Object readResolve() {
    return new Words(words);
  }

  private static void mark(long[] bits, char c) {
    // A shift by 64 and more counts modulo 64.
    bits[c % BITS / Long.SIZE] |= 1L << c;
  }

  private static boolean has(long[] bits, char c) {
    return (bits[c % BITS / Long.SIZE] & 1L << c) != 0;
  }
}
