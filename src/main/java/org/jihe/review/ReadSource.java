package org.jihe.review;

import java.io.Serializable;
import java.util.List;
import org.jihe.form.department.Departments;
import org.jihe.layout.Quarantined;
import org.jihe.reading.FileReading;
import org.jihe.reading.FormSource;
import org.jihe.version.MetForm;

/** What the driver needs to know of one source. */
record ReadSource(
    String file,
    String sha256,
    long bytes,
    String format,
    String encoding,
    boolean holdsNoForm,
    List<MetForm> forms,
    List<Quarantined> quarantined)
    implements FormSource<MetForm, ReadSource>, Serializable {

  static ReadSource of(FileReading reading, Departments departments) {
    return new ReadSource(
        reading.file(),
        reading.sha256(),
        reading.bytes(),
        reading.format(),
        reading.encoding(),
        reading.holdsNoForm(),
        reading.forms().stream()
            .map(form -> MetForm.of(form, reading.modified(), departments))
            .toList(),
        reading.quarantined());
  }

  /** Forms that were met, read or not. */
  long formsFound() {
    return forms.size() + quarantined.stream().filter(entry -> entry.place() != null).count();
  }

  /** True where not even a part of a form was found. */
  boolean isQuarantined() {
    return forms.isEmpty() && quarantined.stream().anyMatch(entry -> entry.place() == null);
  }

  @Override
  public ReadSource with(List<MetForm> some) {
    return new ReadSource(file, sha256, bytes, format, encoding, holdsNoForm, some, quarantined);
  }
}
