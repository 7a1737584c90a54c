package org.jihe.rule.catalogue;

import java.util.Map;
import java.util.stream.Collectors;
import org.jihe.finding.Severity;
import org.jihe.rule.drl.RuleInfo;

/** The catalogue as one page in Markdown (规则目录): {@code rules/INDEX.md}. */
final class RuleIndex {

  private static final Map<String, String> BASES =
      Map.of(
          "10", "财预〔2020〕10号",
          "101", "财预〔2021〕101号",
          "practice", "审核实务",
          "logic", "算术或常理",
          "local", "本单位");

  private RuleIndex() {}

  /** The page of a catalogue, family by family. */
  static String of(RuleCatalogue catalogue) {
    StringBuilder page = new StringBuilder();
    page.append("# 规则目录 / Rule index\n\n");
    page.append("由程序生成：").append(catalogue.list().size()).append(" 条规则。");
    page.append("改动规则后用 `-Djihe.update=true` 运行 `RuleIndexTest` 更新。\n");
    page.append("Generated from the rules; severity 错误 error, 疑点 doubt, 提示 note.\n");
    String family = "";
    for (RuleCatalogue.Entry entry : catalogue.list()) {
      RuleInfo rule = entry.info();
      if (!rule.family().equals(family)) {
        family = rule.family();
        page.append("\n## ").append(family).append("\n\n");
        page.append("| 规则 | 级别 | 查出什么 | 依据 | English |\n|---|---|---|---|---|\n");
      }
      page.append("| [").append(entry.title()).append("](");
      page.append(family).append('/').append(rule.id()).append(".md) | ");
      page.append(severities(rule)).append(" | ");
      page.append(cell(entry.summary())).append(" | ");
      page.append(BASES.getOrDefault(rule.basis(), rule.basis())).append(" | ");
      page.append('`').append(rule.id()).append("` ").append(cell(entry.english())).append(" |\n");
    }
    return page.toString();
  }

  private static String severities(RuleInfo rule) {
    return rule.severities().stream().map(RuleIndex::severity).collect(Collectors.joining("、"));
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "错误";
      case DOUBT -> "疑点";
      case NOTE -> "提示";
    };
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
