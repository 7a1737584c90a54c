package org.jihe.source;

import java.util.List;
import java.util.Map;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jspecify.annotations.Nullable;

/** Reads a source of any format. Safe for use by several threads. */
public final class Sources {

  /** One reader each; a new format is a class and a line here. */
  private static final Map<Format, FormatReader> READERS =
      Map.ofEntries(
          Map.entry(Format.TEXT, new TextReader()), //
          Map.entry(Format.PDF, new PdfReader(Tesseract::installed)),
          Map.entry(Format.IMAGE, new ImageReader(Tesseract::installed)));

  private final Limits limits;

  public Sources(Limits limits) {
    this.limits = limits;
  }

  /** A document, or why there is none: exactly one of the two is set. */
  public record Reading(String file, @Nullable Document document, @Nullable Quarantined refusal) {}

  /** Reads one source: one reading, or one for every member of an archive. */
  public List<Reading> read(RawFile source) {
    try {
      if (source.content().length > limits.bytes()) {
        throw new Refusal(source, Reason.TOO_LARGE, source.content().length + " B", "");
      }
      FormatReader reader = READERS.get(Format.TEXT);
      if (reader == null) {
        throw new Refusal(source, Reason.UNKNOWN_FORMAT, source.content().length + " B", "");
      }
      return List.of(new Reading(source.name(), reader.read(source, limits), null));
    } catch (Refusal refusal) {
      return List.of(new Reading(source.name(), null, refusal.entry()));
    }
  }
}
