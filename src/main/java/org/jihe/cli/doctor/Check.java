package org.jihe.cli.doctor;

import java.util.Map;

/**
 * What came of looking at one thing.
 *
 * @param name of the thing, for programs and in the keys of messages
 * @param state how it is
 * @param facts what was found
 * @param remedy key of what to do; empty where there is nothing to do
 */
record Check(String name, State state, Map<String, String> facts, String remedy) {

  /** How something is. */
  enum State {
    /** As it should be. */
    FINE,
    /** Not there, or little: something cannot be done, or not well. */
    LACKING,
    /** The program cannot do its work. */
    BROKEN
  }

  static Check fine(String name, Map<String, String> facts) {
    return new Check(name, State.FINE, facts, "");
  }

  static Check lacking(String name, Map<String, String> facts) {
    return new Check(name, State.LACKING, facts, name + ".lacking");
  }

  static Check broken(String name, Map<String, String> facts) {
    return new Check(name, State.BROKEN, facts, name + ".broken");
  }
}
