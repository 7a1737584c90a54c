package org.jihe.rule.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.template.DataProviderCompiler;
import org.drools.template.objects.ArrayDataProvider;
import org.jihe.message.Language;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.RuleName;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.sheet.Comparison.Needs;

/** The rules of a folder that are rows of rule tables (规则表), and what Drools is given of them. */
public final class SheetRules {

  private static final String TEMPLATE = "sheet-rule.drt";

  private final List<SheetRule> rules;

  private SheetRules(List<SheetRule> rules) {
    this.rules = List.copyOf(rules);
  }

  public static SheetRules none() {
    return new SheetRules(List.of());
  }

  /**
   * Reads every table of a folder.
   *
   * @throws RuleException with file, row and cell of everything that is wrong in any of them
   */
  public static SheetRules of(RuleFolder folder) throws RuleException {
    if (!(folder instanceof RuleFolder.Directory directory)) {
      return none();
    }
    List<SheetRule> rules = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Map<String, SheetRule> names = new HashMap<>();
    for (String path : directory.tables()) {
      try {
        List<Sheet> sheets = SheetReader.read(directory.display(path), directory.bytes(path));
        for (SheetRule rule : SheetRows.read(sheets, problems::add)) {
          SheetRule same = names.putIfAbsent(rule.name(), rule);
          if (same != null) {
            problems.add(taken(rule, "table.duplicate", same.file() + ":" + same.row()));
          }
          rules.add(rule);
        }
      } catch (RuleException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
    return new SheetRules(rules);
  }

  /** These rules and others. */
  public SheetRules with(SheetRules more) {
    List<SheetRule> all = new ArrayList<>(rules);
    all.addAll(more.rules);
    return new SheetRules(all);
  }

  /** Rules whose name another rule has already. */
  public List<Problem> clashes(List<RuleName> others) {
    List<Problem> problems = new ArrayList<>();
    for (RuleName other : others) {
      for (SheetRule rule : rules) {
        if (rule.name().equals(other.name())) {
          problems.add(taken(rule, "table.clash", other.family()));
        }
      }
    }
    return problems;
  }

  private static Problem taken(SheetRule rule, String key, String other) {
    return Problem.of(
        rule.file(),
        rule.row(),
        key,
        Map.of(
            "place", SheetRows.place(rule.sheet(), "", rule.row()),
            "name", rule.name(),
            "other", other));
  }

  /** The rules in the order of the tables. */
  public List<SheetRule> rules() {
    return rules;
  }

  /** The rules as Drools reads them. */
  public List<DrlFile> drl() {
    List<DrlFile> files = new ArrayList<>();
    for (SheetRule rule : rules) {
      files.add(new DrlFile(rule.file(), RuleFolder.LOCAL, rule.name(), drl(rule)));
    }
    return files;
  }

  /** Message patterns by rule. */
  public Map<String, String> messages(Language language) {
    Map<String, String> messages = new HashMap<>();
    for (SheetRule rule : rules) {
      messages.put(rule.name(), language == Language.ZH ? rule.message() : rule.english());
    }
    return messages;
  }

  /** Documents made of the rows, by rule. */
  public Map<String, String> documents() {
    Map<String, String> documents = new HashMap<>();
    rules.forEach(rule -> documents.put(rule.name(), document(rule)));
    return documents;
  }

  private static String drl(SheetRule rule) {
    boolean ofIndicators = rule.cell().startsWith("indicators[]");
    // Where indicators are chosen, only the chosen ones must be filled in: the fact sees to that.
    boolean whole = rule.choice().isEmpty() && rule.comparison().needs() != Needs.NOTHING;
    String[] row = {
      rule.name(),
      rule.severity().name(),
      ofIndicators ? "indicator" : "form",
      literal(whole ? rule.cell() : ""),
      literal(rule.cell()),
      literal(rule.category()),
      literal(rule.aspect()),
      literal(rule.indicator()),
      rule.comparison().name(),
      literal(rule.value()),
      literal(rule.unit()),
      literal(rule.printed())
    };
    try (InputStream template = SheetRules.class.getResourceAsStream(TEMPLATE)) {
      if (template == null) {
        throw new IllegalStateException("the program was built without " + TEMPLATE);
      }
      return new DataProviderCompiler()
          .compile(new ArrayDataProvider(new String[][] {row}), template);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text as a string of Java source in ASCII. */
  private static String literal(String text) {
    StringBuilder source = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        source.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        source.append("\\u").append(String.format(java.util.Locale.ROOT, "%04x", (int) c));
      } else {
        source.append(c);
      }
    }
    return source.append('"').toString();
  }

  /** A rule's document, made of its row. */
  private static String document(SheetRule rule) {
    String choice = rule.choice().isEmpty() ? "" : "（" + rule.choice() + "的指标）";
    String blank =
        rule.comparison().needs() == Needs.NOTHING
            ? "其他情形。"
            : "条件不成立时。" + rule.cellPrinted() + "空白或无法读取时，结果是“未评价”。";
    String where =
        rule.file()
            + (rule.sheet().isEmpty() ? "" : "，工作表“" + rule.sheet() + "”")
            + "，第 "
            + rule.row()
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
            rule.name() + " " + rule.condition(),
            "本单位的规则：" + rule.condition() + "。",
            rule.cellPrinted(),
            rule.condition(),
            choice,
            rule.note().isEmpty() ? "规则表没有写说明。" : rule.note(),
            rule.basis().isEmpty() ? "规则表没有写依据。" : rule.basis(),
            rule.condition(),
            choice,
            blank,
            rule.message(),
            where)
        .replaceAll("[ \t]+\n", "\n");
  }
}
