package org.jihe.rule.compiled;

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
import org.jihe.form.FormKey;
import org.jihe.rule.drl.RuleHeader;

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
  public static final String RESOURCE = "/rules/compiled-rules.json";

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
      return CompiledFile.fromJson(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** All but the classes, as {@link #RESOURCE} holds them. */
  public byte[] toJson() {
    return CompiledFile.toJson(this);
  }
}
