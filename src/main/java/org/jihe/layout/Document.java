package org.jihe.layout;

import java.io.Serializable;
import java.util.List;

/**
 * One source after its format has been read: cells with their positions and nothing else.
 *
 * @param file path of the source as the user gave it
 * @param format short name of the physical format, such as {@code text}
 * @param encoding character encoding of a text source, such as {@code GB18030}; {@link #RECOGNISED}
 *     where the text of pictures was recognised; empty otherwise
 * @param grids the pages or sheets in order
 * @param notes what reading the format has done to texts of cells
 */
public record Document(
    String file, String format, String encoding, List<Grid> grids, List<CellNote> notes)
    implements Serializable {

  /** In place of an encoding: some text was recognised in pictures. */
  public static final String RECOGNISED = "OCR";

  public Document {
    grids = List.copyOf(grids);
    notes = List.copyOf(notes);
  }

  /** A source whose texts are as it has them. */
  public Document(String file, String format, String encoding, List<Grid> grids) {
    this(file, format, encoding, grids, List.of());
  }
}
