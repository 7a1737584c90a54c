package org.jihe.template;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The template declarations that come with the program, checked when they are loaded. */
final class Templates {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

  private static final List<String> HEAD =
      List.of("projectName", "supervisingDepartment", "implementingAgency");
  private static final List<String> FUNDING_COLUMNS =
      List.of(
          "originalBudget",
          "finalBudget",
          "actualExpenditure",
          "maxScore",
          "executionRate",
          "score");
  private static final List<String> FUNDING_ROWS =
      List.of("total", "currentYearAppropriation", "priorYearCarryOver", "otherFunds");
  private static final List<String> INDICATOR_COLUMNS =
      List.of(
          "category",
          "aspect",
          "name",
          "target",
          "actual",
          "maxScore",
          "score",
          "varianceExplanation");

  private Templates() {}

  static Template standard() {
    return load("shanghai-project");
  }

  /** Loads {@code templates/ID.json}. */
  static Template load(String id) {
    String resource = "/templates/" + id + ".json";
    try (InputStream in = Templates.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no template " + resource);
      }
      return read(resource, in);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /**
   * Reads a declaration.
   *
   * @param name what a message calls it
   * @throws IllegalArgumentException where it is no template, naming the part and the place
   */
  static Template read(String name, InputStream declaration) throws IOException {
    try {
      return checked(name, JSON.readValue(declaration, Template.class)).keyed();
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      String at = place == null ? "" : ":" + place.getLineNr();
      throw new IllegalArgumentException(name + at + ": " + e.getOriginalMessage(), e);
    }
  }

  private static Template checked(String resource, Template template) {
    require(resource, "head", HEAD, List.copyOf(template.head().keySet()));
    require(resource, "funding.columns", FUNDING_COLUMNS, names(template.funding().columns()));
    require(resource, "funding.rows", FUNDING_ROWS, names(template.funding().rows()));
    require(
        resource, "indicators.columns", INDICATOR_COLUMNS, names(template.indicators().columns()));
    if (template.categories().isEmpty() || template.titles().isEmpty()) {
      throw new IllegalArgumentException(resource + ": titles and categories must not be empty");
    }
    return template;
  }

  private static List<String> names(java.util.Map<String, List<String>> labels) {
    return List.copyOf(labels.keySet());
  }

  private static void require(
      String resource, String part, List<String> needed, List<String> found) {
    if (found.size() != needed.size() || !found.containsAll(needed)) {
      throw new IllegalArgumentException(resource + ": " + part + " must name " + needed);
    }
  }
}
