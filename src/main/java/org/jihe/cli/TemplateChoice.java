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

  /** Has the path looked at. */
  void check(PathCheck paths) {
    paths.folder("--templates", templates);
  }

  TemplateSet read() throws TemplateException {
    return TemplateSet.of(templates);
  }
}
