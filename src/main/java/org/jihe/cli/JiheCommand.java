package org.jihe.cli;

import java.nio.file.Path;
import org.jihe.message.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself: its version, its help and its language. */
@Command(
    name = "jihe",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = JiheCommand.Version.class,
    sortOptions = false)
final class JiheCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** Known before the command line is parsed; declared here for the help and for its check. */
  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      descriptionKey = "lang",
      scope = ScopeType.INHERIT)
  private Language language = Language.ZH;

  /** How a command reports to programs that watch it. */
  enum LogFormat {
    JSON
  }

  @Option(names = "--log", paramLabel = "json", descriptionKey = "log", scope = ScopeType.INHERIT)
  private @Nullable LogFormat log;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      descriptionKey = "metrics",
      scope = ScopeType.INHERIT)
  private @Nullable Path metrics;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "no command");
    }
  }

  /** True where a line of JSON is wanted. */
  boolean isLogged() {
    return log != null;
  }

  /** The file of metrics; null where none is wanted. */
  @Nullable Path metrics() {
    return metrics;
  }

  Language language() {
    return language;
  }

  /** The version of the jar, or of an unpacked build. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = JiheCommand.class.getPackage().getImplementationVersion();
      return new String[] {"jihe " + (version == null ? "(unpacked)" : version)};
    }
  }
}
