package org.jihe.review;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.apache.spark.util.Utils;
import org.jihe.workspace.file.OwnHadoop;

/**
 * What Spark and Hadoop want to know of the machine and its user, for a process that talks to
 * itself alone: it must run where a container has neither a name that resolves nor a user with one.
 */
final class OwnHost {

  /** Spark's name of this machine: an address, which nobody has to look up. */
  static final String NAME = "127.0.0.1";

  private static final byte[] ITSELF = {127, 0, 0, 1};
  private static final String EVERYWHERE = "0.0.0.0";

  private OwnHost() {}

  /**
   * To be called before any setting of Spark is made, with the first of which it looks itself up.
   */
  static synchronized void prepare() {
    Utils.setCustomHostname(NAME);
    OwnHadoop.asUser();
  }

  /** Where Spark listens for itself; where even this machine's own network is down, anywhere. */
  static String address() {
    try (ServerSocket listening = new ServerSocket()) {
      listening.bind(new InetSocketAddress(InetAddress.getByAddress(ITSELF), 0));
      return NAME;
    } catch (IOException e) {
      return EVERYWHERE;
    }
  }
}
