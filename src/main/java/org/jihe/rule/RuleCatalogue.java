package org.jihe.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.rule.RuleException.Problem;
import org.jspecify.annotations.Nullable;

/** The rules with their documentation, for people. */
public final class RuleCatalogue {

  private final List<Entry> entries;
  private final Map<String, String> documents;

  /**
   * One rule.
   *
   * @param info what its annotations say
   * @param title its Chinese name
   * @param summary one line on what it finds, in Chinese
   */
  public record Entry(RuleInfo info, String title, String summary) {}

  private RuleCatalogue(List<Entry> entries, Map<String, String> documents) {
    this.entries = List.copyOf(entries);
    this.documents = documents;
  }

  /**
   * Reads the catalogue; the rules' conditions are not compiled.
   *
   * @param rules folder of rules, or null for those that come with the program
   * @throws RuleException where an annotation is wrong or a rule has no document
   */
  public static RuleCatalogue open(@Nullable Path rules) throws RuleException {
    RuleSources sources = RuleSources.open(rules);
    RuleFolder folder = sources.folder();
    Map<String, String> tables = sources.sheets().documents();
    List<Entry> entries = new ArrayList<>();
    Map<String, String> documents = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (RuleHeader header : sources.headers()) {
      RuleInfo info = header.info();
      String path = info.family() + "/" + info.id() + ".md";
      String row = tables.get(info.id());
      String text = row == null ? folder.text(path) : row;
      if (text == null) {
        problems.add(new Problem(folder.display(path), 0, "the rule's document is missing"));
        continue;
      }
      RuleDocument document = RuleDocument.parse(text);
      entries.add(new Entry(info, document.title(), document.summary()));
      documents.put(info.id(), text);
    }
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
    return new RuleCatalogue(entries, documents);
  }

  /** All rules in order of family and id. */
  public List<Entry> list() {
    return entries;
  }

  /** A rule's document in Markdown, or null where there is no such rule. */
  public @Nullable String show(String ruleId) {
    return documents.get(ruleId);
  }
}
