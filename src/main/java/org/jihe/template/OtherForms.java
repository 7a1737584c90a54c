package org.jihe.template;

import java.util.List;
import java.util.regex.Pattern;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;

/** Tables of the same trade that are no self-evaluations of projects, by their titles. */
final class OtherForms {

  private static final Pattern TITLE =
      Pattern.compile(
          ".*(?:绩效(?:运行)?(?:监控|监测|跟踪).*表|绩效目标(?:申报|批复|审核|编制|调整)?表"
              + "|评分表|打分表|评价指标(?:体系|评分)?表?|整体(?:支出)?绩效.*表|转移支付.*绩效.*表"
              + "|事前绩效评估.*表|绩效自评(?:结果)?汇总表|指标体系)(?:\\(.*\\))?");

  private static final int LONGEST = 40;
  private static final int ROWS = 6;

  private OtherForms() {}

  /** A refusal with the title of another kind of table; itself where none is met on top. */
  static Quarantined named(Quarantined refused, List<PrintedRow> rows) {
    boolean open = refused.reason() == Reason.TRUNCATED || refused.reason() == Reason.NO_FORM_FOUND;
    for (PrintedRow row : rows.subList(0, open ? Math.min(ROWS, rows.size()) : 0)) {
      for (Token token : row.tokens()) {
        if (token.key().length() <= LONGEST && TITLE.matcher(token.key()).matches()) {
          return new Quarantined(
              refused.file(), refused.place(), Reason.OTHER_FORM, token.text(), refused.excerpt());
        }
      }
    }
    return refused;
  }
}
