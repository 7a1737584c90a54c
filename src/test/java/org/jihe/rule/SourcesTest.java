package org.jihe.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jihe.finding.Finding;
import org.jihe.finding.Severity;
import org.jihe.form.SelfEvaluation;
import org.jihe.message.Language;
import org.jihe.rule.authoring.JurisdictionSkeleton;
import org.jihe.rule.authoring.RuleCases;
import org.jihe.rule.authoring.RuleLint;
import org.jihe.rule.catalogue.RuleJurisdictions;
import org.jihe.rule.catalogue.RuleParameters;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.jurisdiction.Source;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where parameters come from, lists that are changed, and how strict the rules are. */
final class SourcesTest {

  @TempDir Path folder;

  @BeforeEach
  void copyRules() throws IOException {
    RuleFolders.copy(folder);
  }

  private void county(String text) throws IOException {
    Files.writeString(
        folder.resolve("jurisdictions/county.yaml"),
        "jurisdiction: county\nname: 某县\ninherits: national\n" + text);
  }

  private String problem() {
    RuleException failure =
        catchThrowableOfType(RuleException.class, () -> RuleSet.open(folder, "county"));
    assertThat(failure).isNotNull();
    assertThat(failure.problems()).hasSize(1);
    return failure.problems().get(0).line() + " " + failure.problems().get(0).text(Language.EN);
  }

  private static SelfEvaluation form(String... changes) throws RuleException {
    ObjectNode form = RuleCases.object(RuleFolder.builtIn(), RuleCases.CLEAN, "cases.noCleanForm");
    for (int i = 0; i < changes.length; i += 2) {
      RuleCases.set(form, changes[i], TextNode.valueOf(changes[i + 1]));
    }
    return Transcripts.fromJson("form", form);
  }

  private static List<Finding> of(RuleSet rules, String rule, SelfEvaluation form) {
    return RuleEngine.of(rules).evaluate("f", form).findings().stream()
        .filter(finding -> finding.ruleId().equals(rule))
        .toList();
  }

  private static List<Finding> late(RuleSet rules, String year) throws RuleException {
    return of(
        rules, "LowExecution", form("year", year, "funding.total.actualExpenditure", "920000"));
  }

