package org.jihe.rule.compiled;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.finding.Severity;
import org.jihe.form.FormKey;
import org.jihe.rule.drl.ParameterUse;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.drl.RuleInfo;

/**
 * Rules as Java classes, ready to be loaded.
 *
 * @param fingerprint depends on the rules' text alone
 * @param headers what the rules' annotations say, in order of family and name
 * @param models names of the classes that hold the rules
 * @param classes byte code by class name; empty where the program itself brings the classes
 */
public record CompiledRules(
    String fingerprint, List<RuleHeader> headers, List<String> models, Map<String, byte[]> classes)
    implements Serializable {

  /** Where the program finds its own rules. */
  public static final String RESOURCE = "/rules/compiled-rules.bin";

  private static final int FORMAT = 3;

  public CompiledRules {
    headers = List.copyOf(headers);
    models = List.copyOf(models);
    classes = Collections.unmodifiableMap(new TreeMap<>(classes));
  }

  /** The rules that the program was built with. */
  public static CompiledRules ofProgram() {
    try (InputStream in = CompiledRules.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + RESOURCE);
      }
      return fromBytes(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same rules whose classes are found on the class path. */
  public CompiledRules withoutClasses() {
    return new CompiledRules(fingerprint, headers, models, Map.of());
  }

  /** These rules and others, whose classes have other names. */
  public CompiledRules with(CompiledRules more) {
    List<RuleHeader> all = new ArrayList<>(headers);
    all.addAll(more.headers);
    all.sort(
        Comparator.comparing((RuleHeader header) -> header.info().family())
            .thenComparing(header -> header.info().id()));
    List<String> allModels = new ArrayList<>(models);
    allModels.addAll(more.models);
    Map<String, byte[]> allClasses = new TreeMap<>(classes);
    allClasses.putAll(more.classes);
    return new CompiledRules(FormKey.of(fingerprint, more.fingerprint), all, allModels, allClasses);
  }

  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeUTF(fingerprint);
      out.writeInt(headers.size());
      for (RuleHeader header : headers) {
        RuleInfo info = header.info();
        out.writeUTF(info.id());
        out.writeUTF(info.family());
        out.writeUTF(info.severity().name());
        writeList(out, info.severities().stream().map(Severity::name).toList());
        out.writeUTF(info.scope());
        out.writeUTF(info.basis());
        writeList(out, info.requires());
        out.writeUTF(info.since());
        writeList(out, header.concerns());
        out.writeInt(header.uses().size());
        for (ParameterUse use : header.uses()) {
          out.writeBoolean(use.threshold());
          out.writeUTF(use.name());
          out.writeInt(use.line());
        }
      }
      writeList(out, models);
      out.writeInt(classes.size());
      for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        out.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException where the bytes are not what {@link #toBytes} writes
   */
  static CompiledRules fromBytes(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != FORMAT) {
        throw new IOException("written by another version");
      }
      String fingerprint = in.readUTF();
      List<RuleHeader> headers = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        RuleInfo info =
            new RuleInfo(
                in.readUTF(),
                in.readUTF(),
                Severity.valueOf(in.readUTF()),
                readList(in).stream().map(Severity::valueOf).toList(),
                in.readUTF(),
                in.readUTF(),
                readList(in),
                in.readUTF());
        headers.add(new RuleHeader(info, readList(in), readUses(in)));
      }
      List<String> models = readList(in);
      Map<String, byte[]> classes = new TreeMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        classes.put(name, in.readNBytes(in.readInt()));
      }
      return new CompiledRules(fingerprint, headers, models, classes);
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
  }

  private static List<ParameterUse> readUses(DataInputStream in) throws IOException {
    List<ParameterUse> uses = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      uses.add(new ParameterUse(in.readBoolean(), in.readUTF(), in.readInt()));
    }
    return uses;
  }

  private static void writeList(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static List<String> readList(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
