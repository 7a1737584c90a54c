package org.jihe.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jihe.layout.Quarantined;

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
    Others others = new Others(listing.files());
    Map<String, Long> passedOver = new TreeMap<>(listing.passedOver());
    for (InputFile file : listing.files()) {
      others
          .without(reader.read(file), FileReading::file, FileReading::holdsNoForm, passedOver)
          .forEach(take);
    }
    return passedOver;
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
      Set<String> withForms = new HashSet<>();
      for (T source : all) {
        if (!holdsNoForm.test(source)) {
          withForms.add(FileReading.container(name.apply(source)));
        }
      }
      List<T> kept = new ArrayList<>();
      Set<String> counted = new HashSet<>();
      for (T source : all) {
        String file = name.apply(source);
        String container = FileReading.container(file);
        boolean member = !container.equals(file);
        InputFile input = fileOfName.get(container);
        boolean unsure = input != null && input.origin() == InputFile.Origin.UNSURE;
        if (unsure && !withForms.contains(container)) {
          if (counted.add(container)) {
            count(container, passedOver);
          }
        } else if (member && holdsNoForm.test(source) && Inputs.isNoForm(file)) {
          count(file, passedOver);
        } else {
          kept.add(source);
        }
      }
      return kept;
    }

    private static void count(String file, Map<String, Long> passedOver) {
      String name = file.substring(file.lastIndexOf('/') + 1);
      passedOver.merge(Inputs.ending(name), 1L, Long::sum);
    }
  }
}
