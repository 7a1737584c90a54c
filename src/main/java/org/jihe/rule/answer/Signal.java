package org.jihe.rule.answer;

/** What one clause says, from what says nothing to what outweighs all. */
enum Signal {
  NONE,
  GOOD,
  PARTIAL,
  BAD
}
