package org.jihe.source.file;

import org.jihe.layout.Document;

/** Reader of one physical format: bytes to cells. Safe for use by several threads. */
public interface FormatReader {

  /**
   * Reads one source whole.
   *
   * @throws Refusal where there is nothing to read, the file is damaged, protected, or beyond the
   *     limits
   */
  Document read(RawFile source, Limits limits) throws Refusal;

  /**
   * Reads one source that may lie in another one.
   *
   * @param unpacked counts what is unpacked to read it
   */
  default Document read(RawFile source, Limits limits, Unpacked unpacked) throws Refusal {
    return read(source, limits);
  }
}
