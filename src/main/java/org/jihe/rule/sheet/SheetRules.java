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
            problems.add(
                taken(rule, "table.duplicate", same.place().file() + ":" + same.place().row()));
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
        rule.place().file(),
        rule.place().row(),
        key,
        Map.of(
            "place", SheetTable.place(rule.place().sheet(), "", rule.place().row()),
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
      files.add(new DrlFile(rule.place().file(), RuleFolder.LOCAL, rule.name(), drl(rule)));
    }
    return files;
  }

  /** Message patterns by rule. */
  public Map<String, String> messages(Language language) {
    Map<String, String> messages = new HashMap<>();
    for (SheetRule rule : rules) {
      messages.put(
          rule.name(),
          language == Language.ZH ? rule.wording().message() : rule.wording().english());
    }
    return messages;
  }

  /** Documents made of the rows, by rule. */
  public Map<String, String> documents() {
    Map<String, String> documents = new HashMap<>();
    rules.forEach(rule -> documents.put(rule.name(), SheetDocument.of(rule)));
    return documents;
  }

  private static String drl(SheetRule rule) {
    SheetRule.Condition condition = rule.condition();
    CellChoice cells = rule.cells();
    // Where indicators are chosen, only the chosen ones must be filled in: the fact sees to that.
    boolean whole = rule.choice().isEmpty() && condition.comparison().needs() != Needs.NOTHING;
    String[] row = {
      rule.name(),
      rule.severity().name(),
      SheetRule.isOfIndicators(cells.path()) ? "indicator" : "form",
      literal(whole ? cells.path() : ""),
      literal(cells.path()),
      literal(cells.category()),
      literal(cells.aspect()),
      literal(cells.name()),
      condition.comparison().name(),
      literal(condition.value()),
      literal(condition.unit()),
      literal(condition.printed())
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
}
