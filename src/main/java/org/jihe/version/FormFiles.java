package org.jihe.version;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Quarantined;
import org.jihe.reading.FileReading;
import org.jihe.reading.FormReader;
import org.jihe.reading.InputFile;
import org.jihe.reading.Inputs;
import org.jihe.reading.OwnOutput;

/**
 * What a few inputs hold, read here and now, without Spark.
 *
 * @param readings what every source gave, in the order of their names
 * @param files the files that were listed
 * @param passedOver how many files of folders hold no form and were not meant to, by ending
 */
public record FormFiles(
    List<FileReading> readings, List<InputFile> files, Map<String, Long> passedOver) {

  public FormFiles {
    readings = List.copyOf(readings);
  }

  /** Endings of transcripts, which are read after what they may have been taken from. */
  private static final Set<String> TRANSCRIPTS = Set.of("json", "jsonl", "ndjson");

  /** Reads files and folders; what cannot be read is in the result. */
  public static FormFiles read(List<Path> inputs, FormReader reader) {
    List<FileReading> readings = new ArrayList<>();
    Inputs.Listing listing = Inputs.list(inputs);
    Map<String, Long> passedOver = each(listing, reader, readings::add);
    readings.sort(Comparator.comparing(FileReading::file));
    return new FormFiles(readings, listing.files(), passedOver);
  }

  /**
   * Reads files and folders, one file after the other, and hands on what each gave.
   *
   * @return how many files of folders hold no form and were not meant to, by ending
   */
  public static Map<String, Long> each(
      List<Path> inputs, FormReader reader, Consumer<FileReading> take) {
    return each(Inputs.list(inputs), reader, take);
  }

  private static Map<String, Long> each(
      Inputs.Listing listing, FormReader reader, Consumer<FileReading> take) {
    SourceSieve<SelfEvaluation, FileReading> sieve = new SourceSieve<>(listing, MetForm::identity);
    for (InputFile file : transcriptsLast(listing.files())) {
      sieve.submitted(reader.read(file)).forEach(take);
    }
    return sieve.passedOver();
  }

  private static List<InputFile> transcriptsLast(List<InputFile> files) {
    List<InputFile> ordered = new ArrayList<>();
    List<InputFile> last = new ArrayList<>();
    for (InputFile file : files) {
      boolean transcript =
          file.origin() != InputFile.Origin.NAMED
              && TRANSCRIPTS.contains(Inputs.ending(file.name()));
      (transcript ? last : ordered).add(file);
    }
    ordered.addAll(last);
    return ordered;
  }

  /** What could not be read. */
  public List<Quarantined> quarantined() {
    return readings.stream().flatMap(reading -> reading.quarantined().stream()).toList();
  }

  /** Tells files that were never meant to be forms from those that were. */
  static final class Others {

    private final Map<String, InputFile> fileOfName = new HashMap<>();

    Others(List<InputFile> files) {
      files.forEach(file -> fileOfName.put(file.name(), file));
    }

    /** Leaves them out, and counts them by the ending of their names. */
    <T> List<T> without(
        List<T> all,
        Function<T, String> name,
        Predicate<T> holdsNoForm,
        Map<String, Long> passedOver) {
      List<String> names = all.stream().map(name).toList();
      Set<String> withForms = new HashSet<>();
      for (T source : all) {
        if (!holdsNoForm.test(source)) {
          withForms.add(FileReading.container(name.apply(source)));
        }
      }
      Set<String> publications = publications(names);
      List<T> kept = new ArrayList<>();
      Set<String> counted = new HashSet<>();
      for (T source : all) {
        String file = name.apply(source);
        String container = FileReading.container(file);
        if (isPublication(file, publications)) {
          passedOver.merge(Inputs.PUBLICATION, 1L, Long::sum);
        } else if (isUnsure(container) && !withForms.contains(container)) {
          if (counted.add(container)) {
            count(container, passedOver);
          }
        } else if (isMember(file) && holdsNoForm.test(source) && Inputs.isNoForm(file)) {
          count(file, passedOver);
        } else {
          kept.add(source);
        }
      }
      return kept;
    }

    private static boolean isMember(String file) {
      return !FileReading.container(file).equals(file);
    }

    private static boolean isPublication(String file, Set<String> publications) {
      return isMember(file)
          && OwnOutput.isPublished(last(file))
          && publications.contains(folder(file));
    }

    private boolean isUnsure(String container) {
      InputFile input = fileOfName.get(container);
      return input != null && input.origin() == InputFile.Origin.UNSURE;
    }

    /** Folders in archives that hold a publication. */
    private static Set<String> publications(List<String> files) {
      Map<String, Set<String>> namesOfFolder = new HashMap<>();
      for (String file : files) {
        if (isMember(file)) {
          namesOfFolder.computeIfAbsent(folder(file), each -> new HashSet<>()).add(last(file));
        }
      }
      namesOfFolder.values().removeIf(names -> !OwnOutput.isPublication(names));
      return namesOfFolder.keySet();
    }

    private static String folder(String file) {
      return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private static String last(String file) {
      return file.substring(file.lastIndexOf('/') + 1);
    }

    private static void count(String file, Map<String, Long> passedOver) {
      passedOver.merge(Inputs.ending(last(file)), 1L, Long::sum);
    }
  }
}
