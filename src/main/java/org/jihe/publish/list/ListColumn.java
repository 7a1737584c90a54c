package org.jihe.publish.list;

import java.util.List;

/** The columns of the list that goes back to a department, in their order. */
public enum ListColumn {
  /** What the line is known by when it comes back; hidden. */
  KEY("识别码（请勿改动）", 18, "识别码", "指纹", "fingerprint"),
  NUMBER("序号", 5, "编号"),
  SEVERITY("级别", 6),
  PROJECT("项目", 16, "项目名称"),
  AGENCY("实施单位", 12, "单位"),
  PLACE("位置", 17, "单元格"),
  REPORTED("填报内容", 14, "填报"),
  PROBLEM("问题", 34, "发现的问题", "存在问题", "说明"),
  BASIS("依据", 15),
  ADVICE("应当/建议", 22, "应当", "建议", "修改建议"),
  DUE("整改期限", 10, "期限"),
  REPLY("单位反馈", 20, "反馈", "反馈意见", "整改情况"),
  BY("反馈人", 9, "联系人", "填报人"),
  STATE("状态", 9, "整改状态"),
  OPINION("复核意见", 14, "审核意见", "财政意见");

  /** Name of the sheet whose lines want an answer. */
  public static final String SHEET = "退回修改清单";

  /** Beginning of the name of every such list's file. */
  public static final String FILE = "退回修改清单-";

  private final String head;
  private final int width;
  private final String aliases;

  ListColumn(String head, int width, String... aliases) {
    this.head = head;
    this.width = width;
    this.aliases = String.join("|", aliases);
  }

  /** Its place among the columns, counted from 0. */
  public int place() {
    return List.of(values()).indexOf(this);
  }

  /** What stands above the column. */
  public String head() {
    return head;
  }

  /** How wide it is, in digits. */
  public int width() {
    return width;
  }

  /** What else departments call it. */
  public List<String> aliases() {
    return aliases.isEmpty() ? List.of() : List.of(aliases.split("\\|"));
  }
}
