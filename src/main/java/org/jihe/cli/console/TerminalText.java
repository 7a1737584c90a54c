package org.jihe.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jihe.message.Visible;
import org.jihe.view.Palette;

/**
 * The last fence before a terminal: whatever a command prints goes out as text, line feeds, tabs
 * and, where colours are wanted, colours. Views make the text of files visible themselves, so that
 * columns line up; what one forgets is made visible here.
 */
final class TerminalText extends OutputStream {

  private static final char ESCAPE = '\u001b';

  /** Bold, faint, italic, underlined, coloured letters, and their end; nothing that hides text. */
  private static final Pattern COLOUR =
      Pattern.compile("\u001b\\[(?:(?:[0-4]|2[1-4]|3[0-79]|9[0-7])(?:;(?!m)|(?=m))){1,4}m");

  private static final Pattern BEGUN = Pattern.compile("\u001b(?:\\[[0-9;]{0,11})?");

  private final PrintStream out;
  private final Palette palette;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  /** Bytes of a character whose others are still to come. */
  private ByteBuffer rest = ByteBuffer.allocate(0);

  /** A colour that has begun. */
  private final StringBuilder begun = new StringBuilder();

  private TerminalText(PrintStream out, Palette palette) {
    this.out = out;
    this.palette = palette;
  }

  /** A stream into which anything may be printed. */
  static PrintStream over(PrintStream out, Palette palette) {
    // Not flushed after every piece: a colour may stand across two pieces of a long text.
    return new PrintStream(new TerminalText(out, palette), false, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(rest.remaining() + length);
    all.put(rest).put(bytes, offset, length).flip();
    CharBuffer text = CharBuffer.allocate(all.remaining() + 1);
    decoder.reset().decode(all, text, false);
    rest = all.slice();
    StringBuilder shown = new StringBuilder(text.position() + 16);
    text.flip().chars().forEach(c -> take(shown, (char) c));
    print(shown);
  }

  /** What is printed is printed whole: a colour that is still open here is none. */
  @Override
  public synchronized void flush() throws IOException {
    if (!begun.isEmpty()) {
      StringBuilder shown = new StringBuilder();
      close(shown);
      print(shown);
    }
    out.flush();
  }

  private void print(StringBuilder shown) throws IOException {
    out.write(shown.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void take(StringBuilder shown, char c) {
    if (!begun.isEmpty()) {
      begun.append(c);
      if (COLOUR.matcher(begun).matches()) {
        shown.append(begun);
        begun.setLength(0);
        return;
      }
      if (BEGUN.matcher(begun).matches()) {
        return;
      }
      begun.setLength(begun.length() - 1);
      close(shown);
    }
    if (c == ESCAPE && palette == Palette.COLOURED) {
      begun.append(c);
    } else if (Visible.isHarmful(c) && c != '\n' && c != '\t') {
      shown.append(Visible.standIn(c));
    } else {
      shown.append(c);
    }
  }

  /** What has begun is no colour. */
  private void close(StringBuilder shown) {
    shown.append(Visible.standIn(begun.charAt(0))).append(begun, 1, begun.length());
    begun.setLength(0);
  }
}
