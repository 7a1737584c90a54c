package org.jihe.rule.jurisdiction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.rule.folder.YamlFile;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What the files of a jurisdiction say of where its parameters come from: of each what is said
 * last, and nothing where the last file to set it says nothing.
 */
final class ParameterSources {

  private final Map<String, List<Source>> byParameter = new TreeMap<>();

  /** Of the file itself and those that it inherits. */
  static List<Source> of(List<ParameterFile> chain) {
    ParameterSources sources = new ParameterSources();
    for (ParameterFile file : chain) {
      Map<String, List<Source>> said = new LinkedHashMap<>();
      sections(file, file.parts(), said);
      file.years().forEach(years -> sections(file, years.parts(), said));
      sources.byParameter.putAll(said);
    }
    return sources.byParameter.values().stream().flatMap(List::stream).toList();
  }

  private static void sections(
      ParameterFile file, MappingNode parts, Map<String, List<Source>> said) {
    file.yaml()
        .fields(parts)
        .forEach(
            (key, node) -> {
              if (ParameterSections.KEYS.contains(key)) {
                walk(file.yaml(), key, node, said);
              }
            });
  }

  private static void walk(YamlFile yaml, String name, Node node, Map<String, List<Source>> said) {
    List<Source> here = said.computeIfAbsent(name, any -> new ArrayList<>(0));
    if (SourcedValue.is(node)) {
      here.add(SourcedValue.source(yaml, name, node));
    } else if (node instanceof MappingNode) {
      yaml.fields(node).forEach((key, value) -> walk(yaml, name + "." + key, value, said));
    }
  }

  /** The years of which values with a source say something, as first and last. */
  static List<SourcedValue> limited(ParameterFile file) {
    List<SourcedValue> limited = new ArrayList<>();
    addLimited(file.yaml(), file.parts(), limited);
    return limited;
  }

  private static void addLimited(YamlFile yaml, Node node, List<SourcedValue> limited) {
    if (SourcedValue.is(node)) {
      SourcedValue value = SourcedValue.of(yaml, node);
      if (!value.holds(null)) {
        limited.add(value);
      }
    } else if (node instanceof MappingNode) {
      yaml.fields(node).values().forEach(value -> addLimited(yaml, value, limited));
    }
  }
}
