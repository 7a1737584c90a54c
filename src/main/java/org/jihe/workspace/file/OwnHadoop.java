package org.jihe.workspace.file;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.UserGroupInformation;

/**
 * Hadoop as this process uses it by itself: with no script of Hadoop's own, and for any user, also
 * one without a name, as containers have.
 */
public final class OwnHadoop {

  private static final String NOBODY = "?";

  private OwnHadoop() {}

  /** Settings for files, where no session of Spark has its own. */
  public static Configuration configuration() {
    asUser();
    Configuration hadoop = new Configuration();
    hadoop.set(LocalFiles.SETTING, LocalFiles.class.getName());
    return hadoop;
  }

  /** Hadoop asks the system who its user is, and opens no file where it gets no answer. */
  public static synchronized void asUser() {
    try {
      UserGroupInformation.getLoginUser();
    } catch (IOException e) {
      UserGroupInformation.setLoginUser(UserGroupInformation.createRemoteUser(user()));
    }
  }

  /** Java says {@code ?} of a user without a name. */
  private static String user() {
    String name = System.getProperty("user.name", NOBODY);
    return name.isBlank() || name.equals(NOBODY) ? "jihe" : name;
  }
}
