package org.jihe.generate.print;

import java.util.List;

/** Prints forms into one file of one format. */
public interface FormatPrinter {

  /**
   * Prints the forms, one after the other.
   *
   * @param name of the file without its ending
   */
  Printed print(String name, List<PrintedForm> forms);
}
