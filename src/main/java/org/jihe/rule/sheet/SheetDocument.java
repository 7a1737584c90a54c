package org.jihe.rule.sheet;

import org.jihe.rule.sheet.Comparison.Needs;

/** The document of a rule that is a row of a rule table (规则表), made of its row. */
final class SheetDocument {

  private SheetDocument() {}

  static String of(SheetRule rule) {
    String condition = rule.condition().inWords();
    String choice = rule.choice().isEmpty() ? "" : "（" + rule.choice() + "的指标）";
    String blank =
        rule.condition().comparison().needs() == Needs.NOTHING
            ? "其他情形。"
            : "条件不成立时。" + rule.condition().cellPrinted() + "空白或无法读取时，结果是“未评价”。";
    String where =
        rule.place().file()
            + (rule.place().sheet().isEmpty() ? "" : "，工作表“" + rule.place().sheet() + "”")
            + "，第 "
            + rule.place().row()
            + " 行";
    return """
        # %s

        %s

        ## 查什么

        %s：%s%s。

        ## 为什么

        %s

        ## 依据

        %s

        ## 何时报

        %s%s。

        ## 何时不报

        %s

        ## 怎么改

        %s

        ## 局限

        本规则来自规则表 %s。
        """
        .formatted(
            // The name that its author gave it stands wherever a title does.
            rule.name() + " " + rule.name(),
            "本单位的规则：" + condition + "。",
            rule.condition().cellPrinted(),
            condition,
            choice,
            rule.wording().note().isEmpty() ? "规则表没有写说明。" : rule.wording().note(),
            rule.wording().basis().isEmpty() ? "规则表没有写依据。" : rule.wording().basis(),
            condition,
            choice,
            blank,
            rule.wording().message(),
            where)
        .replaceAll("[ \t]+\n", "\n");
  }
}
