package org.jihe.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.PathCheck;
import org.jihe.inquiry.SampleFrame;
import org.jihe.message.JobException;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.publish.sample.SampleFile;
import org.jihe.review.list.ReviewedScores;
import org.jihe.statistic.sampling.Sample;
import org.jihe.view.SampleView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sample}: draws forms for a second review (抽查), and reads its scores back. */
@Command(name = "sample", sortOptions = false)
final class SampleCommand implements Callable<Integer> {

  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)\\s*[%％]");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Console console;

  @Option(names = "--share", paramLabel = "10%", descriptionKey = "sampleShare")
  private String share = "10%";

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "sampleSeed")
  private long seed = 1;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "sampleOut")
  private @Nullable Path out;

  @Option(names = "--scores", paramLabel = "FILE", descriptionKey = "sampleScores")
  private @Nullable Path scores;

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "year")
  private @Nullable Integer year;

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  SampleCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException {
    BigDecimal percent = percent();
    if (percent == null) {
      console.say("sample.share", Map.of("value", share));
      return ExitCode.USAGE;
    }
    Path list = scores;
    new PathCheck(console).filled(workspace).file("--scores", list).done();
    Path target = out;
    if (target != null && Files.exists(target)) {
      console.say("sample.exists", Map.of("file", target));
      return ExitCode.USAGE;
    }
    SampleFrame frame = SampleFrame.of(workspace, list == null ? year : null);
    if (frame.forms().isEmpty()) {
      console.say("sample.nothing", Map.of("workspace", workspace));
      return ExitCode.USAGE;
    }
    return list == null
        ? draw(frame, percent.divide(HUNDRED).doubleValue(), target)
        : readBack(frame, list);
  }

  private @Nullable BigDecimal percent() {
    Matcher matcher = SHARE.matcher(share.strip());
    if (!matcher.matches()) {
      return null;
    }
    BigDecimal percent = new BigDecimal(matcher.group(1));
    return percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0 ? null : percent;
  }

  private int draw(SampleFrame frame, double part, @Nullable Path target) throws JobException {
    Messages texts = console.messages();
    Sample sample = Sample.of(frame.forms(), part, seed);
    if (target != null) {
      try {
        SampleFile.write(target, sample, texts);
      } catch (IOException e) {
        throw new JobException(
            "sample.unwritable",
            Map.of("file", target.toString(), "detail", String.valueOf(e.getMessage())),
            e);
      }
    }
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(sample));
      return ExitCode.DONE;
    }
    console
        .out()
        .print(
            new SampleView(texts, console.width())
                .render(sample, frame.forms().size(), frame.cancelled()));
    if (target == null) {
      console.out().println(texts.text("sample.hint"));
    } else {
      String file = Visible.name(target.toString());
      console.out().println(texts.text("sample.written", Map.of("file", file)));
    }
    return ExitCode.DONE;
  }

  private int readBack(SampleFrame frame, Path list) throws JobException {
    SampleFrame.Returned returned = frame.against(ReviewedScores.read(list));
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(returned));
      return ExitCode.DONE;
    }
    Messages texts = console.messages();
    console
        .out()
        .print(
            new SampleView(texts, console.width())
                .render(returned.review(), returned.unknown(), returned.blank()));
    return ExitCode.DONE;
  }
}
