package org.jihe.message;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * JSON that can be shown: it keeps every text exactly, and writes as an escape whatever a terminal
 * would obey. The standard's own escapes leave DEL, C1 and the marks of direction as they are.
 */
public final class VisibleEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1L;

  private static final int DELETE = 0x7f;

  private final int[] ascii = standardAsciiEscapesForJSON();

  public VisibleEscapes() {
    ascii[DELETE] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii.clone();
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int point) {
    return point > DELETE && Visible.isHarmful(point)
        ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", point))
        : null;
  }
}
