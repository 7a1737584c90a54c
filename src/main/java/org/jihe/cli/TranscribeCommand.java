package org.jihe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.option.LimitChoice;
import org.jihe.cli.option.PathCheck;
import org.jihe.cli.option.TemplateChoice;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Quarantined;
import org.jihe.process.Changes;
import org.jihe.publish.list.FileNames;
import org.jihe.reading.FileReading;
import org.jihe.reading.FormReader;
import org.jihe.source.file.Limits;
import org.jihe.template.declaration.TemplateException;
import org.jihe.transcript.Transcripts;
import org.jihe.version.FormFiles;
import org.jihe.view.PassedOver;
import org.jihe.view.QuarantineView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code transcribe}: writes every form as one JSON file; needs no Spark. */
@Command(name = "transcribe", sortOptions = false)
final class TranscribeCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "INPUT", arity = "1..*", descriptionKey = "inputs")
  private List<Path> inputs = new ArrayList<>();

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "out")
  private Path folder = Path.of("");

  @Mixin private TemplateChoice templates = new TemplateChoice();
  @Mixin private LimitChoice limits = new LimitChoice();

  private final FileNames names = new FileNames();
  private final List<Quarantined> quarantined = new ArrayList<>();
  private int sources;
  private int forms;
  private int guesses;
  private boolean failed;

  TranscribeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws TemplateException {
    Limits most = limits.limits();
    PathCheck paths = new PathCheck(console).inputs(inputs).made("--out", folder);
    templates.check(paths);
    paths.done();
    Map<String, Long> passedOver =
        FormFiles.each(inputs, new FormReader(most, templates.read()), this::take);
    if (failed) {
      return ExitCode.FAILED;
    }
    if (!passedOver.isEmpty()) {
      console.err().println(PassedOver.text(console.messages(), passedOver));
    }
    console.say(
        "transcribe.done",
        Map.of("files", sources, "forms", forms, "guesses", guesses, "folder", folder));
    if (quarantined.isEmpty()) {
      return ExitCode.DONE;
    }
    console.say("transcribe.quarantine", Map.of("count", quarantined.size()));
    new QuarantineView(console.messages(), console.palette(), console.width())
        .render(quarantined)
        .forEach(console.err()::println);
    return ExitCode.QUARANTINE;
  }

  private void take(FileReading reading) {
    sources++;
    quarantined.addAll(reading.quarantined());
    for (SelfEvaluation form : failed ? List.<SelfEvaluation>of() : reading.forms()) {
      forms++;
      guesses += form.recovery().guesses().size();
      String name = names.ofForm(form.ordinal(), form.projectName().printed()) + ".json";
      failed |= !write(folder.resolve(name), Transcripts.write(form));
      if (!failed) {
        console.out().println(name);
      }
    }
  }

  private boolean write(Path file, String text) {
    try {
      Changes.are(Changes.State.FILES);
      Files.createDirectories(folder);
      Files.writeString(file, text);
      return true;
    } catch (IOException e) {
      console.say("transcribe.unwritable", Map.of("file", file, "detail", String.valueOf(e)));
      return false;
    }
  }
}
