package org.jihe.reading;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jihe.FullForm;
import org.jihe.SampleForms;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.rule.engine.RuleSet;
import org.jihe.source.file.Limits;
import org.jihe.template.declaration.TemplateSet;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Transcripts as inputs: each is the form that it was, or is told why it is none. */
class TranscribedFormsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String TRANSCRIPT =
      """
      {
        "form": 1,
        "title": "项目支出绩效自评表",
        "year": "2022",
        "projectName": "法律顾问费",
        "supervisingDepartment": null,
        "province": "上海",
        "currencyUnit": "元",
        "funding": {
          "total": {
            "originalBudget": "18000.00", "finalBudget": 9000.00,
            "actualExpenditure": "9,000",
            "score": "10"
          },
          "otherFunds": {"originalBudget": null, "reason": "无"}
        },
        "annualObjective": {
          "planned": "甲",
          "achieved": "乙"
        },
        "indicators": [
          {
            "category": "产出指标",
            "name": "审核率",
            "maxScore": "10",
            "score": "10"
          }
        ],
        "total": {
          "maxScore": "100",
          "score": "98.5",
          "grade": "优"
        },
        "extras": [
          {"subject": "indicators[0]", "label": "备注", "value": "丙"},
          {"subject": "closing", "label": "联系人", "value": "丁"}
        ]
      }
      """;

  private static FileReading read(String json) {
    return read(json.getBytes(UTF_8));
  }

  private static FileReading read(byte[] json) {
    List<FileReading> readings = new FormReader().read("a.json", json);
    assertThat(readings).hasSize(1);
    return readings.get(0);
  }

  private static SelfEvaluation form(String json) {
    FileReading reading = read(json);
    assertThat(reading.quarantined()).isEmpty();
    assertThat(reading.forms()).hasSize(1);
    return reading.forms().get(0);
  }

  private static Quarantined refusal(String json) {
    FileReading reading = read(json);
    assertThat(reading.forms()).isEmpty();
    assertThat(reading.quarantined()).hasSize(1);
    return reading.quarantined().get(0);
  }

  /** Every form of the sample and of the templates' samples, and one that prints everything. */
  static List<SelfEvaluation> forms() throws IOException {
    List<SelfEvaluation> forms = new ArrayList<>(List.of(FullForm.form()));
    FormReader reader = new FormReader();
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("datasets"))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      if (!file.toString().matches(".*\\.(json|md)|.*scoreboard.*")) {
        reader.read(file).forEach(reading -> forms.addAll(reading.forms()));
      }
    }
    return forms;
  }

  @Test
  void thereAreSamplesOfEveryTemplate() throws IOException {
    assertThat(forms()).hasSizeGreaterThan(40);
    assertThat(forms().stream().map(form -> form.recovery().template()).distinct())
        .hasSizeGreaterThanOrEqualTo(6);
    assertThat(forms()).anyMatch(form -> form.recovery().needsPerson());
    assertThat(forms()).anyMatch(form -> form.extras().size() > 3);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aFormComesBackAsItWas(SelfEvaluation form) {
    String written = Transcripts.write(form);
    SelfEvaluation back = form(written);
    assertThat(back.origin()).isEqualTo(Position.inText("a.json", 1, 1));
    assertSame(back, form);
    SelfEvaluation again = Transcripts.read(form.origin().file(), written);
    assertThat(Transcripts.write(again)).isEqualTo(written);
    SelfEvaluation placed = back.toBuilder().origin(form.origin()).ordinal(form.ordinal()).build();
    assertThat(Transcripts.write(placed)).isEqualTo(written);
  }

  private static void assertSame(SelfEvaluation back, SelfEvaluation form) {
    assertThat(back.recovery()).isEqualTo(form.recovery());
    assertThat(back.key()).isEqualTo(form.key());
    Map<FormPath, Field<?>> fields = FormFields.of(back);
    assertThat(fields.keySet()).containsExactlyElementsOf(FormFields.of(form).keySet());
    FormFields.of(form)
        .forEach(
            (path, field) -> {
              assertThat(fields.get(path).printed()).as("%s", path).isEqualTo(field.printed());
              assertThat(fields.get(path).value()).as("%s", path).isEqualTo(field.value());
            });
  }

  static List<Path> transcripts() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("datasets/transcripts"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void aTranscriptThatIsOlderThanGuessesIsRead(Path file) throws IOException {
    String json = Files.readString(file);
    SelfEvaluation form = form(json);
    ObjectNode expected = (ObjectNode) JSON.readTree(json);
    assertThat(org.jihe.Cells.differences(expected, Transcripts.toJson(form))).isEmpty();
    assertThat(form.recovery().guesses()).hasSize(form.addsUpButForBlanks() ? 0 : 1);
  }

  @Test
  void theJurisdictionStays() throws Exception {
    RuleSet rules = RuleSet.open(null, null);
    for (SelfEvaluation form : forms()) {
      assertThat(rules.jurisdictionOf(form(Transcripts.write(form))))
          .isEqualTo(rules.jurisdictionOf(form));
    }
  }

  @Test
  void cellsStandWhereTheTranscriptHasThem() {
    SelfEvaluation form = form(TRANSCRIPT);
    assertThat(form.projectName().position()).isEqualTo(Position.inText("a.json", 5, 18));
    assertThat(form.funding().total().finalBudget().printed()).isEqualTo("9000.00");
    assertThat(form.funding().total().finalBudget().value()).isEqualByComparingTo("9000");
    assertThat(form.total().grade().position()).isEqualTo(Position.inText("a.json", 32, 14));
    assertThat(form.supervisingDepartment()).isEqualTo(Field.blank(at(6, 28)));
    assertThat(form.indicators().get(0).target()).isEqualTo(Field.blank(at(22, 5)));
  }

  private static Position at(int line, int column) {
    return Position.inText("a.json", line, column);
  }

  @Test
  void whatTheSchemaDoesNotKnowIsKept() {
    List<String> extras = new ArrayList<>();
    for (Extra extra : form(TRANSCRIPT).extras()) {
      extras.add(extra.subject() + " " + extra.label() + " " + extra.value().printed());
    }
    assertThat(extras)
        .containsExactly(
            "indicators[0] 备注 丙",
            "closing 联系人 丁",
            "head province 上海",
            "funding.otherFunds reason 无");
  }

  @Test
  void manyTranscriptsInAFileAreFormsOfTheirOwn() {
    List<ObjectNode> samples = SampleForms.transcripts();
    String array =
        samples.stream().map(ObjectNode::toString).collect(Collectors.joining(",", "[", "]"));
    String lines = samples.stream().map(ObjectNode::toString).collect(Collectors.joining("\n"));
    String pretty =
        samples.stream().map(ObjectNode::toPrettyString).collect(Collectors.joining("\n"));
    for (String text : List.of(array, lines, pretty)) {
      List<SelfEvaluation> forms = read(text).forms();
      assertThat(forms).hasSize(samples.size());
      for (int i = 0; i < forms.size(); i++) {
        assertThat(forms.get(i).ordinal()).isEqualTo(i + 1);
        assertThat(org.jihe.Cells.differences(samples.get(i), Transcripts.toJson(forms.get(i))))
            .isEmpty();
      }
    }
    List<SelfEvaluation> byLine = read(lines).forms();
    for (int i = 0; i < byLine.size(); i++) {
      assertThat(byLine.get(i).origin().row()).isEqualTo(i + 1);
    }
  }

  @Test
  void everyEncodingIsRead() {
    for (Charset charset : List.of(UTF_8, Charset.forName("GB18030"), UTF_16LE)) {
      FileReading reading = read(TRANSCRIPT.getBytes(charset));
      assertThat(reading.forms().get(0).projectName().printed()).isEqualTo("法律顾问费");
    }
  }

  @Test
  void otherJsonIsNoForm() {
    Quarantined entry = refusal("{\"name\": \"x\", \"version\": 3}");
    assertThat(entry.reason()).isEqualTo(Reason.NO_FORM_FOUND);
    assertThat(entry.detail()).isEqualTo("name, version");
    assertThat(entry.excerpt()).startsWith("{\"name\"");
    assertThat(refusal("[]").reason()).isEqualTo(Reason.NO_FORM_FOUND);
    assertThat(refusal("[1, \"a\", null]").reason()).isEqualTo(Reason.NO_FORM_FOUND);
    assertThat(refusal("{\"indicators\": 3, \"funding\": {}}").reason())
        .isEqualTo(Reason.NO_FORM_FOUND);
  }

  @Test
  void brokenJsonIsDamagedAndItsPlaceIsTold() {
    Quarantined entry = refusal("{\"a\": 1,\n \"b\" 2}");
    assertThat(entry.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(entry.detail()).endsWith("(2:6)");
    assertThat(refusal("{\"a\": 1, \"a\": 2}").detail()).isEqualTo("\"a\" twice (1:15)");
  }

  @Test
  void whatStandsBeforeABreakIsRead() {
    for (String behind : List.of("rubbish", "{\"form\": 2, \"ti", "[{", ", 7]")) {
      FileReading reading = read(TRANSCRIPT + behind);
      assertThat(reading.forms()).as(behind).hasSize(1);
      assertThat(reading.quarantined()).as(behind).hasSize(1);
      assertThat(reading.quarantined().get(0).reason()).as(behind).isEqualTo(Reason.DAMAGED);
      assertThat(reading.quarantined().get(0).detail()).as(behind).contains("(39:");
    }
  }

  @Test
  void aTranscriptThatWasCutOffIsNoForm() {
    for (String last : List.of("\"98.5\"", "\"extras\"", "\"grade\"")) {
      String cut = TRANSCRIPT.substring(0, TRANSCRIPT.indexOf(last));
      Quarantined entry = refusal(cut);
      assertThat(entry.reason()).isEqualTo(Reason.TRUNCATED);
      assertThat(entry.place()).isEqualTo(at(1, 1));
      assertThat(entry.excerpt()).contains("法律顾问费");
      FileReading both = read(TRANSCRIPT + cut);
      assertThat(both.forms()).hasSize(1);
      assertThat(both.quarantined()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"projectName\": \"法律顾问费\",| |projectName: missing (1:1)|1",
        "\"projectName\": \"法律顾问费\"|\"projectName\": [\"甲\"]|projectName: string (5:18)|5",
        "\"score\": \"98.5\"|\"score\": {\"printed\": \"98.5\", \"value\": 99}|total.score: string (31:14)|31",
        "\"18000.00\"|[18000.00]|funding.total.originalBudget: string (11:25)|11",
        "\"name\": \"审核率\",| |indicators[0].name: missing (22:5)|22",
        "{\"subject\": \"closing\", |{|extras[1].subject: missing (36:5)|36",
        "\"form\": 1,|\"version\": 2,|version: unknown (2:14)|2",
        "\"form\": 1,|\"$schema\": \"urn:x\",|$schema: unknown (2:14)|2",
        "\"form\": 1,|\"confidence\": 2,|confidence: 0 … 1 (2:17)|2",
        "\"form\": 1,|\"confidence\": \"high\",|confidence: 0 … 1 (2:17)|2",
        "\"form\": 1,|\"guesses\": [{\"path\": \"total\", \"reason\": \"MAYBE\"}],|guesses[0].reason: unknown (2:43)|2",
        "\"form\": 1,|\"guesses\": [{\"reason\": \"LABEL_UNCERTAIN\"}],|guesses[0].path: missing (2:15)|2",
        "\"form\": 1,|\"guesses\": {},|guesses: array (2:14)|2"
      })
  void whatIsNotAsTheSchemaDemandsIsTold(String part, String by, String detail, int line) {
    String changed = TRANSCRIPT.replace(part, by == null ? "" : by);
    assertThat(changed).isNotEqualTo(TRANSCRIPT);
    Quarantined entry = refusal(changed);
    assertThat(entry.reason()).isEqualTo(Reason.MALFORMED_TRANSCRIPT);
    assertThat(entry.detail()).startsWith(detail);
    assertThat(entry.place().row()).isEqualTo(line);
    FileReading beside = read("[" + TRANSCRIPT + "," + changed + "]");
    assertThat(beside.forms()).hasSize(1);
    assertThat(beside.quarantined()).hasSize(1);
  }

  @Test
  void theFundingRowThatCountsMustBeThere() {
    String renamed = TRANSCRIPT.replace("\n    \"total\"", "\n    \"all\"");
    assertThat(refusal(renamed).detail()).startsWith("funding.total: missing (9:14)");
  }

  @Test
  void namesOfThisVersionAreNoPrint() {
    String named =
        TRANSCRIPT.replace(
            "\"form\": 1,",
            "\"$schema\": \"urn:jihe:schema:transcript\", \"version\": 1, \"form\": 1,");
    assertThat(form(named).extras()).hasSameSizeAs(form(TRANSCRIPT).extras());
  }

  @Test
  void aValueIsReadAgainFromWhatIsPrinted() throws IOException {
    SelfEvaluation form = forms().get(1);
    assertThat(form.addsUp()).isTrue();
    String score = form.total().score().printed();
    String edited =
        Transcripts.write(form)
            .replaceFirst(
                "(?s)(\"total\" : \\{\\s*\"maxScore\" : \"100\",\\s*\"score\" : )\"" + score,
                "$1\"12");
    SelfEvaluation back = form(edited);
    assertThat(back.total().score().value()).isEqualTo(new BigDecimal("12"));
    assertThat(back.addsUp()).isFalse(); // which is a finding, and no guess
    assertThat(back.recovery()).isEqualTo(form.recovery());
  }

  @Test
  void whatIsUncertainStandsInTheTranscript() {
    ObjectNode written = Transcripts.toJson(FullForm.form());
    List<String> names = new ArrayList<>();
    written.fieldNames().forEachRemaining(names::add);
    assertThat(names).endsWith("total", "extras", "confidence", "guesses");
    assertThat(written.get("confidence").doubleValue()).isEqualTo(0.9);
    assertThat(written.get("guesses").toString())
        .isEqualTo(
            "[{\"path\":\"total.score\",\"reason\":\"ARITHMETIC_OPEN\","
                + "\"chosen\":\"1\",\"alternative\":\"2\"}]");
  }

  @Test
  void theLimitsHold() {
    assertThat(refusal("[".repeat(100_000)).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(refusal("{\"a\":" + "9".repeat(5000) + "}").reason())
        .isEqualTo(Reason.LIMIT_EXCEEDED);
    FormReader few = new FormReader(Limits.STANDARD.with("cells", "10"), TemplateSet.BUILT_IN);
    assertThat(few.read("a.json", TRANSCRIPT.getBytes(UTF_8)).get(0).quarantined().get(0).detail())
        .isEqualTo("cells > 10");
  }

  @Test
  void noBrokenTranscriptBreaksTheReader() {
    String whole = Transcripts.write(FullForm.form());
    java.util.Random random = new java.util.Random(11);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder(whole);
      for (int n = random.nextInt(3); n >= 0; n--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.setLength(at + 1);
          case 1 -> text.deleteCharAt(at);
          case 2 -> text.insert(at, "{}[],:\"\\0x".charAt(random.nextInt(10)));
          default -> text.delete(at, Math.min(text.length(), at + random.nextInt(200)));
        }
      }
      FileReading reading = read(text.append(' ').toString());
      assertThat(reading.forms().size() + reading.quarantined().size()).isPositive();
      for (Quarantined each : reading.quarantined()) {
        assertThat(each.detail()).doesNotContain("Exception");
      }
    }
  }
}
