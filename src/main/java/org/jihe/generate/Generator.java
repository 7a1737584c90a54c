package org.jihe.generate;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jihe.generate.draft.Department;
import org.jihe.generate.draft.Draft;
import org.jihe.generate.draft.FileKind;

/**
 * Fills a folder: {@code forms/} as departments send them, and beside it {@code truth.csv}, {@code
 * project-list.csv} and {@code ledger.csv}. The same request gives the same bytes, whatever the
 * number of processors.
 */
public final class Generator {

  /**
   * What was made.
   *
   * @param files files with forms
   * @param forms forms in them
   * @param lines lines of the truth
   */
  public record Made(int files, long forms, long lines) {

    Made plus(Made more) {
      return new Made(files + more.files, forms + more.forms, lines + more.lines);
    }
  }

  /** What one department came to. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(Made made, List<Lists.Text> lists, List<Draft> mass, byte[] lines) {}

  private final GenerateRequest request;

  private Generator(GenerateRequest request) {
    this.request = request;
  }

  /**
   * Makes the forms.
   *
   * @throws IOException where a file cannot be written
   */
  public static Made run(GenerateRequest request) throws IOException {
    Files.createDirectories(request.out().resolve("forms"));
    return new Generator(request).run();
  }

  private Made run() throws IOException {
    FileKind first = request.formats().get(0);
    try (Lists lists = new Lists(request.out())) {
      return switch (first) {
        case JSONL -> {
          try (OutputStream out =
              new BufferedOutputStream(Files.newOutputStream(path(first)), 1 << 16)) {
            yield each(lists, part -> out.write(part.lines()));
          }
        }
        case PARQUET -> {
          try (ParquetForms out = new ParquetForms(path(first))) {
            yield each(lists, part -> out.add(part.mass()));
          }
        }
        default -> each(lists, part -> {});
      };
    }
  }

  private static String mass(FileKind kind) {
    return "forms/forms" + kind.ending();
  }

  private Path path(FileKind kind) {
    return request.out().resolve(mass(kind));
  }

  @FunctionalInterface
  private interface Sink {
    void take(Part part) throws IOException;
  }

  /** Departments are made beside one another, a few ahead, and taken in their order. */
  private Made each(Lists lists, Sink sink) throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      Made made = new Made(request.formats().get(0).isOfAll() ? 1 : 0, 0, 0);
      Deque<Future<Part>> ahead = new ArrayDeque<>();
      Iterator<Department> departments = new Offices(request).all().iterator();
      while (departments.hasNext() || !ahead.isEmpty()) {
        while (departments.hasNext() && ahead.size() < threads + 1) {
          Department department = departments.next();
          ahead.add(workers.submit(() -> part(department)));
        }
        Part part = done(ahead.remove());
        for (Lists.Text text : part.lists()) {
          lists.add(text);
        }
        sink.take(part);
        made = made.plus(part.made());
      }
      return made;
    } finally {
      workers.shutdownNow();
    }
  }

  private static Part done(Future<Part> part) throws IOException {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof UncheckedIOException unchecked) {
        throw unchecked.getCause();
      }
      if (cause instanceof IOException failed) {
        throw failed;
      }
      throw new IllegalStateException(cause);
    }
  }

  private Part part(Department department) throws IOException {
    DepartmentForms forms = new DepartmentForms(request, department);
    FileKind first = request.formats().get(0);
    Made made = new Made(0, 0, 0);
    List<Lists.Text> lists = new ArrayList<>();
    List<Draft> mass = new ArrayList<>();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (int number = 0; number < request.years(); number++) {
      DepartmentForms.Year year = forms.year(number);
      int files = 0;
      if (first.isOfAll()) {
        Bundle.place(mass(first), year.drafts(), 1);
        if (first == FileKind.JSONL) {
          lines.writeBytes(Bundle.lines(year.drafts()));
        } else {
          mass.addAll(year.drafts());
        }
      } else {
        files = write(Bundle.of(department, year));
      }
      lists.add(Lists.text(department, year));
      made = made.plus(new Made(files, year.drafts().size(), year.truth().size()));
    }
    return new Part(made, lists, mass, lines.toByteArray());
  }

  private int write(List<Bundle.Sent> files) throws IOException {
    for (Bundle.Sent file : files) {
      Path path = request.out().resolve(file.name());
      Path folder = path.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(path, file.bytes());
    }
    return files.size();
  }
}
