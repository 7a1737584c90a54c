package org.jihe.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.source.file.BadLimit;
import org.jihe.source.file.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What reading one source may cost, where it is not the usual. */
public final class LimitChoice {

  static final String OPTION = "--limit";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = OPTION, paramLabel = "NAME=VALUE", descriptionKey = "limit")
  private List<String> settings = new ArrayList<>();

  /**
   * The limits.
   *
   * @throws UsageMistake where a setting names no limit or has no value for it
   */
  public Limits limits() {
    Limits limits = Limits.STANDARD;
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      String name = equals < 0 ? setting : setting.substring(0, equals);
      if (equals < 0 && Limits.names().contains(name)) {
        throw wrong(setting, name, "usage.limit.noValue", Map.of());
      }
      try {
        limits = limits.with(name, setting.substring(equals + 1));
      } catch (BadLimit e) {
        throw wrong(setting, name, key(e.problem()), Map.of("value", e.value()));
      }
    }
    return limits;
  }

  private static String key(BadLimit.Problem problem) {
    return switch (problem) {
      case UNKNOWN_NAME -> "usage.limit.unknown";
      case NO_NUMBER -> "usage.limit.noNumber";
      case OUT_OF_RANGE -> "usage.limit.outOfRange";
    };
  }

  private RuntimeException wrong(
      String setting, String name, String key, Map<String, String> more) {
    if (command == null) {
      return new IllegalArgumentException(setting);
    }
    Map<String, String> facts = new TreeMap<>(more);
    facts.put("setting", setting);
    facts.put("name", name);
    facts.put("most", Limits.names().contains(name) ? Limits.most(name) : "");
    // The nearest name to one that is right is the name itself.
    String misspelt = Limits.names().contains(name) ? "" : name;
    return new UsageMistake(command, command.findOption(OPTION), key, facts, misspelt, List.of());
  }
}
