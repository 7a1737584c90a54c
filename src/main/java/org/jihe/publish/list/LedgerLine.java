package org.jihe.publish.list;

import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger of what is put right (整改台账). Texts may be empty.
 *
 * @param key what the matter is known by
 * @param item the item as it is now; null where it is gone
 * @param state how far it is, as a Chinese name
 * @param stands whether the last check still finds it
 * @param replied when the department replied last
 * @param decidedBy who decided for the bureau
 * @param decided when
 * @param source file and row that brought the reply
 */
public record LedgerLine(
    String key,
    @Nullable Item item,
    String department,
    String year,
    String project,
    String place,
    String problem,
    String state,
    boolean stands,
    String text,
    String by,
    String replied,
    String opinion,
    String decidedBy,
    String decided,
    String source) {

  /** Whether the last check still finds it, for people. */
  public String found() {
    return stands ? "仍存在" : "已消除";
  }

  /** True where somebody has said something. */
  public boolean isAnswered() {
    return !(replied.isEmpty() && decided.isEmpty());
  }

  /** The severity's Chinese name; empty where it is not known any more. */
  public String severity() {
    Item now = item;
    if (now == null) {
      return "";
    }
    return switch (now.severity()) {
      case ERROR -> "错误";
      case DOUBT -> "疑点";
      case NOTE -> "提示";
    };
  }
}
