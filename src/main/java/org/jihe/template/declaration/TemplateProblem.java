package org.jihe.template.declaration;

import java.util.Map;

/**
 * Something wrong with a template declaration.
 *
 * @param file the declaration, or the folder that should hold it
 * @param line line in the file, counted from 1; 0 where it is not known
 * @param path path in the declaration, such as {@code funding.columns.finalBudget}; may be empty
 * @param key key of the message, in the bundle {@code templates}
 * @param arguments values for the message's placeholders
 */
public record TemplateProblem(
    String file, int line, String path, String key, Map<String, String> arguments) {

  public TemplateProblem {
    arguments = Map.copyOf(arguments);
  }

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + path + " " + key + " " + arguments;
  }
}
