package org.jihe.rule.authoring;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.rule.catalogue.RuleCatalogue;
import org.jihe.rule.catalogue.RuleMessages;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.WrongFile;
import org.jspecify.annotations.Nullable;

/** Looks at the bundles of messages, family by family. */
final class MessageLint {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private final LintNotes notes;

  MessageLint(LintNotes notes) {
    this.notes = notes;
  }

  void look() throws RuleException {
    Map<String, Set<String>> families = new TreeMap<>();
    for (DrlFile file : notes.files()) {
      families.computeIfAbsent(file.family(), family -> new TreeSet<>()).add(file.name());
    }
    for (Map.Entry<String, Set<String>> family : families.entrySet()) {
      family(family.getKey(), family.getValue());
    }
  }

  private void family(String family, Set<String> rules) throws RuleException {
    Map<String, String> chinese = bundle(family, Language.ZH, rules);
    Map<String, String> english = bundle(family, Language.EN, rules);
    String path = RuleMessages.path(family, Language.EN);
    for (String rule : rules) {
      if (!english.isEmpty() && english.getOrDefault(rule + RuleCatalogue.TITLE, "").isBlank()) {
        notes.wrong(path, "messages.title", Map.of("rule", rule));
      }
      Set<String> here = placeholders(english.get(rule));
      Set<String> there = placeholders(chinese.get(rule));
      if (english.containsKey(rule) && chinese.containsKey(rule) && !here.equals(there)) {
        notes.wrong(
            path,
            "messages.placeholders",
            Map.of("rule", rule, "english", shown(here), "chinese", shown(there)));
      }
    }
  }

  /** A family's messages in a language; none where they cannot be read. */
  private Map<String, String> bundle(String family, Language language, Set<String> rules)
      throws RuleException {
    String path = RuleMessages.path(family, language);
    String text = notes.folder().text(path);
    if (text == null) {
      notes.wrong(path, "messages.missing", Map.of());
      return Map.of();
    }
    notes.unfinished(path);
    try {
      Map<String, String> bundle = Messages.read(new StringReader(text));
      complete(path, bundle, rules);
      return bundle;
    } catch (IOException | IllegalArgumentException e) {
      notes.add(WrongFile.bundle(notes.folder().display(path), text, e));
      return Map.of();
    }
  }

  private void complete(String path, Map<String, String> bundle, Set<String> rules) {
    for (String rule : rules) {
      if (bundle.getOrDefault(rule, "").isBlank()) {
        notes.wrong(path, "messages.none", Map.of("rule", rule));
      }
    }
    for (String key : new TreeSet<>(bundle.keySet())) {
      String rule =
          key.endsWith(RuleCatalogue.TITLE) ? key.substring(0, key.lastIndexOf('.')) : key;
      if (!rules.contains(rule)) {
        notes.wrong(path, "messages.stray", Map.of("key", key));
      }
    }
  }

  private static Set<String> placeholders(@Nullable String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text == null ? "" : text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static String shown(Set<String> placeholders) {
    return placeholders.isEmpty() ? "—" : "{" + String.join("} {", placeholders) + "}";
  }
}
