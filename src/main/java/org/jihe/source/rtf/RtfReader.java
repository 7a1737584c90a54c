package org.jihe.source.rtf;

import org.jihe.layout.Document;
import org.jihe.source.file.Budget;
import org.jihe.source.file.Format;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.file.Unpacked;
import org.jihe.source.office.OfficeFile;

/**
 * Reads Rich Text Format, which word processors also write under the name {@code .doc}: a grid for
 * each table, with the paragraphs above it. Hidden, struck and deleted text is not read and is told
 * of.
 */
public final class RtfReader implements FormatReader {

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    return read(source, limits, new Unpacked(limits, source.content().length));
  }

  @Override
  public Document read(RawFile source, Limits limits, Unpacked unpacked) throws Refusal {
    return OfficeFile.read(
        source,
        new Budget(limits, unpacked),
        Format.RTF,
        (raw, budget) -> new RtfContents(raw, budget).contents());
  }
}
