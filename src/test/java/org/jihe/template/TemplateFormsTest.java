package org.jihe.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jihe.Cells;
import org.jihe.form.Field;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.Reading;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.layout.Document;
import org.jihe.layout.Position;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms of every template, as text and as tables with merged cells, read cell for cell. */
class TemplateFormsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static List<String> names() {
    return TemplateForms.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aTableWithMergedCells(String name) throws IOException {
    check(name, TemplateForms.merged(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void tabSeparatedText(String name) throws IOException {
    assertThat(Files.readString(TemplateForms.text(name)))
        .isEqualTo(GridText.tabbed(GridText.read(name)));
    check(name, Trial.document(Files.readAllBytes(TemplateForms.text(name))));
  }

  private static void check(String name, Document document) throws IOException {
    Recognition read = Recogniser.standard().recognise(document);
    assertThat(read.quarantined()).isEmpty();
    assertThat(read.forms()).hasSize(1);
    SelfEvaluation form = read.forms().get(0);
    JsonNode expected = JSON.readTree(Files.readString(TemplateForms.transcript(name)));
    assertThat(Cells.differences(expected, Transcripts.toJson(form))).isEmpty();
    assertThat(form.recovery().template()).isEqualTo(TemplateForms.template(name));
    assertThat(form.recovery().needsPerson()).isFalse();
    assertThat(misplaced(form, document)).isEmpty();
  }

  /**
   * TokenFields that do not say what stands in their cell, and blank ones whose cell is not blank.
   */
  static List<String> misplaced(SelfEvaluation form, Document document) {
    Map<Position, String> cells = new HashMap<>();
    document.grids().stream()
        .flatMap(grid -> grid.rows().stream())
        .flatMap(List::stream)
        .forEach(cell -> cells.put(cell.position(), Texts.folded(cell.text())));
    List<String> wrong = new ArrayList<>();
    fields(form)
        .forEach(
            field -> {
              String there = cells.getOrDefault(field.position(), "");
              String printed = Texts.folded(field.printed());
              boolean right =
                  switch (field.reading()) {
                    case AS_PRINTED, CARRIED -> printed.equals(there);
                    case SEPARATED -> there.contains(printed);
                    case JOINED -> !there.isEmpty() && printed.startsWith(there);
                    case BLANK -> Texts.isBlank(there);
                    default -> false;
                  };
              if (!right && !isYear(field)) {
                wrong.add(field + " at " + there);
              }
            });
    return wrong;
  }

  /** Of a year only the digits are taken, and of a unit what the brackets hold. */
  private static boolean isYear(Field<?> field) {
    return field.value() instanceof Integer || String.valueOf(field.printed()).matches("万?元");
  }

  private static Stream<Field<?>> fields(SelfEvaluation form) {
    List<Field<?>> fields = new ArrayList<>();
    fields.add(form.projectName());
    fields.add(form.supervisingDepartment());
    fields.add(form.implementingAgency());
    fields.add(form.currencyUnit());
    for (FundingRow row : form.funding().rows()) {
      if (row.finalBudget().isBlank()) {
        continue; // a row that the form lacks has no cells
      }
      fields.addAll(List.of(row.originalBudget(), row.finalBudget(), row.actualExpenditure()));
      fields.addAll(List.of(row.maxScore(), row.executionRate(), row.score()));
    }
    for (Indicator row : form.indicators()) {
      fields.addAll(List.of(row.category(), row.aspect(), row.name(), row.target()));
      fields.addAll(List.of(row.actual(), row.maxScore(), row.score(), row.varianceExplanation()));
    }
    fields.addAll(List.of(form.total().maxScore(), form.total().score(), form.total().grade()));
    form.extras().forEach(extra -> fields.add(extra.value()));
    return fields.stream()
        .filter(field -> field.reading() != Reading.BLANK || field.position() != null);
  }
}
