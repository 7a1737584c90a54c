package org.jihe.rule.jurisdiction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A jurisdiction as the build leaves them for the program, with all that it inherits: reading YAML
 * anew in every cold start would take longer than the rules themselves.
 */
public final class ParametersFile {

  private ParametersFile() {}

  /** Name of the resource of a built-in jurisdiction. */
  public static String resource(String jurisdiction) {
    return "/rules/jurisdictions/" + jurisdiction + ".bin";
  }

  public static byte[] toBytes(Jurisdiction jurisdiction) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(jurisdiction.id());
      out.writeUTF(jurisdiction.name());
      out.writeInt(jurisdiction.depth());
      writeTexts(out, jurisdiction.departments());
      writeTexts(out, jurisdiction.templates());
      write(out, jurisdiction.parameters());
      out.writeInt(jurisdiction.periods().size());
      for (Jurisdiction.Period period : jurisdiction.periods()) {
        out.writeInt(period.from());
        out.writeInt(period.to());
        write(out, period.parameters());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static Jurisdiction fromBytes(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String id = in.readUTF();
      String name = in.readUTF();
      int depth = in.readInt();
      List<String> departments = readTexts(in);
      List<String> templates = readTexts(in);
      Parameters parameters = read(in);
      List<Jurisdiction.Period> periods = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        periods.add(new Jurisdiction.Period(in.readInt(), in.readInt(), read(in)));
      }
      return new Jurisdiction(id, name, depth, departments, templates, parameters, periods);
    }
  }

  private static void write(DataOutputStream out, Parameters parameters) throws IOException {
    out.writeUTF(parameters.jurisdiction());
    writeNumbers(out, parameters.thresholds());
    out.writeInt(parameters.words().size());
    for (Map.Entry<String, Words> list : new TreeMap<>(parameters.words()).entrySet()) {
      out.writeUTF(list.getKey());
      writeTexts(out, list.getValue());
    }
    out.writeInt(parameters.patterns().size());
    for (Map.Entry<String, List<Pattern>> list : new TreeMap<>(parameters.patterns()).entrySet()) {
      out.writeUTF(list.getKey());
      writeTexts(out, list.getValue().stream().map(Pattern::pattern).toList());
    }
    out.writeInt(parameters.grades().size());
    for (Parameters.Grade grade : parameters.grades()) {
      out.writeUTF(grade.name());
      out.writeUTF(grade.from().toString());
      writeTexts(out, grade.alsoPrinted());
    }
    out.writeUTF(parameters.executionScore().method().name());
    out.writeInt(parameters.executionScore().bands().size());
    for (ExecutionScore.Band band : parameters.executionScore().bands()) {
      out.writeUTF(band.from().toString());
      out.writeUTF(band.share().toString());
    }
    out.writeUTF(parameters.rounding().name());
    out.writeUTF(parameters.reverseScore().name());
    out.writeInt(parameters.points().size());
    for (Map.Entry<String, Map<String, BigDecimal>> scheme :
        new TreeMap<>(parameters.points()).entrySet()) {
      out.writeUTF(scheme.getKey());
      writeNumbers(out, scheme.getValue());
    }
    writeTexts(out, List.copyOf(new TreeSet<>(parameters.switchedOff())));
  }

  private static Parameters read(DataInputStream in) throws IOException {
    String jurisdiction = in.readUTF();
    Map<String, BigDecimal> thresholds = readNumbers(in);
    Map<String, Words> words = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      words.put(in.readUTF(), Words.of(readTexts(in)));
    }
    Map<String, List<Pattern>> patterns = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      patterns.put(in.readUTF(), readTexts(in).stream().map(Pattern::compile).toList());
    }
    List<Parameters.Grade> grades = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      grades.add(new Parameters.Grade(in.readUTF(), readNumber(in), readTexts(in)));
    }
    ExecutionScore.Method method = ExecutionScore.Method.valueOf(in.readUTF());
    List<ExecutionScore.Band> bands = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      bands.add(new ExecutionScore.Band(readNumber(in), readNumber(in)));
    }
    RateRounding rounding = RateRounding.valueOf(in.readUTF());
    ReverseScore reverse = ReverseScore.valueOf(in.readUTF());
    Map<String, Map<String, BigDecimal>> points = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      points.put(in.readUTF(), readNumbers(in));
    }
    return new Parameters(
        jurisdiction,
        thresholds,
        words,
        patterns,
        grades,
        new ExecutionScore(method, bands),
        rounding,
        reverse,
        points,
        new TreeSet<>(readTexts(in)));
  }

  private static void writeNumbers(DataOutputStream out, Map<String, BigDecimal> numbers)
      throws IOException {
    out.writeInt(numbers.size());
    for (Map.Entry<String, BigDecimal> number : new TreeMap<>(numbers).entrySet()) {
      out.writeUTF(number.getKey());
      out.writeUTF(number.getValue().toString());
    }
  }

  private static Map<String, BigDecimal> readNumbers(DataInputStream in) throws IOException {
    Map<String, BigDecimal> numbers = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      numbers.put(in.readUTF(), readNumber(in));
    }
    return numbers;
  }

  private static BigDecimal readNumber(DataInputStream in) throws IOException {
    return new BigDecimal(in.readUTF());
  }

  private static void writeTexts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
