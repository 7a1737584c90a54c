package org.jihe.publish.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.jihe.message.Visible;
import org.junit.jupiter.api.Test;

class FileNamesTest {

  private final FileNames names = new FileNames();

  @Test
  void keepsWhatFileSystemsTake() {
    assertThat(names.ofForm(3, "区大数据中心等保三级系统平台测评(2022运维)"))
        .isEqualTo("03-区大数据中心等保三级系统平台测评(2022运维)");
  }

  @Test
  void leavesTheFolderInNoCase() {
    assertThat(names.ofForm(1, "../../etc/passwd")).isEqualTo("01-etc_passwd");
    assertThat(names.ofForm(2, "C:\\x\u0000y")).isEqualTo("02-C_x_y");
    assertThat(names.ofForm(3, "..")).isEqualTo("03");
    assertThat(names.ofForm(4, null)).isEqualTo("04");
  }

  @Test
  void holdsNothingThatATerminalObeys() {
    for (int c = 0; c < 0x10000; c++) {
      if (Visible.isHarmful(c)) {
        assertThat(new FileNames().ofForm(1, "停" + (char) c + "车"))
            .as("U+%04X", c)
            .isEqualTo("01-停_车");
      }
    }
  }

  @Test
  void givesNoNameTwice() {
    assertThat(names.ofForm(1, "停车费")).isEqualTo("01-停车费");
    assertThat(names.ofForm(1, "停车费")).isEqualTo("01-停车费-2");
    assertThat(names.ofForm(1, "停车费")).isEqualTo("01-停车费-3");
  }

  @Test
  void staysWithinWhatFileSystemsTake() {
    String name = names.ofForm(1, "很长的名称".repeat(100)) + ".json";
    assertThat(name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length).isLessThan(255);
  }
}
