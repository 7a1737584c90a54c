package org.jihe.publish.database;

import java.sql.SQLException;
import java.util.Map;
import org.jihe.message.JobException;
import org.jspecify.annotations.Nullable;

/** Why a database did not take what it was given, in a user's terms. */
final class FeedFailure {

  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String NO_DATABASE = "3D000";

  private FeedFailure() {}

  /** The failure with a remedy; what readers see has not changed. */
  static JobException of(FeedAddress to, Exception failure) {
    SQLException cause = cause(failure);
    String state = cause == null ? "" : String.valueOf(cause.getSQLState());
    String message = String.valueOf((cause == null ? failure : cause).getMessage());
    return new JobException(
        "feed." + kind(state),
        Map.of(
            "database",
            to.shown(),
            "schema",
            to.schema(),
            "detail",
            message.lines().findFirst().orElse("")),
        failure);
  }

  private static @Nullable SQLException cause(Exception failure) {
    for (Throwable next = failure; next != null; next = next.getCause()) {
      if (next instanceof SQLException cause && cause.getSQLState() != null) {
        return cause;
      }
    }
    return null;
  }

  /** The part of the message's key that tells remedies apart. */
  private static String kind(String state) {
    return switch (state) {
      case INSUFFICIENT_PRIVILEGE -> "rights";
      case NO_DATABASE -> "noDatabase";
      case "08001", "08004", "57P03", "53300" -> "unreachable";
      case "55P03" -> "busy";
      case "57014" -> "failed"; // the server's own limit of time, or its administrator
      default -> kindOfClass(state.length() < 2 ? "" : state.substring(0, 2));
    };
  }

  private static String kindOfClass(String start) {
    return switch (start) {
      case "28" -> "credentials";
      case "08", "57" -> "lost";
      case "53", "58" -> "full";
      default -> "failed";
    };
  }

  /** A failure of the database on the way through what may fail to read alone. */
  static final class Unwritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException failure;

    Unwritten(SQLException failure) {
      super(failure);
      this.failure = failure;
    }

    SQLException failure() {
      return failure;
    }
  }
}
