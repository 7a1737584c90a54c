package org.jihe.publish.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jihe.message.JobException;
import org.jspecify.annotations.Nullable;

/**
 * Who this process is to the database: from the environment or a file that it names; else the
 * driver looks into {@code .pgpass}. Never shown, and never written anywhere.
 */
final class FeedCredentials {

  private static final String USER = "JIHE_DATABASE_USER";
  private static final String PASSWORD = "JIHE_DATABASE_PASSWORD";
  private static final String FILE = "JIHE_DATABASE_PASSWORD_FILE";

  private FeedCredentials() {}

  /**
   * As the driver wants them.
   *
   * @throws JobException where the file that is named cannot be read
   */
  static Properties of(Map<String, String> environment) throws JobException {
    Properties properties = new Properties();
    String user = first(environment, USER, "PGUSER");
    if (user != null) {
      properties.setProperty("user", user);
    }
    String password = first(environment, PASSWORD);
    String file = first(environment, FILE);
    if (password == null && file != null) {
      password = read(Path.of(file));
    }
    password = password == null ? first(environment, "PGPASSWORD") : password;
    if (password != null) {
      properties.setProperty("password", password);
    }
    return properties;
  }

  private static @Nullable String first(Map<String, String> environment, String... names) {
    for (String name : names) {
      String value = environment.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  /** The first line of the file. */
  private static String read(Path file) throws JobException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    } catch (IOException e) {
      // The failure names the file alone; no part of what stands in it.
      throw new JobException("feed.passwordFile", Map.of("file", file.toString()), e);
    }
  }
}
