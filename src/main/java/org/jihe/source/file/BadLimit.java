package org.jihe.source.file;

/** A setting of {@link Limits} that cannot be taken: a mistake of the person who gave it. */
public final class BadLimit extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /** What is wrong with it. */
  public enum Problem {
    /** No limit has this name. */
    UNKNOWN_NAME,
    /** The value is no whole number with a unit that is known. */
    NO_NUMBER,
    /** The value is less than 1 or more than the machine can count. */
    OUT_OF_RANGE
  }

  private final String name;
  private final String value;
  private final Problem problem;

  BadLimit(String name, String value, Problem problem) {
    super("limit " + name + "=" + value + ": " + problem);
    this.name = name;
    this.value = value;
    this.problem = problem;
  }

  /** Name of the limit as it was given. */
  String name() {
    return name;
  }

  /** Value as it was given. */
  public String value() {
    return value;
  }

  /** What is wrong. */
  public Problem problem() {
    return problem;
  }
}
