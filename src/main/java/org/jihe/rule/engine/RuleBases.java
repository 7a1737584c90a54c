package org.jihe.rule.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jihe.rule.compiled.CompiledRules;
import org.kie.api.KieBase;

/** Makes Drools' rule base from compiled rules. Nothing is compiled here. */
final class RuleBases {

  private RuleBases() {}

  static KieBase load(CompiledRules compiled) {
    ClassLoader program = RuleBases.class.getClassLoader();
    ClassLoader loader =
        compiled.classes().isEmpty() ? program : new RuleClasses(program, compiled.classes());
    List<Model> models = new ArrayList<>();
    for (String name : compiled.models()) {
      try {
        models.add((Model) loader.loadClass(name).getDeclaredConstructor().newInstance());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("compiled rules cannot be loaded: " + name, e);
      }
    }
    return KieBaseBuilder.createKieBaseFromModel(models);
  }

  /**
   * The classes of changed rules. They come before those of the program: a rule that was not
   * changed has the same class name in both.
   */
  private static final class RuleClasses extends ClassLoader {

    private final Map<String, byte[]> classes;

    RuleClasses(ClassLoader program, Map<String, byte[]> classes) {
      super(program);
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        byte[] code = classes.get(name);
        if (code == null) {
          return super.loadClass(name, resolve);
        }
        Class<?> known = findLoadedClass(name);
        return known == null ? defineClass(name, code, 0, code.length) : known;
      }
    }
  }
}
