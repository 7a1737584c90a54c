package org.jihe.cli.console;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.message.VisibleEscapes;

/**
 * Results as JSON: records by their components' names, amounts as plain decimals, texts exactly,
 * with escapes for what a terminal would obey.
 */
public final class Json {

  public static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .addMixIn(Finding.class, FlatFinding.class)
          .addMixIn(ScoreAudit.Line.class, FlatLine.class);

  static {
    MAPPER.getFactory().setCharacterEscapes(new VisibleEscapes());
  }

  private Json() {}

  /** The value as indented JSON without a line feed at its end. */
  public static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of texts and numbers can always be written", e);
    }
  }

  /** The value as JSON in one line. */
  public static String line(Object value) {
    try {
      return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of texts and numbers can always be written", e);
    }
  }
}
