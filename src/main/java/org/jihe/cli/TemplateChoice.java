package org.jihe.cli;

import java.nio.file.Path;
import org.jihe.template.TemplateException;
import org.jihe.template.TemplateSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which declarations of templates forms are held against, beside those of the program. */
final class TemplateChoice {

  @Option(names = "--templates", paramLabel = "DIR", descriptionKey = "templates")
  private @Nullable Path templates;

  @Nullable Path templates() {
    return templates;
  }

  /** Has the path looked at. */
  void check(PathCheck paths) {
    paths.folder("--templates", templates);
  }

  TemplateSet read() throws TemplateException {
    return TemplateSet.of(templates);
  }

  /** The declarations; where no folder is named those of the last review, if there was one. */
  TemplateSet readOr(@Nullable LastReview last) throws TemplateException {
    String folder = last == null ? null : last.templates();
    return templates == null && folder != null ? TemplateSet.of(Path.of(folder)) : read();
  }
}
