package org.jihe.message;

/** The languages in which Jihe speaks to its users. */
public enum Language {
  /** Chinese, the default. */
  ZH("zh"),
  /** English, on request. */
  EN("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** The language's code in options and bundle names. */
  public String code() {
    return code;
  }
}
