package org.jihe.source;

import org.jihe.layout.Document;

/** Reader of one physical format: bytes to cells. Safe for use by several threads. */
interface FormatReader {

  /**
   * Reads one source whole.
   *
   * @throws Refusal where there is nothing to read, the file is damaged, protected, or beyond the
   *     limits
   */
  Document read(RawFile source, Limits limits) throws Refusal;
}
