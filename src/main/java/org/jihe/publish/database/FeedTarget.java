package org.jihe.publish.database;

import java.util.Map;

/**
 * Where a run's results go, and where the credentials for it are.
 *
 * @param address of the database
 * @param environment the process's variables, which name them
 */
public record FeedTarget(FeedAddress address, Map<String, String> environment) {

  public FeedTarget {
    environment = Map.copyOf(environment);
  }

  /** The address alone: the environment holds secrets. */
  @Override
  public String toString() {
    return address.toString();
  }
}
