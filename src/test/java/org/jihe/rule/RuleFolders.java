package org.jihe.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jihe.form.SelfEvaluation;
import org.jihe.transcript.Transcripts;

/** Folders of rules and forms for the tests. */
public final class RuleFolders {

  static final Path PROJECT = Path.of("rules");
  static final Path TRANSCRIPTS = Path.of("datasets/transcripts/minhang-2022");

  /** The twenty forms that were read twice by eye. */
  static final List<String> TWENTY =
      List.of(
          "01", "02", "04", "05", "07", "08", "10", "11", "13", "14", "16", "17", "19", "20", "22",
          "23", "25", "26", "28", "29");

  private RuleFolders() {}

  public static List<SelfEvaluation> forms() throws IOException {
    List<SelfEvaluation> forms = new ArrayList<>();
    for (String number : TWENTY) {
      Path file = TRANSCRIPTS.resolve(number + ".json");
      forms.add(Transcripts.read(number, Files.readString(file)));
    }
    return forms;
  }

  /** A folder with one rule of one's own, {@code arithmetic/Own.drl}, and its messages. */
  public static Path withOneRule(Path folder, String drl) throws IOException {
    Path family = Files.createDirectories(folder.resolve("arithmetic"));
    Files.writeString(family.resolve("Own.drl"), drl);
    Files.writeString(family.resolve("messages_zh.properties"), "Own=年初预算数 {reported}\n");
    Files.writeString(family.resolve("messages_en.properties"), "Own=budget {reported}\n");
    return folder;
  }

  /** A rule that fires on every original budget above a number. */
  public static String ownRule(String condition, String consequence) {
    return """
        package jihe.arithmetic

        import org.jihe.rule.fact.FormFact

        rule Own
          @severity( NOTE )
          @scope( form )
          @basis( logic )
          @requires( "funding.total.originalBudget" )
          @since( "0.1" )
        when
          $form : FormFact( %s )
        then
          %s
        end
        """
        .formatted(condition, consequence);
  }

  public static String ownRule() {
    return ownRule(
        "originalBudget > 1000000", "$form.report(drools, \"funding.total.originalBudget\");");
  }

  /** A copy of the project's folder of rules. */
  public static Path copy(Path target) throws IOException {
    try (Stream<Path> all = Files.walk(PROJECT)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(PROJECT.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return target;
  }

  public static void replace(Path file, String old, String with) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(file + " does not contain " + old);
    }
    Files.writeString(file, text.replace(old, with));
  }
}
