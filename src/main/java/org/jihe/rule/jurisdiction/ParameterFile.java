package org.jihe.rule.jurisdiction;

import java.util.List;
import org.jihe.rule.folder.YamlFile;
import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * A jurisdiction's file as it stands.
 *
 * @param parts its keys
 * @param years what it says of some years
 */
record ParameterFile(YamlFile yaml, MappingNode parts, List<ParameterYears> years) {}
