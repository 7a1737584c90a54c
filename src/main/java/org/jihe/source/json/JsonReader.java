package org.jihe.source.json;

import java.util.ArrayList;
import java.util.List;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Format;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.json.JsonTree.Value;
import org.jihe.source.text.Encodings;

/**
 * Reads transcripts: one object, an array of them, or one after another as JSON Lines; each becomes
 * a grid. The schema is published as {@code schema/transcript.schema.json}.
 */
public final class JsonReader implements FormatReader {

  private static final int NAMES = 200;

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    Encodings.Decoded decoded = Encodings.text(source);
    JsonTree tree = JsonTree.read(decoded.text(), limits.cells());
    if (tree.beyondLimits()) {
      throw new Refusal(source, Reason.LIMIT_EXCEEDED, tree.error(), "");
    }
    List<Grid> grids = new ArrayList<>();
    int transcripts = 0;
    for (Value root : tree.roots()) {
      for (Value value : root.items() == null ? List.of(root) : root.items()) {
        if (TranscriptSheet.isTranscript(value)) {
          transcripts++;
          boolean torn = tree.isTorn(value);
          grids.add(
              torn
                  ? TranscriptSheet.torn(source.name(), value)
                  : TranscriptSheet.whole(source.name(), value));
        }
      }
    }
    if (!tree.error().isEmpty() && (transcripts == 0 || !tree.isTorn())) {
      throw new Refusal(source, Reason.DAMAGED, tree.error(), Encodings.excerpt(decoded.text()));
    }
    if (transcripts == 0) {
      throw new Refusal(
          source, Reason.NO_FORM_FOUND, names(tree.roots()), Encodings.excerpt(decoded.text()));
    }
    return new Document(source.name(), Format.JSON.id(), decoded.encoding(), grids);
  }

  /** The first names of what is there instead of a transcript. */
  private static String names(List<Value> roots) {
    StringBuilder names = new StringBuilder();
    for (Value root : roots) {
      Value first = root.items() == null || root.items().isEmpty() ? root : root.items().get(0);
      if (first.members() != null) {
        names
            .append(names.isEmpty() ? "" : "; ")
            .append(String.join(", ", first.members().keySet()));
      }
      if (names.length() > NAMES) {
        break;
      }
    }
    return names.substring(0, Math.min(NAMES, names.length()));
  }
}