  @Test
  void aValueMayNameItsSourceAndItsYears() throws Exception {
    county(
        """
        thresholds:
          LowExecution:
            noteBelow: {value: 0.95, source: 县财〔2022〕1号, quoted: 低于 95%, from: 2022, to: 2023, confidence: seen}
        """);
    RuleSet rules = RuleSet.open(folder, "county");
    assertThat(late(rules, "2022")).extracting(Finding::severity).containsExactly(Severity.NOTE);
    assertThat(late(rules, "2023")).hasSize(1);
    assertThat(late(rules, "2021")).isEmpty();
    assertThat(late(rules, "2024")).isEmpty();

    List<RuleParameters.Line> lines =
        RuleParameters.of("LowExecution", RuleJurisdictions.open(folder));
    assertThat(lines)
        .filteredOn(line -> line.source() != null)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.jurisdiction()).isEqualTo("某县");
              assertThat(line.source().source()).isEqualTo("县财〔2022〕1号");
              assertThat(line.source().confidence()).isEqualTo(Source.Confidence.SEEN);
            });
  }

  @Test
  void aConfidenceNeedsASource() throws Exception {
    county("thresholds: {LowExecution: {noteBelow: {value: 0.95, confidence: seen}}}\n");
    assertThat(problem()).startsWith("4 ").contains("thresholds.LowExecution.noteBelow");
    county("thresholds: {LowExecution: {noteBelow: {value: 0.95, confidence: sure}}}\n");
    assertThat(problem()).contains("\"sure\"").contains("assumed, observed, reported, seen");
    county("thresholds: {LowExecution: {noteBelow: {value: 0.95, sauce: x}}}\n");
    assertThat(problem()).contains("sauce");
  }

  @Test
  void whatNobodySaysIsAssumed() throws Exception {
    county("thresholds: {LowExecution: {noteBelow: {value: 0.95}}}\n");
    assertThat(RuleParameters.of("LowExecution", RuleJurisdictions.open(folder)))
        .filteredOn(line -> line.jurisdiction().equals("某县"))
        .extracting(line -> line.source() == null ? null : line.source().confidence())
        .containsExactly(Source.Confidence.ASSUMED);
    assertThat(late(RuleSet.open(folder, "county"), "2022")).hasSize(1);
  }

  @Test
  void aListMayBeAddedTo() throws Exception {
    county("words: {late: {add: [拖期], remove: [落后]}}\n");
    RuleSet rules = RuleSet.open(folder, "county");
    assertThat(rules.parameters().words().get("late")).contains("拖期", "延期").doesNotContain("落后");
    county("words: {late: {remove: [没有这个词]}}\n");
    assertThat(problem()).contains("没有这个词");
  }

  @Test
  void profilesChangeThresholdsSeveritiesAndWhatIsOff() throws Exception {
    RuleSet usual = RuleSet.open(null, "shanghai");
    RuleSet strict = RuleSet.open(null, "shanghai+strict");
    RuleSet lenient = RuleSet.open(null, "auto+lenient");
    SelfEvaluation low = form("funding.total.actualExpenditure", "930000");
    assertThat(of(usual, "LowExecution", low)).isEmpty();
    assertThat(of(strict, "LowExecution", low)).hasSize(1);
    SelfEvaluation timely = form("indicators[4].target", "及时");
    assertThat(of(usual, "TimelinessWithoutTime", timely))
        .extracting(Finding::severity)
        .containsExactly(Severity.NOTE);
    assertThat(of(strict, "TimelinessWithoutTime", timely))
        .extracting(Finding::severity)
        .containsExactly(Severity.DOUBT);
    assertThat(of(lenient, "TimelinessWithoutTime", timely)).isEmpty();
    assertThat(strict.jurisdiction()).isEqualTo("shanghai+strict");
    assertThat(strict.jurisdictionNames()).containsValue("上海市（从严）");
    assertThat(lenient.jurisdiction()).isEqualTo("auto+lenient");
    assertThat(strict.fingerprint()).isNotEqualTo(usual.fingerprint());
  }

  @Test
  void aProfileThatThereIsNot() {
    RuleException failure =
        catchThrowableOfType(RuleException.class, () -> RuleSet.open(null, "auto+severe"));
    assertThat(failure.problems().get(0).text(Language.ZH)).contains("severe", "strict");
  }

  @Test
  void aProfileMayNotNameWhatThereIsNot() throws Exception {
    Files.writeString(
        folder.resolve("profiles/own.yaml"),
        "profile: own\nthresholds: {LowExecution: {below: 1}}\nseverities: {Nothing: grave}\n");
    RuleException failure =
        catchThrowableOfType(RuleException.class, () -> RuleSet.open(folder, "auto+own"));
    assertThat(failure.problems())
        .extracting(problem -> problem.line() + " " + problem.phrase().key())
        .containsExactly(
            "2 parameters.unusedThreshold", "3 parameters.switchedOff", "3 parameters.severity");
  }

  @Test
  void aNewJurisdictionSaysWhatItInherits() throws Exception {
    Path own = Files.createDirectories(folder.resolve("own"));
    Path file = JurisdictionSkeleton.write(own, "hefei", "合肥市 '测试'", "anhui");
    assertThat(file).hasContent(Files.readString(file));
    assertThat(Files.readString(file)).contains("#   LowExecution:", "#     noteBelow: 0.90");
    assertThat(RuleLint.run(own)).isEmpty();
    RuleSet rules = RuleSet.open(own, "hefei");
    assertThat(rules.jurisdictionNames()).containsEntry("hefei", "合肥市 '测试'");
    assertThat(rules.parameters().thresholds())
        .isEqualTo(RuleSet.open(null, "anhui").parameters().thresholds());
    RuleException again =
        catchThrowableOfType(
            RuleException.class, () -> JurisdictionSkeleton.write(own, "hefei", "x", "anhui"));
    assertThat(again.problems().get(0).phrase().key()).isEqualTo("jurisdiction.taken");
  }
}
