package org.jihe.view;

import java.util.HashMap;
import java.util.Map;
import org.jihe.message.Messages;
import org.jihe.statistic.copied.CopiedText;

/** What was copied, in a sentence that a head of department understands. */
public final class CopiedTextSentence {

  private final Messages messages;

  /**
   * Sentences in one language.
   *
   * @param messages with the bundle {@code comparison}
   */
  public CopiedTextSentence(Messages messages) {
    this.messages = messages;
  }

  /** The sentence. */
  public String of(CopiedText one) {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("text", messages.text("copied.kind." + one.kind().key()));
    arguments.put("forms", Figures.count(one.forms()));
    arguments.put("departments", Figures.count(one.departments()));
    arguments.put("first", String.valueOf(one.firstYear()));
    arguments.put("last", String.valueOf(one.lastYear()));
    arguments.put("similarity", Decimal.percent(one.similarity()));
    String how = one.identical() ? "identical" : "alike";
    String where = one.common() ? "common" : one.departments() > 1 ? "departments" : "years";
    return messages.text("copied." + how + "." + where, arguments);
  }
}
