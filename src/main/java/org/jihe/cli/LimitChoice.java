package org.jihe.cli;

import java.util.ArrayList;
import java.util.List;
import org.jihe.source.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What reading one source may cost, where it is not the usual. */
final class LimitChoice {

  private static final String OPTION = "--limit";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = OPTION, paramLabel = "NAME=VALUE", descriptionKey = "limit")
  private List<String> settings = new ArrayList<>();

  /**
   * The limits.
   *
   * @throws ParameterException where a setting names no limit or has no value for it
   */
  Limits limits() {
    Limits limits = Limits.STANDARD;
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      try {
        limits =
            limits.with(setting.substring(0, Math.max(0, equals)), setting.substring(equals + 1));
      } catch (IllegalArgumentException e) {
        throw wrong(setting);
      }
    }
    return limits;
  }

  private RuntimeException wrong(String setting) {
    return command == null
        ? new IllegalArgumentException(setting)
        : new ParameterException(
            command.commandLine(), setting, null, command.findOption(OPTION), setting);
  }
}
