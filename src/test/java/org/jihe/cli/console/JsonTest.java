package org.jihe.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.finding.Severity;
import org.jihe.layout.Position;
import org.jihe.table.Schemas;
import org.junit.jupiter.api.Test;

/** The names under which results are written. */
final class JsonTest {

  @Test
  void aFindingHasTheNamesOfThePublishedFindingsInTheirOrder() {
    Finding finding =
        new Finding(
            "f",
            new Finding.Rule("ScoreSumMismatch", "set", Severity.ERROR),
            new Finding.Place("total.score", Position.inText("a.txt", 9, 1)),
            new Finding.Values("98", "97", null),
            Map.of("sum", "97"),
            "x");

    JsonNode written = Json.MAPPER.valueToTree(finding);

    List<String> stored = new ArrayList<>(Arrays.asList(Schemas.FINDINGS.fieldNames()));
    stored.removeAll(List.of("dossier", "projectName"));
    assertThat(written.fieldNames()).toIterable().containsExactlyElementsOf(stored);
    assertThat(written.path("severity").asText()).isEqualTo("ERROR");
    assertThat(written.path("cell").path("row").asInt()).isEqualTo(9);
    assertThat(written.path("difference").isNull()).isTrue();
  }

  @Test
  void aLineOfAnAuditHasTheNamesOfThePublishedLines() {
    ScoreAudit.Line line =
        new ScoreAudit.Line(
            "indicators[0].score",
            "培训人次",
            ScoreAudit.Basis.MET,
            BigDecimal.TEN,
            BigDecimal.TEN,
            new ScoreAudit.Range(new BigDecimal("8"), BigDecimal.TEN),
            BigDecimal.ZERO,
            "10 × 80%–100%");

    JsonNode written = Json.MAPPER.valueToTree(line);

    assertThat(written.fieldNames())
        .toIterable()
        .containsExactly(
            "subject",
            "name",
            "basis",
            "maxScore",
            "claimed",
            "low",
            "high",
            "overClaimed",
            "arithmetic");
    assertThat(written.path("low").asInt()).isEqualTo(8);
  }
}
