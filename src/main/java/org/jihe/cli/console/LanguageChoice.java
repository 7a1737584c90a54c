package org.jihe.cli.console;

import java.util.Locale;
import java.util.Map;
import org.jihe.message.Language;
import org.jspecify.annotations.Nullable;

/**
 * Finds the user's language before the command line is parsed, so that mistakes in it are told in
 * it.
 */
public final class LanguageChoice {

  private static final String OPTION = "--lang";

  private LanguageChoice() {}

  /** The language of {@code --lang}, else of the variable {@code JIHE_LANG}, else Chinese. */
  public static Language of(String[] arguments, Map<String, String> environment) {
    Language chosen = null;
    for (int index = 0; index < arguments.length; index++) {
      String argument = arguments[index];
      if (argument.equals("--")) {
        break;
      }
      if (argument.equals(OPTION) && index + 1 < arguments.length) {
        chosen = parse(arguments[index + 1]);
      } else if (argument.startsWith(OPTION + "=")) {
        chosen = parse(argument.substring(OPTION.length() + 1));
      }
    }
    if (chosen == null) {
      chosen = parse(environment.get("JIHE_LANG"));
    }
    return chosen == null ? Language.ZH : chosen;
  }

  private static @Nullable Language parse(@Nullable String code) {
    for (Language language : Language.values()) {
      if (code != null && language.code().equals(code.toLowerCase(Locale.ROOT))) {
        return language;
      }
    }
    return null;
  }
}
