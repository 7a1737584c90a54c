package org.jihe.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.jihe.form.Extra;
import org.jihe.form.Field;
import org.jihe.form.FormBlock;
import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.FormKind;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Guess;
import org.jihe.form.Indicator;
import org.jihe.form.Reading;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.TotalScore;
import org.jihe.form.ValueType;

/**
 * A form as JSON: every cell as printed, blank cells {@code null}, and what is uncertain of it.
 * Reading a transcript gives the same form without the cells' positions.
 */
public final class Transcripts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

  private Transcripts() {}

  /** The form as indented JSON text that ends with a line feed. */
  public static String write(SelfEvaluation form) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(TWO_SPACES).withArrayIndenter(TWO_SPACES);
    try {
      return JSON.writer(printer).writeValueAsString(toJson(form)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts can always be written", e);
    }
  }

  /** The form as a JSON tree. */
  public static ObjectNode toJson(SelfEvaluation form) {
    ObjectNode root = JSON.createObjectNode();
    root.put(TranscriptForm.FORM, form.ordinal());
    root.put(TranscriptForm.SOURCE, form.origin().file());
    root.put(TranscriptForm.TEMPLATE, form.recovery().template());
    if (form.kind() != FormKind.PROJECT) {
      root.put(TranscriptForm.FORM_KIND, form.kind().key());
    }
    if (!form.notes().isEmpty()) {
      ArrayNode notes = root.putArray(TranscriptForm.NOTES);
      for (Reading.Note note : form.notes()) {
        ObjectNode node = notes.addObject();
        node.put(TranscriptForm.PATH, note.subject());
        node.put(TranscriptForm.KIND, note.kind().name());
        node.put(TranscriptForm.BEFORE, note.before());
      }
    }
    FormFields.HEAD.forEach(column -> put(root, column, column.of(form)));
    ObjectNode funding = root.putObject(FormBlock.FUNDING.key());
    for (FundingRow row : form.funding().rows()) {
      ObjectNode node = funding.putObject(row.kind().key());
      for (FormColumn<FundingRow, BigDecimal> column : FormFields.FUNDING) {
        // The total has them all; few templates have room for points and rate in its parts.
        if (row.kind() == FundingKind.TOTAL || column.type() == ValueType.YUAN) {
          put(node, column, column.of(row));
        } else {
          putPrinted(node, column, column.of(row));
        }
      }
    }
    ObjectNode objective = root.putObject(FormBlock.OBJECTIVE.key());
    FormFields.OBJECTIVE.forEach(
        column -> put(objective, column, column.of(form.annualObjective())));
    ArrayNode indicators = root.putArray(FormBlock.INDICATORS.key());
    for (Indicator indicator : form.indicators()) {
      ObjectNode node = indicators.addObject();
      FormFields.INDICATOR.forEach(column -> put(node, column, column.of(indicator)));
    }
    ObjectNode total = root.putObject(FormBlock.TOTAL.key());
    for (FormColumn<TotalScore, ?> column : FormFields.TOTAL) {
      if (column.equals(FormFields.GRADE)) {
        putPrinted(total, column, column.of(form.total()));
      } else {
        put(total, column, column.of(form.total()));
      }
    }
    if (!form.extras().isEmpty()) {
      ArrayNode extras = root.putArray(TranscriptForm.EXTRAS);
      for (Extra extra : form.extras()) {
        ObjectNode node = extras.addObject();
        node.put(TranscriptForm.SUBJECT, extra.subject());
        node.put(TranscriptForm.LABEL, extra.label());
        node.put(TranscriptForm.VALUE, extra.value().printed());
      }
    }
    root.put(TranscriptForm.CONFIDENCE, form.recovery().confidence());
    ArrayNode guesses = root.putArray(TranscriptForm.GUESSES);
    for (Guess guess : form.recovery().guesses()) {
      ObjectNode node = guesses.addObject();
      node.put(TranscriptForm.PATH, guess.subject());
      node.put(TranscriptForm.REASON, guess.reason().name());
      node.put(TranscriptForm.CHOSEN, guess.chosen());
      node.put(TranscriptForm.ALTERNATIVE, guess.alternative());
    }
    return root;
  }

  private static void put(ObjectNode node, FormColumn<?, ?> column, Field<?> field) {
    node.put(column.name(), field.printed());
  }

  /** For what not every template has: left out where nothing is printed. */
  private static void putPrinted(ObjectNode node, FormColumn<?, ?> column, Field<?> field) {
    if (field.printed() != null) {
      put(node, column, field);
    }
  }

  /**
   * The form that a transcript describes.
   *
   * @param file name for messages and positions
   * @throws IllegalArgumentException where the text is no JSON object
   */
  public static SelfEvaluation read(String file, String json) {
    try {
      JsonNode root = JSON.readTree(json);
      if (!root.isObject()) {
        throw new IllegalArgumentException(file + ": a transcript is one JSON object");
      }
      return fromJson(file, root);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + ": " + e.getOriginalMessage(), e);
    }
  }

  /** The form that a transcript's tree describes; what the tree lacks is blank. */
  public static SelfEvaluation fromJson(String file, JsonNode root) {
    return new TranscriptForm(file, JsonTree.of(root)).transcribed();
  }

  /** Whatever a transcript says of how the form came to be, and nothing of what it prints. */
  public static void removeProvenance(ObjectNode transcript) {
    transcript.remove(
        List.of(
            TranscriptForm.FORM_ID,
            TranscriptForm.FORM,
            TranscriptForm.SOURCE,
            TranscriptForm.TEMPLATE,
            TranscriptForm.NOTES,
            TranscriptForm.CONFIDENCE,
            TranscriptForm.GUESSES));
  }
}
