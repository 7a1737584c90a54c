package org.jihe.rule.fact.wording;

/** A part of the form that has points of its own (预算执行 and the 一级指标). */
public enum PointsPart {
  EXECUTION("execution", "预算执行"),
  COST("cost", "成本"),
  OUTPUT("output", "产出"),
  BENEFIT("benefit", "效益"),
  SATISFACTION("satisfaction", "满意度");

  private final String key;
  private final String label;

  PointsPart(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** The name under which a jurisdiction states the part's points. */
  public String key() {
    return key;
  }

  /** As forms call it. */
  public String label() {
    return label;
  }
}
