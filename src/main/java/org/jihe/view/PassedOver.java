package org.jihe.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jihe.message.Messages;

/** Says what was passed over in the folders of the inputs. */
public final class PassedOver {

  private static final int MOST_KINDS = 10;

  /** What the program itself wrote comes first, then what there is most of. */
  private static final Comparator<Map.Entry<String, Long>> ORDER =
      Comparator.comparing((Map.Entry<String, Long> each) -> !isKind(each.getKey()))
          .thenComparing(Map.Entry.<String, Long>comparingByValue().reversed());

  private PassedOver() {}

  /**
   * One line of text.
   *
   * @param counts how many of what: the ending of files, or a kind in capital letters; not empty
   */
  public static String text(Messages messages, Map<String, Long> counts) {
    List<String> parts = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(ORDER)
        .limit(MOST_KINDS)
        .forEach(each -> parts.add(name(messages, each.getKey()) + count(each.getValue())));
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    String kinds = String.join(messages.text("summary.comma"), parts);
    return messages.text("summary.passedOver", Map.of("count", Figures.count(all), "kinds", kinds));
  }

  /** Endings of files are written in small letters. */
  private static boolean isKind(String key) {
    return Character.isUpperCase(key.charAt(0));
  }

  private static String name(Messages messages, String key) {
    String name = messages.find("passedOver." + key);
    return name == null ? "." + key : name;
  }

  private static String count(long count) {
    return " " + Figures.count(count);
  }
}
