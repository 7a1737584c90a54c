package org.jihe.template.aspect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds in one pass over a text which of several word lists have a word in it. */
final class WordIndex {

  private record Word(String text, int list) {}

  private final Map<Character, List<Word>> byFirst = new HashMap<>();

  /** The characters with which a word begins. */
  private final BitSet first = new BitSet();

  /** Words that are in every text. */
  private final BitSet always = new BitSet();

  WordIndex(List<List<String>> lists) {
    for (int list = 0; list < lists.size(); list++) {
      for (String word : lists.get(list)) {
        if (word.isEmpty()) {
          always.set(list);
        } else {
          first.set(word.charAt(0));
          byFirst
              .computeIfAbsent(word.charAt(0), key -> new ArrayList<>())
              .add(new Word(word, list));
        }
      }
    }
  }

  /** Numbers of the lists of which the text holds a word. */
  BitSet foundIn(String text) {
    BitSet found = (BitSet) always.clone();
    for (int at = 0; at < text.length(); at++) {
      if (first.get(text.charAt(at))) {
        for (Word word : byFirst.getOrDefault(text.charAt(at), List.of())) {
          if (text.startsWith(word.text, at)) {
            found.set(word.list);
          }
        }
      }
    }
    return found;
  }
}
