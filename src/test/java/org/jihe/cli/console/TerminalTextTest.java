package org.jihe.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jihe.view.Palette;
import org.junit.jupiter.api.Test;

class TerminalTextTest {

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  private PrintStream over(Palette palette) {
    return TerminalText.over(new PrintStream(shown, true, StandardCharsets.UTF_8), palette);
  }

  private String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  @Test
  void textLinesAndTabsGoOut() {
    over(Palette.PLAIN).println("停车费\t𠮷😀\n二");
    assertThat(shown()).isEqualTo("停车费\t𠮷😀\n二\n");
  }

  @Test
  void whatATerminalObeysIsShown() {
    over(Palette.PLAIN).println("\u001b[31m\u009b2J\u007f\u0000\u0007\r\u202e\u2028");
    assertThat(shown())
        .isEqualTo("\\x1b[31m\\xc2\\x9b2J\\x7f\\x00\\x07\\x0d\\xe2\\x80\\xae\\xe2\\x80\\xa8\n");
  }

  @Test
  void coloursGoOutWhereTheyAreWanted() {
    PrintStream out = over(Palette.COLOURED);
    String coloured = Palette.COLOURED.bad("错误") + Palette.COLOURED.faint("一") + "\u001b[33;1m";
    out.println(coloured);
    assertThat(shown()).isEqualTo(coloured + "\n");
  }

  @Test
  void nothingElseDoes() {
    for (String hidden :
        new String[] {
          "[8m", "[5m", "[7m", "[41m", "[38;5;0m", "[2J", "]0;x", "[m", "c", "[1", ""
        }) {
      shown.reset();
      over(Palette.COLOURED).println("一\u001b" + hidden + "\u001b[31m二");
      assertThat(shown()).isEqualTo("一\\x1b" + hidden + "\u001b[31m二\n");
    }
    shown.reset();
    PrintStream out = over(Palette.COLOURED);
    out.print("一\u001b[3");
    out.flush();
    assertThat(shown()).isEqualTo("一\\x1b[3");
  }

  @Test
  void bytesMayComeOneByOne() {
    PrintStream out = over(Palette.COLOURED);
    for (byte each : "停\u001b[1;31m𠮷\u009b\u001b[0m".getBytes(StandardCharsets.UTF_8)) {
      out.write(each);
    }
    out.flush();
    assertThat(shown()).isEqualTo("停\u001b[1;31m𠮷\\xc2\\x9b\u001b[0m");
  }

  @Test
  void longTextsStayWhole() {
    String text = (Palette.COLOURED.bad("很长") + "x").repeat(20_000);
    over(Palette.COLOURED).print(text);
    assertThat(shown()).isEqualTo(text);
  }
}
