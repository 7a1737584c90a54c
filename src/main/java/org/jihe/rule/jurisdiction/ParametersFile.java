package org.jihe.rule.jurisdiction;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jihe.finding.Severity;
import org.jihe.rule.folder.PlainJson;

/**
 * A jurisdiction as the build leaves them for the program, with all that it inherits: reading YAML
 * anew in every cold start would take longer than the rules themselves.
 */
public final class ParametersFile {

  private ParametersFile() {}

  /** Name of the resource of a built-in jurisdiction. */
  public static String resource(String jurisdiction) {
    return "/rules/jurisdictions/" + jurisdiction + ".json";
  }

  public static byte[] toBytes(Jurisdiction jurisdiction) {
    try {
      return new ObjectMapper()
          .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
          .writeValueAsBytes(jurisdiction);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A jurisdiction.
   *
   * @throws IOException where the bytes are not what {@link #toBytes} writes
   */
  public static Jurisdiction fromBytes(byte[] bytes) throws IOException {
    PlainJson json = PlainJson.read(bytes);
    List<Jurisdiction.Period> periods = new ArrayList<>();
    for (PlainJson period : json.objects("periods")) {
      periods.add(
          new Jurisdiction.Period(
              period.number("from").intValueExact(),
              period.number("to").intValueExact(),
              parameters(period.object("parameters"))));
    }
    return new Jurisdiction(
        json.text("id"),
        json.text("name"),
        json.number("depth").intValueExact(),
        json.texts("departments"),
        json.texts("templates"),
        parameters(json.object("parameters")),
        periods,
        sources(json));
  }

  private static List<Source> sources(PlainJson json) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (PlainJson one : json.objects("sources")) {
      sources.add(
          new Source(
              one.text("parameter"),
              one.text("value"),
              one.text("source"),
              one.text("quoted"),
              one.number("from").intValueExact(),
              one.number("to").intValueExact(),
              Source.Confidence.valueOf(one.text("confidence"))));
    }
    return sources;
  }

  private static Map<String, Severity> severities(PlainJson json) throws IOException {
    Map<String, Severity> severities = new TreeMap<>();
    for (String rule : json.names()) {
      severities.put(rule, Severity.valueOf(json.text(rule)));
    }
    return severities;
  }

  private static Parameters parameters(PlainJson json) throws IOException {
    Map<String, Words> words = new TreeMap<>();
    PlainJson lists = json.object("words");
    for (String name : lists.names()) {
      words.put(name, Words.of(lists.texts(name)));
    }
    Map<String, List<Pattern>> patterns = new TreeMap<>();
    PlainJson regexes = json.object("patterns");
    for (String name : regexes.names()) {
      patterns.put(name, regexes.texts(name).stream().map(Pattern::compile).toList());
    }
    Map<String, Map<String, BigDecimal>> points = new TreeMap<>();
    PlainJson schemes = json.object("points");
    for (String scheme : schemes.names()) {
      points.put(scheme, numbers(schemes.object(scheme)));
    }
    return new Parameters(
        json.text("jurisdiction"),
        numbers(json.object("thresholds")),
        words,
        patterns,
        grades(json),
        executionScore(json.object("executionScore")),
        RateRounding.valueOf(json.text("rounding")),
        ReverseScore.valueOf(json.text("reverseScore")),
        points,
        new TreeSet<>(json.texts("switchedOff")),
        severities(json.object("severities")),
        PrioritySection.of(json.object("priority")));
  }

  private static Map<String, BigDecimal> numbers(PlainJson json) throws IOException {
    Map<String, BigDecimal> numbers = new TreeMap<>();
    for (String name : json.names()) {
      numbers.put(name, json.number(name));
    }
    return numbers;
  }

  private static List<Parameters.Grade> grades(PlainJson json) throws IOException {
    List<Parameters.Grade> grades = new ArrayList<>();
    for (PlainJson grade : json.objects("grades")) {
      grades.add(
          new Parameters.Grade(
              grade.text("name"), grade.number("from"), grade.texts("alsoPrinted")));
    }
    return grades;
  }

  private static ExecutionScore executionScore(PlainJson json) throws IOException {
    List<ExecutionScore.Band> bands = new ArrayList<>();
    for (PlainJson band : json.objects("bands")) {
      bands.add(new ExecutionScore.Band(band.number("from"), band.number("share")));
    }
    return new ExecutionScore(ExecutionScore.Method.valueOf(json.text("method")), bands);
  }
}
