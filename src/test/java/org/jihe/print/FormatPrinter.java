package org.jihe.print;

import java.util.List;

/** Prints forms into one file of one format. */
interface FormatPrinter {

  /**
   * @param name of the file without its ending
   */
  Printed print(String name, List<PrintedForm> forms);
}
