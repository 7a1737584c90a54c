package org.jihe.reading;

import java.io.Serializable;
import org.jihe.layout.LayoutCodec;
import org.jihe.layout.Position;

/**
 * The rows of a form as printed, in the short form in which they are kept: a grid with its cells
 * takes a hundred times the room.
 *
 * @param origin the form's first cell
 * @param bytes the rows, as {@link LayoutCodec} writes them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record KeptLayout(Position origin, byte[] bytes) implements Serializable {}
