package org.jihe.rule.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.message.Messages;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.RuleFolder;
import org.jspecify.annotations.Nullable;

/** The rules with their documentation, for people. */
public final class RuleCatalogue {

  /** Ending of the key of a rule's title in a bundle. */
  public static final String TITLE = ".title";

  private final List<Entry> entries;
  private final Map<String, String> documents;

  /**
   * One rule.
   *
   * @param info what its annotations say
   * @param title its Chinese name
   * @param english its English name; the id where none is written
   * @param summary one line on what it finds, in Chinese
   */
  public record Entry(RuleInfo info, String title, String english, String summary) {}

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
        problems.add(Problem.of(folder.display(path), 0, "document.missing", Map.of()));
        continue;
      }
      RuleDocument document = RuleDocument.parse(text);
      String english = row == null ? englishTitle(folder, info) : document.title();
      entries.add(new Entry(info, document.title(), english, document.summary()));
      documents.put(info.id(), text);
    }
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
    return new RuleCatalogue(entries, documents);
  }

  private static String englishTitle(RuleFolder folder, RuleInfo info) throws RuleException {
    String title = info.id();
    for (RuleFolder layer : folder.layers()) {
      String bundle = layer.text(info.family() + "/messages_en.properties");
      try {
        title =
            bundle == null
                ? title
                : Messages.read(new StringReader(bundle)).getOrDefault(info.id() + TITLE, title);
      } catch (IOException | IllegalArgumentException e) {
        // A bundle that cannot be read is told where messages are needed.
      }
    }
    return title;
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
