package org.jihe.cli.option;

import java.util.List;
import java.util.Map;
import org.jihe.publish.database.FeedAddress;
import org.jihe.publish.database.FeedTarget;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The database that the results go to as well. */
public final class FeedChoice {

  private static final String TO = "--to";
  private static final String SCHEMA = "--schema";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = TO, paramLabel = "JDBC-URL", descriptionKey = "feedTo")
  private @Nullable String to;

  @Option(names = SCHEMA, paramLabel = "NAME", descriptionKey = "feedSchema")
  private @Nullable String schema;

  /**
   * The database with the process's variables, which name the credentials.
   *
   * @return null where the results go to files alone
   * @throws UsageMistake where the address cannot be used, or holds a password
   */
  public @Nullable FeedTarget target() {
    String name = schema;
    if (to == null && name == null) {
      return null;
    }
    if (to == null) {
      throw mistake(SCHEMA, "usage.feed.alone", "");
    }
    FeedAddress address = new FeedAddress(to, name == null ? FeedAddress.USUAL_SCHEMA : name);
    for (FeedAddress.Mistake mistake : address.mistakes()) {
      String option = mistake.problem() == FeedAddress.Problem.SCHEMA ? SCHEMA : TO;
      throw mistake(option, "usage.feed." + mistake.problem().key(), mistake.detail());
    }
    return new FeedTarget(address, System.getenv());
  }

  private UsageMistake mistake(String option, String key, String detail) {
    CommandSpec spec = command;
    if (spec == null) {
      throw new IllegalStateException(key);
    }
    return new UsageMistake(
        spec,
        spec.findOption(option),
        key,
        Map.of("detail", detail, "allowed", FeedAddress.allowed()),
        "",
        List.of());
  }
}
