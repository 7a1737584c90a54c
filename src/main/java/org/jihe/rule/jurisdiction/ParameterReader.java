package org.jihe.rule.jurisdiction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.folder.YamlFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a jurisdiction's parameters. A file may inherit another: what it names replaces what it
 * inherits, one threshold or list at a time.
 */
public final class ParameterReader {

  private final String jurisdiction;
  private final Set<String> used;

  /** What is wrong; what several years inherit is told once. */
  private final Set<Problem> problems = new LinkedHashSet<>();

  private ParameterReader(String jurisdiction, Set<String> used) {
    this.jurisdiction = jurisdiction;
    this.used = used;
  }

  /**
   * A jurisdiction with all that it inherits. For a year, what a file says of that year comes after
   * what it says of all years, and before what says a file that inherits it.
   *
   * @param used names of thresholds and words that rules use; a file that inherits may give these
   *     and those that it inherits, and no others: they would decide nothing
   * @throws RuleException with file and line of everything that is wrong
   */
  public static Jurisdiction read(RuleFolder folder, String jurisdiction, Set<String> used)
      throws RuleException {
    return new ParameterReader(jurisdiction, used).read(folder);
  }

  private Jurisdiction read(RuleFolder folder) throws RuleException {
    List<ParameterFile> chain = ParameterFiles.read(folder, jurisdiction, problems);
    demandNoProblem();
    Parameters anyYear = parameters(chain, null);
    List<Jurisdiction.Period> periods = new ArrayList<>();
    for (Map.Entry<Integer, Integer> years : ParameterFiles.periods(chain).entrySet()) {
      periods.add(
          new Jurisdiction.Period(
              years.getKey(), years.getValue(), parameters(chain, years.getKey())));
    }
    ParameterFile own = chain.get(chain.size() - 1);
    YamlFile yaml = own.yaml();
    Map<String, Node> parts = yaml.fields(own.parts());
    Node name = parts.get("name");
    Node detect = parts.get("detect");
    Map<String, Node> signs =
        detect == null ? Map.of() : yaml.fields(detect, Set.of("departments", "templates"));
    Jurisdiction read =
        new Jurisdiction(
            jurisdiction,
            name == null ? jurisdiction : yaml.scalar(name),
            chain.size() - 1,
            signs(yaml, signs.get("departments")),
            signs(yaml, signs.get("templates")),
            anyYear,
            periods,
            ParameterSources.of(chain));
    demandNoProblem();
    return read;
  }

  private static List<String> signs(YamlFile yaml, @Nullable Node node) {
    return node == null ? List.of() : yaml.texts(node);
  }

  private void demandNoProblem() throws RuleException {
    if (!problems.isEmpty()) {
      throw new RuleException(List.copyOf(problems));
    }
  }

  /** What the files say together; of a year where one is given. */
  private Parameters parameters(List<ParameterFile> chain, @Nullable Integer year)
      throws RuleException {
    ParameterSections sections = new ParameterSections(year);
    Set<String> known = null;
    for (ParameterFile file : chain) {
      sections.read(file.yaml(), file.parts(), known);
      for (ParameterYears years : file.years()) {
        if (year != null && years.covers(year)) {
          sections.read(file.yaml(), years.parts(), known);
        }
      }
      known = sections.names();
      known.addAll(used);
    }
    if (problems.isEmpty()) {
      sections.demandAll(chain.get(chain.size() - 1).yaml());
    }
    demandNoProblem();
    return sections.parameters(jurisdiction);
  }
}
