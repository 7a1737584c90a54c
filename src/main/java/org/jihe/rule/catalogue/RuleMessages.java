package org.jihe.rule.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.folder.WrongFile;

/** The message patterns of rules, from the bundles of their families and from rule tables. */
public final class RuleMessages {

  private final RuleFolder folder;
  private final Language language;
  private final Map<String, String> messages;
  private final List<Problem> problems = new ArrayList<>();

  private RuleMessages(RuleSources sources, Language language) {
    this.folder = sources.folder();
    this.language = language;
    this.messages = new TreeMap<>(sources.sheets().messages(language));
  }

  /**
   * Message patterns by rule id.
   *
   * @throws RuleException where a bundle is missing or cannot be read, or a rule has no message
   */
  public static Map<String, String> of(
      List<RuleHeader> headers, RuleSources sources, Language language) throws RuleException {
    RuleMessages reader = new RuleMessages(sources, language);
    List<RuleInfo> rules = headers.stream().map(RuleHeader::info).toList();
    reader.readBundles(rules);
    if (reader.problems.isEmpty()) {
      reader.demandMessages(rules);
    }
    if (!reader.problems.isEmpty()) {
      throw new RuleException(reader.problems);
    }
    return reader.messages;
  }

  /** Path of a family's bundle. */
  public static String path(String family, Language language) {
    return family + "/messages_" + language.code() + ".properties";
  }

  private void readBundles(List<RuleInfo> rules) throws RuleException {
    Set<String> families = new LinkedHashSet<>();
    for (RuleInfo rule : rules) {
      if (!messages.containsKey(rule.id())) {
        families.add(rule.family());
      }
    }
    for (String family : families) {
      String path = path(family, language);
      boolean found = false;
      for (RuleFolder layer : folder.layers()) {
        String text = layer.text(path);
        if (text != null) {
          found = true;
          readBundle(layer.display(path), text);
        }
      }
      if (!found) {
        problems.add(Problem.of(folder.display(path), 0, "messages.missing", Map.of()));
      }
    }
  }

  private void readBundle(String file, String text) {
    try {
      messages.putAll(Messages.read(new StringReader(text)));
    } catch (IOException | IllegalArgumentException e) {
      problems.add(WrongFile.bundle(file, text, e));
    }
  }

  private void demandMessages(List<RuleInfo> rules) {
    for (RuleInfo rule : rules) {
      if (!messages.containsKey(rule.id())) {
        String file = folder.display(path(rule.family(), language));
        problems.add(Problem.of(file, 0, "messages.none", Map.of("rule", rule.id())));
      }
    }
  }
}
