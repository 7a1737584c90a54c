package org.jihe.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jihe.finding.ScoreAudit;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.table.Decimals;
import org.jihe.view.TextTable.Column;
import org.jspecify.annotations.Nullable;

/** A form's score audit as a table: what each line claims beside what its evidence supports. */
record AuditTable(Messages messages) {

  private static final int TEXT_LEAST = 8;

  /** The claimed total beside the supported range. */
  String heading(ScoreAudit audit) {
    return messages.text(
        "form.heading.audit",
        Map.of(
            "low",
            number(audit.total().low()),
            "high",
            number(audit.total().high()),
            "claimed",
            number(audit.total().claimed()),
            "over",
            number(audit.total().overClaimed()),
            "lines",
            number(audit.linesOverClaimed())));
  }

  /** One row a line. */
  TextTable of(ScoreAudit audit) {
    TextTable table =
        new TextTable(
            List.of(
                Column.number("#"),
                Column.text(text("column.item"), TEXT_LEAST),
                Column.number(text("column.maxScore")),
                Column.number(text("column.claimed")),
                Column.number(text("column.range")),
                Column.number(text("column.over")),
                Column.text(text("column.basis"), TEXT_LEAST),
                Column.text(text("column.arithmetic"), TEXT_LEAST)));
    int number = 0;
    for (ScoreAudit.Line line : audit.lines()) {
      boolean execution = line.basis() == ScoreAudit.Basis.EXECUTION || number == 0;
      table.row(
          execution ? "" : String.valueOf(number),
          execution ? text("audit.execution") : Visible.text(line.name()),
          number(line.maxScore()),
          number(line.claimed()),
          range(number(line.low()), number(line.high())),
          line.overClaimed().signum() == 0 ? "" : number(line.overClaimed()),
          text("basis." + line.basis().name().toLowerCase(Locale.ROOT)),
          Visible.text(line.arithmetic()));
      number++;
    }
    return table;
  }

  private static String range(String low, String high) {
    return low.equals(high) ? low : low + "–" + high;
  }

  private String number(@Nullable BigDecimal number) {
    BigDecimal plain = Decimals.plain(number);
    return plain == null ? text("audit.unknown") : plain.toPlainString();
  }

  private String text(String key) {
    return messages.text("form." + key);
  }
}
