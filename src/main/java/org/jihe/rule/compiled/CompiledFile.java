package org.jihe.rule.compiled;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jihe.finding.Severity;
import org.jihe.form.FormKind;
import org.jihe.rule.drl.ParameterUse;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.folder.PlainJson;

/**
 * Compiled rules as a file: what is known of them as JSON; where they are kept with their classes,
 * an archive of that and of the classes.
 */
final class CompiledFile {

  private static final String HEADERS = "rules.json";
  private static final String CLASS = ".class";

  private CompiledFile() {}

  /** All but the classes. */
  private record Known(String fingerprint, List<RuleHeader> headers, List<String> models) {}

  /** The rules without their classes. */
  static byte[] toJson(CompiledRules rules) {
    try {
      Known known = new Known(rules.fingerprint(), rules.headers(), rules.models());
      return new ObjectMapper().writeValueAsBytes(known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Rules without classes.
   *
   * @throws IOException where the bytes are not what {@link #toJson} writes
   */
  static CompiledRules fromJson(byte[] json) throws IOException {
    return read(json, Map.of());
  }

  /** The rules and their classes. */
  static byte[] toArchive(CompiledRules rules) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      put(zip, HEADERS, toJson(rules));
      for (Map.Entry<String, byte[]> each : rules.classes().entrySet()) {
        put(zip, each.getKey() + CLASS, each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  /**
   * Rules with their classes.
   *
   * @throws IOException where the bytes are not what {@link #toArchive} writes
   */
  static CompiledRules fromArchive(byte[] bytes) throws IOException {
    byte[] json = new byte[0];
    Map<String, byte[]> classes = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readAllBytes();
        String name = entry.getName();
        if (name.equals(HEADERS)) {
          json = content;
        } else {
          classes.put(name.substring(0, name.length() - CLASS.length()), content);
        }
      }
    }
    return read(json, classes);
  }

  private static CompiledRules read(byte[] json, Map<String, byte[]> classes) throws IOException {
    PlainJson known = PlainJson.read(json);
    List<RuleHeader> headers = new ArrayList<>();
    try {
      for (PlainJson header : known.objects("headers")) {
        headers.add(header(header));
      }
    } catch (IllegalArgumentException e) { // A severity that there is not.
      throw new IOException(e);
    }
    return new CompiledRules(known.text("fingerprint"), headers, known.texts("models"), classes);
  }

  private static RuleHeader header(PlainJson json) throws IOException {
    PlainJson info = json.object("info");
    List<ParameterUse> uses = new ArrayList<>();
    for (PlainJson use : json.objects("uses")) {
      int line = use.number("line").intValueExact();
      uses.add(new ParameterUse(use.flag("threshold"), use.text("name"), line));
    }
    return new RuleHeader(
        new RuleInfo(
            info.text("id"),
            info.text("family"),
            Severity.valueOf(info.text("severity")),
            info.texts("severities").stream().map(Severity::valueOf).toList(),
            info.text("scope"),
            info.text("basis"),
            info.texts("requires"),
            info.text("since")),
        json.texts("concerns"),
        uses,
        json.texts("formKinds").stream().map(FormKind::valueOf).toList(),
        json.texts("yieldsTo"));
  }
}
