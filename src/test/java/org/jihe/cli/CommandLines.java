package org.jihe.cli;

import java.util.ArrayList;
import java.util.List;

/** A process of tests: runs commands one after the other, parted by {@code ;}, and says how. */
final class CommandLines {

  private CommandLines() {}

  public static void main(String[] arguments) {
    List<String> command = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(";")) {
        Run run = Run.of(command.toArray(String[]::new));
        System.out.println(run.out() + run.err());
        System.out.println("ended " + command.get(0) + " " + run.code());
        command.clear();
      } else {
        command.add(argument);
      }
    }
    System.exit(0);
  }
}
