package org.jihe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.form.SelfEvaluation;
import org.jihe.job.FileReading;
import org.jihe.job.FormReader;
import org.jihe.job.Inputs;
import org.jihe.layout.Quarantined;
import org.jihe.publish.QuarantineView;
import org.jihe.transcript.Transcripts;
import org.jihe.template.TemplateException;
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

  TranscribeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws TemplateException {
    FormReader reader = new FormReader(templates.read());
    FileNames names = new FileNames();
    List<Quarantined> quarantined = new ArrayList<>();
    int forms = 0;
    int guesses = 0;
    List<Path> files = Inputs.expand(inputs);
    for (Path file : files) {
      FileReading reading = reader.read(file);
      quarantined.addAll(reading.quarantined());
      for (SelfEvaluation form : reading.forms()) {
        forms++;
        guesses += form.recovery().guesses().size();
        String name = names.of(form.ordinal(), form.projectName().printed()) + ".json";
        if (!write(folder.resolve(name), Transcripts.write(form))) {
          return ExitCode.FAILED;
        }
        console.out().println(name);
      }
    }
    console.say(
        "transcribe.done",
        Map.of("files", files.size(), "forms", forms, "guesses", guesses, "folder", folder));
    if (quarantined.isEmpty()) {
      return ExitCode.DONE;
    }
    console.say("transcribe.quarantine", Map.of("count", quarantined.size()));
    new QuarantineView(console.messages(), console.palette(), console.width())
        .render(quarantined)
        .forEach(console.err()::println);
    return ExitCode.QUARANTINE;
  }

  private boolean write(Path file, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(file, text);
      return true;
    } catch (IOException e) {
      console.say("transcribe.unwritable", Map.of("file", file, "detail", String.valueOf(e)));
      return false;
    }
  }
}
