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
import org.jihe.SampleForms;
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
