package org.jihe.rule.compiled;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.jihe.form.FormKey;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Turns rules into Java classes. */
public final class RuleCompiler {

  private static final String MODEL_LIST = "drools-model";

  private RuleCompiler() {}

  /** Depends on the rules' names and text alone. */
  public static String fingerprint(List<DrlFile> files) {
    List<String> parts = new ArrayList<>();
    for (DrlFile file : files) {
      parts.add(file.family() + "/" + file.name());
      parts.add(file.text());
    }
    return FormKey.of(parts.toArray(String[]::new));
  }

  /**
   * Compiles rules.
   *
   * @throws RuleException with file and line of everything that is wrong
   */
  public static CompiledRules compile(List<DrlFile> files) throws RuleException {
    List<RuleHeader> headers = RuleHeader.of(files);
    KieServices services = KieServices.Factory.get();
    String fingerprint = fingerprint(files);
    ReleaseId id = services.newReleaseId("org.jihe", "rules", fingerprint);
    InternalKieModule module = build(services, id, files);
    try {
      Map<String, byte[]> classes = new TreeMap<>();
      List<String> models = new ArrayList<>();
      for (String name : module.getFileNames()) {
        if (name.endsWith(".class")) {
          String className = name.substring(0, name.length() - ".class".length());
          classes.put(className.replace('/', '.'), module.getBytes(name));
        } else if (name.endsWith(MODEL_LIST)) {
          String list = new String(module.getBytes(name), StandardCharsets.UTF_8);
          list.lines()
              .filter(line -> !line.isBlank() && !line.contains(":"))
              .map(String::strip)
              .forEach(models::add);
        }
      }
      models.sort(null);
      return new CompiledRules(fingerprint, headers, models, classes);
    } finally {
      services.getRepository().removeKieModule(id);
    }
  }

  private static InternalKieModule build(KieServices services, ReleaseId id, List<DrlFile> files)
      throws RuleException {
    KieFileSystem sources = services.newKieFileSystem();
    sources.generateAndWritePomXML(id);
    Map<String, DrlFile> byPath = new TreeMap<>();
    for (DrlFile file : files) {
      String path = "jihe/" + file.family() + "/" + file.name() + ".drl";
      byPath.put(path, file);
      sources.write("src/main/resources/" + path, file.text());
    }
    KieBuilder builder = services.newKieBuilder(sources);
    try {
      builder.buildAll(ExecutableModelProject.class);
    } catch (RuntimeException e) {
      // finalBudget > "abc": the compiler tries to make a number of it, and ends.
      if (files.size() == 1) {
        throw new RuleException(List.of(CompileErrors.constant(files.get(0), e)));
      }
      searchOneByOne(services, files);
      throw e;
    }
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty()) {
      List<Problem> problems = CompileErrors.locate(errors, byPath);
      boolean lost = problems.stream().anyMatch(p -> p.file().equals(CompileErrors.UNKNOWN));
      if (lost && files.size() > 1) {
        searchOneByOne(services, files);
      }
      throw new RuleException(problems);
    }
    return (InternalKieModule) builder.getKieModule();
  }

  /** Slow, and certain to name the file: every rule is compiled alone. */
  private static void searchOneByOne(KieServices services, List<DrlFile> files)
      throws RuleException {
    List<Problem> problems = new ArrayList<>();
    for (DrlFile file : files) {
      ReleaseId id = services.newReleaseId("org.jihe", "rules", "search");
      try {
        build(services, id, List.of(file));
      } catch (RuleException e) {
        problems.addAll(e.problems());
      } finally {
        services.getRepository().removeKieModule(id);
      }
    }
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
  }
}
