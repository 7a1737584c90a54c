package org.jihe.form;

import org.jspecify.annotations.Nullable;

/**
 * What a form evaluates. A rule names the kinds that it is for, and figures of one kind are never
 * added to those of another.
 */
public enum FormKind {
  /** 项目支出绩效自评. */
  PROJECT("project"),
  /** 部门整体支出绩效自评. */
  DEPARTMENT_OVERALL("departmentOverall"),
  /** 转移支付绩效自评. */
  TRANSFER_PAYMENT("transferPayment");

  private final String key;

  FormKind(String key) {
    this.key = key;
  }

  /** The kind's name in templates, transcripts, tables and rules, such as {@code project}. */
  public String key() {
    return key;
  }

  /** The kind of a name; null where there is none. */
  public static @Nullable FormKind named(@Nullable String key) {
    for (FormKind kind : values()) {
      if (kind.key.equals(key)) {
        return kind;
      }
    }
    return null;
  }
}
