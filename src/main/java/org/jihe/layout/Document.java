package org.jihe.layout;

import java.io.Serializable;
import java.util.List;

/**
 * One source after its format has been read: cells with their positions and nothing else.
 *
 * @param file path of the source as the user gave it
 * @param format short name of the physical format, such as {@code text}
 * @param encoding character encoding of a text source, such as {@code GB18030}; empty otherwise
 * @param grids the pages or sheets in order
 */
public record Document(String file, String format, String encoding, List<Grid> grids)
    implements Serializable {

  public Document {
    grids = List.copyOf(grids);
  }
}
