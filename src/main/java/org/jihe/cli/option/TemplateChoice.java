package org.jihe.cli.option;

import java.nio.file.Path;
import org.jihe.template.declaration.TemplateException;
import org.jihe.template.declaration.TemplateSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which declarations of templates forms are held against, beside those of the program. */
public final class TemplateChoice {

  @Option(names = "--templates", paramLabel = "DIR", descriptionKey = "templates")
  private @Nullable Path templates;

  /** Has the path looked at. */
  public void check(PathCheck paths) {
    paths.folder("--templates", templates);
  }

  public TemplateSet read() throws TemplateException {
    return TemplateSet.of(templates);
  }
}
