package org.jihe.template.row;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jihe.form.Texts;
import org.jspecify.annotations.Nullable;

/**
 * How labels are compared: without white space, full-width forms folded, no colon at the end. The
 * labels of a template are keys already.
 */
public final class Labels {

  private static final Pattern END = Pattern.compile("[:;,、]+$");
  private static final String ENDS = ":;,、";

  private Labels() {}

  /** A text as it is compared: folded, without white space and without a colon at its end. */
  public static String key(String text) {
    String folded = Texts.folded(text);
    if (folded.isEmpty() || ENDS.indexOf(folded.charAt(folded.length() - 1)) < 0) {
      return folded;
    }
    return END.matcher(folded).replaceAll("");
  }

  /** The key without what stands in brackets: {@code 产出指标(50分)} is {@code 产出指标}. */
  public static String bareKey(String text) {
    return bare(key(text));
  }

  /** A key without what stands in brackets. */
  public static String bare(String key) {
    int open = key.indexOf('(');
    if (open < 0) {
      return key;
    }
    StringBuilder bare = new StringBuilder(key.length());
    int from = 0;
    while (open >= 0) {
      int end = open + 1;
      while (end < key.length() && key.charAt(end) != '(' && key.charAt(end) != ')') {
        end++;
      }
      if (end < key.length() && key.charAt(end) == ')') {
        bare.append(key, from, open);
        from = end + 1;
      }
      open = key.indexOf('(', end);
    }
    return bare.append(key, from, key.length()).toString();
  }

  /** What stands behind a colon in front, or the whole where none stands there. */
  public static String withoutColon(String label) {
    boolean colon = label.startsWith(":") || label.startsWith("：");
    return colon ? label.substring(1) : label;
  }

  /** True for one pair of brackets and what stands in it, such as {@code (10分)}. */
  public static boolean isBracket(String key) {
    return key.startsWith("(") && key.indexOf(')') == key.length() - 1 && key.lastIndexOf('(') == 0;
  }

  /** True where the key is one of the labels. */
  public static boolean isOneOf(String key, Collection<String> labels) {
    return labels.contains(key);
  }

  /** Name of the entry that has the label, or null. */
  public static @Nullable String nameOf(String key, Map<String, List<String>> labels) {
    if (labels instanceof Aliases aliases) {
      return aliases.name(key);
    }
    for (Map.Entry<String, List<String>> entry : labels.entrySet()) {
      if (isOneOf(key, entry.getValue())) {
        return entry.getKey();
      }
    }
    return null;
  }

  /** True where the key begins with one of the labels. */
  public static boolean beginsWithOne(String key, List<String> labels) {
    for (String label : labels) {
      if (key.startsWith(label)) {
        return true;
      }
    }
    return false;
  }

  /** True where the key holds one of the labels. */
  public static boolean holdsOne(String key, List<String> labels) {
    for (String label : labels) {
      if (key.contains(label)) {
        return true;
      }
    }
    return false;
  }

  /** True where the key is the whole or a torn-off part of one of the labels. */
  public static boolean isPartOf(String key, Collection<String> labels) {
    for (String label : labels) {
      if (!key.isEmpty() && label.contains(key)) {
        return true;
      }
    }
    return false;
  }
}
