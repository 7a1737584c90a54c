package org.jihe.rule.fact.wording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.rule.jurisdiction.Parameters;

/** Whether an explanation admits that something was wrong. */
public final class Defects {

  private static final Pattern CLAUSES = Pattern.compile("[，,。；;]");
  private static final Pattern SHORT_OF =
      Pattern.compile(
          "(?:尚未|未能|未|没有|不够|不)(?=完成|达|能|及时|按|足|到位|完善|健全|落实|实施|开展|通过|充分|理想|明显|高)|仍需|有待|偏低|较低");
  private static final Pattern DENIAL = Pattern.compile("(?:未|无|没有|不)[^，]{0,4}$");

  private Defects() {}

  /** True where a clause names something unwelcome, late or poor that it does not deny. */
  public static boolean admitted(String text, Parameters words) {
    String seen = words.masked("lexical", words.masked("notLate", text));
    for (String clause : CLAUSES.split(seen, -1)) {
      if (SHORT_OF.matcher(clause).find()
          || asserts("unwelcome", clause, words)
          || asserts("late", clause, words)
          || asserts("poor", clause, words)) {
        return true;
      }
    }
    return false;
  }

  private static boolean asserts(String list, String clause, Parameters words) {
    String word = words.firstWord(list, clause);
    if (word == null) {
      return false;
    }
    Matcher denied = DENIAL.matcher(clause.substring(0, clause.indexOf(word)));
    return !denied.find();
  }
}
