package org.jihe.rule.drl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jihe.rule.folder.RuleException.Problem;

/**
 * Names that a condition binds; Drools takes the second binding of a name silently for the first.
 */
public final class Bindings {

  private final DrlFile file;
  private final String code;
  private final List<Problem> twice = new ArrayList<>();

  /** Where the next binding of a name is looked for. */
  private final Map<String, Integer> from = new HashMap<>();

  private Bindings(DrlFile file) {
    this.file = file;
    this.code = DrlText.codeAlone(file.text());
  }

  /** The places where a name is bound that is bound already. */
  public static List<Problem> twice(DrlRule rule) {
    RuleDescr descr = rule.rule();
    Bindings bindings = new Bindings(rule.file());
    if (descr != null) {
      bindings.in(descr.getLhs(), new HashSet<>());
    }
    return bindings.twice;
  }

  private void in(BaseDescr part, Set<String> known) {
    if (part instanceof PatternDescr pattern) {
      for (String name : pattern.getAllBoundIdentifiers()) {
        int line = line(name, pattern);
        if (!known.add(name)) {
          Map<String, String> names = Map.of("name", name);
          twice.add(Problem.of(file.file(), line, "lint.boundTwice", names));
        }
      }
    } else if (part instanceof ConditionalElementDescr several) {
      parts(several, known);
    }
  }

  private void parts(ConditionalElementDescr several, Set<String> known) {
    // Nobody outside sees what is bound here; of alternatives, each may bind the same names.
    boolean apart =
        several instanceof NotDescr
            || several instanceof ExistsDescr
            || several instanceof ForallDescr;
    boolean alternatives = several instanceof OrDescr;
    Set<String> bound = new HashSet<>(known);
    for (BaseDescr part : several.getDescrs()) {
      Set<String> here = apart || alternatives ? new HashSet<>(known) : known;
      in(part, here);
      bound.addAll(here);
    }
    if (alternatives) {
      known.addAll(bound);
    }
  }

  private int line(String name, PatternDescr pattern) {
    int start = Math.max(pattern.getStartCharacter(), from.getOrDefault(name, 0));
    Matcher binding =
        Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "\\s*:(?!:)").matcher(code);
    if (start > code.length() || !binding.find(start)) {
      return pattern.getLine();
    }
    from.put(name, binding.end());
    return DrlText.line(code, binding.start());
  }
}
