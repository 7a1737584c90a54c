package org.jihe.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jihe.form.FormPath;
import org.jihe.message.Messages;
import org.jihe.statistic.outlier.Outlier;
import org.jihe.statistic.outlier.OutlierMeasure;
import org.jihe.statistic.outlier.PeerGroup;
import org.jspecify.annotations.Nullable;

/** What stands out, in a sentence that a head of department understands. */
public final class OutlierText {

  private final Messages messages;
  private final Map<String, String> jurisdictions;

  /**
   * Sentences in one language.
   *
   * @param messages with the bundle {@code comparison}
   * @param jurisdictions names of jurisdictions by id
   */
  public OutlierText(Messages messages, Map<String, String> jurisdictions) {
    this.messages = messages;
    this.jurisdictions = jurisdictions;
  }

  /** The sentence. */
  public String sentence(Outlier outlier) {
    boolean high = outlier.value() > outlier.median();
    OutlierMeasure measure = outlier.measure();
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("value", number(measure, outlier.value()));
    arguments.put("median", number(measure, outlier.median()));
    arguments.put("peers", outlier.peers());
    arguments.put("group", group(outlier.peerGroup()));
    arguments.put("like", Objects.requireNonNullElse(outlier.peerGroup().like(), ""));
    arguments.put("row", FormPath.rowOf(outlier.subject()) + 1);
    return messages.text("outlier." + measure.key() + (high ? ".high" : ".low"), arguments);
  }

  /** A measure's name for people. */
  public String name(OutlierMeasure measure) {
    return messages.text("outlier.measure." + measure.key());
  }

  /** Who the peers are. */
  String group(PeerGroup group) {
    String kind = group.projectKind();
    if (kind == null && group.sizeClass() == null && group.jurisdiction() == null) {
      return messages.text("outlier.group.all");
    }
    return messages.text(
        "outlier.group",
        Map.of(
            "kind",
            messages.text("outlier.kind." + Objects.requireNonNullElse(kind, "any")),
            "size",
            part("outlier.size.", group.sizeClass()),
            "jurisdiction",
            jurisdiction(group.jurisdiction())));
  }

  private String part(String key, @Nullable String name) {
    return name == null ? "" : messages.text(key + name);
  }

  /** What nobody has named need not be told. */
  private String jurisdiction(@Nullable String id) {
    return id == null || jurisdictions.size() < 2
        ? ""
        : messages.text("outlier.in", Map.of("jurisdiction", jurisdictions.getOrDefault(id, id)));
  }

  private static String number(OutlierMeasure measure, double value) {
    return switch (measure) {
      case EXECUTION_RATE, FULL_MARKS, INDICATOR_SCORE -> Decimal.percent(value);
      case ADJUSTMENT -> Decimal.percent(Math.pow(10, value));
      case UNIT_COST -> Decimal.of(Math.pow(10, value), 0);
      case INDICATORS -> Decimal.of(value, 0);
      case OVERCLAIMED, SCORE_MINUS_RATE, SCORE_AGAINST_FINDINGS, DEPARTMENT_SCORE ->
          Decimal.of(value, 1);
    };
  }
}
