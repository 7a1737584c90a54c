package org.jihe.publish;

import java.io.IOException;
import java.nio.file.Path;

/** One kind of output. */
interface Publication {

  /**
   * Writes its files.
   *
   * @param folder an empty or shared folder that exists
   */
  void write(ReviewData data, Path folder) throws IOException;
}
