package org.jihe.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jihe.FullForm;
import org.jihe.SampleForms;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.FundingKind;
import org.jihe.form.Guess;
import org.jihe.form.Recovery;
import org.jihe.form.SelfEvaluation;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema, against every transcript of the datasets and against what is none. */
class TranscriptSchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA = schema();

  private static JsonSchema schema() {
    try (InputStream text =
        TranscriptSchemaTest.class.getResourceAsStream("/schema/transcript.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(JSON.readTree(text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Path> transcripts() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("datasets/transcripts"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** The members of an object that the schema knows, in their order. */
  private static List<String> members(String pointer) throws IOException {
    try (InputStream text =
        TranscriptSchemaTest.class.getResourceAsStream("/schema/transcript.schema.json")) {
      List<String> names = new java.util.ArrayList<>();
      JSON.readTree(text).at(pointer).fieldNames().forEachRemaining(names::add);
      return names;
    }
  }

  private static List<String> names(List<? extends FormColumn<?, ?>> columns) {
    return columns.stream().map(FormColumn::name).toList();
  }

  @Test
  void itHasEveryFieldOfTheList() throws IOException {
    assertThat(members("/properties")).containsSubsequence(names(FormFields.HEAD));
    assertThat(members("/$defs/fundingTotal/properties")).isEqualTo(names(FormFields.FUNDING));
    assertThat(members("/$defs/fundingPart/properties")).isEqualTo(names(FormFields.FUNDING));
    assertThat(members("/properties/annualObjective/properties"))
        .isEqualTo(names(FormFields.OBJECTIVE));
    assertThat(members("/$defs/indicator/properties")).isEqualTo(names(FormFields.INDICATOR));
    assertThat(members("/properties/total/properties")).isEqualTo(names(FormFields.TOTAL));
    assertThat(members("/properties/funding/properties"))
        .isEqualTo(java.util.Arrays.stream(FundingKind.values()).map(FundingKind::key).toList());
  }

  @Test
  void itHasWhateverIsWritten() throws IOException {
    ObjectNode full = Transcripts.toJson(FullForm.form());
    assertThat(SCHEMA.validate(full)).isEmpty();
    List<String> written = new java.util.ArrayList<>();
    full.fieldNames().forEachRemaining(written::add);
    List<String> known = new java.util.ArrayList<>(members("/properties"));
    assertThat(known.remove("formKind")).as("left out for projects").isTrue();
    assertThat(known.remove("notes")).as("left out where there are none").isTrue();
    assertThat(known.remove("formId")).as("of published forms alone").isTrue();
    assertThat(known.remove("confirmed")).as("of published forms alone").isTrue();
    assertThat(written).isEqualTo(known);
  }

  @Test
  void itHasEveryReasonOfAGuess() throws IOException {
    for (Guess.Reason reason : Guess.Reason.values()) {
      SelfEvaluation form =
          FullForm.form()
              .with(new Recovery("any", 0.5, List.of(new Guess("total", reason, "", ""))));
      assertThat(SCHEMA.validate(Transcripts.toJson(form))).as(reason.name()).isEmpty();
    }
    ObjectNode other = Transcripts.toJson(FullForm.form());
    ((ObjectNode) other.get("guesses").get(0)).put("reason", "MAYBE");
    assertThat(SCHEMA.validate(other)).isNotEmpty();
    other.remove("guesses");
    assertThat(SCHEMA.validate(other.put("confidence", 1.5))).isNotEmpty();
    other.remove("confidence");
    assertThat(SCHEMA.validate(other)).isEmpty();
  }

  @Test
  void theDatasetsHaveTranscripts() throws IOException {
    assertThat(transcripts()).hasSizeGreaterThanOrEqualTo(30);
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void everyTranscriptConforms(Path file) throws IOException {
    assertThat(SCHEMA.validate(JSON.readTree(file.toFile()))).isEmpty();
  }

  @Test
  void whatIsNoTranscriptDoesNot() {
    ObjectNode transcript = SampleForms.transcripts().get(0);
    transcript.put("unknown", "x");
    assertThat(SCHEMA.validate(transcript)).hasSize(1);
    transcript.remove("unknown");
    assertThat(SCHEMA.validate(transcript)).isEmpty();
    ((ObjectNode) transcript.get("total")).put("score", 98.5);
    assertThat(SCHEMA.validate(transcript)).hasSize(1);
    transcript.remove("indicators");
    assertThat(SCHEMA.validate(transcript)).hasSize(2);
  }
}
