package org.jihe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jihe.rule.authoring.RuleTests;
import org.jihe.rule.catalogue.RuleJurisdictions;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.ParameterUse;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.jurisdiction.ParameterReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cases of every rule hold its thresholds from both sides: where one is moved up or down by a
 * step, a case of its rule fails, and a case stands exactly at it.
 */
final class ThresholdCasesTest {

  private static final Pattern BLOCK = Pattern.compile("(?s)(?<=\nthresholds:\n).*?(?=\n\n)");

  @TempDir Path folder;

  /** How thresholds are moved. */
  private enum Move {
    UP,
    DOWN,
    A_HAIR_UP,
    A_HAIR_DOWN;

    private static final BigDecimal HAIR = new BigDecimal("0.0000001");

    BigDecimal of(BigDecimal threshold) {
      return switch (this) {
        case UP -> threshold.add(step(threshold));
        case DOWN -> threshold.subtract(step(threshold));
        case A_HAIR_UP -> threshold.add(HAIR);
        case A_HAIR_DOWN -> threshold.subtract(HAIR);
      };
    }

    /** A little more than one of what is counted, a point, six hundredths of a share. */
    private static BigDecimal step(BigDecimal threshold) {
      if (threshold.compareTo(BigDecimal.valueOf(2)) >= 0) {
        return new BigDecimal("1.001");
      }
      return new BigDecimal(threshold.compareTo(new BigDecimal("0.1")) < 0 ? "0.011" : "0.06");
    }
  }

  @Test
  void aThresholdThatMovesFailsACaseOfItsRule() throws IOException, RuleException {
    RuleFolders.copy(folder);
    Map<String, BigDecimal> thresholds =
        ParameterReader.read(RuleFolder.at(folder), RuleJurisdictions.NATIONAL, Set.of())
            .parameters()
            .thresholds();
    Set<String> loose = new TreeSet<>();
    for (Set<String> together : apart(thresholds.keySet())) {
      Set<String> up = failing(thresholds, together, Move.UP);
      Set<String> down = failing(thresholds, together, Move.DOWN);
      Set<String> exact = failing(thresholds, together, Move.A_HAIR_UP);
      exact.addAll(failing(thresholds, together, Move.A_HAIR_DOWN));
      for (String threshold : together) {
        String rule = threshold.substring(0, threshold.indexOf('.'));
        if (!up.contains(rule)) {
          loose.add(threshold + " may be higher");
        }
        if (!down.contains(rule)) {
          loose.add(threshold + " may be lower");
        }
        if (!exact.contains(rule)) {
          loose.add(threshold + " is met exactly by no case");
        }
      }
    }

    assertThat(thresholds).hasSizeGreaterThan(40);
    assertThat(loose).isEmpty();
  }

  /** Groups of thresholds of which no rule names two, so that each can be told by its rule. */
  private static List<Set<String>> apart(Set<String> thresholds) throws RuleException {
    Map<String, Set<String>> users = new HashMap<>();
    for (RuleHeader rule : RuleHeader.of(DrlFile.in(RuleFolder.at(RuleFolders.PROJECT)))) {
      for (ParameterUse use : rule.uses()) {
        users.computeIfAbsent(use.name(), any -> new TreeSet<>()).add(rule.info().id());
      }
    }
    List<Set<String>> groups = new ArrayList<>();
    List<Set<String>> rules = new ArrayList<>();
    for (String threshold : new TreeSet<>(thresholds)) {
      Set<String> own = users.getOrDefault(threshold, Set.of());
      int group = 0;
      while (group < groups.size() && own.stream().anyMatch(rules.get(group)::contains)) {
        group++;
      }
      if (group == groups.size()) {
        groups.add(new TreeSet<>());
        rules.add(new HashSet<>());
      }
      groups.get(group).add(threshold);
      rules.get(group).addAll(own);
    }
    return groups;
  }

  /** Rules with a case that fails where some thresholds are moved. */
  private Set<String> failing(Map<String, BigDecimal> thresholds, Set<String> moved, Move move)
      throws IOException, RuleException {
    Map<String, List<String>> lines = new TreeMap<>();
    thresholds.forEach(
        (name, value) -> {
          int dot = name.indexOf('.');
          BigDecimal now = moved.contains(name) ? move.of(value) : value;
          lines
              .computeIfAbsent(name.substring(0, dot), rule -> new ArrayList<>())
              .add(name.substring(dot + 1) + ": " + now.toPlainString());
        });
    String block =
        lines.entrySet().stream()
            .map(rule -> "  " + rule.getKey() + ": {" + String.join(", ", rule.getValue()) + "}")
            .collect(Collectors.joining("\n"));
    Path file = folder.resolve("jurisdictions/national.yaml");
    Files.writeString(
        file, BLOCK.matcher(Files.readString(file)).replaceFirst(Matcher.quoteReplacement(block)));
    return RuleTests.run(folder, null).stream()
        .filter(result -> !result.passed())
        .map(RuleTests.Result::ruleId)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
