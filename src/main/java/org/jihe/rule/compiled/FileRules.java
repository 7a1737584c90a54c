package org.jihe.rule.compiled;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.folder.RuleException;
import org.jspecify.annotations.Nullable;

/**
 * The rules of some files: as they were compiled before, by the program's build or by a run that
 * kept them; else they are read, and compiled where they are asked for as classes.
 */
public final class FileRules {

  private final List<DrlFile> files;
  private final Supplier<RuleCache> user;
  private @Nullable CompiledRules known;
  private boolean lookedFor;

  /**
   * Rules that are looked for when they are asked for.
   *
   * @param user where rules are kept that are not the program's own; not asked for these
   */
  public FileRules(List<DrlFile> files, Supplier<RuleCache> user) {
    this.files = List.copyOf(files);
    this.user = user;
  }

  /** The files, in order. */
  public List<DrlFile> files() {
    return files;
  }

  /** The same rules and more. */
  public FileRules with(List<DrlFile> more) {
    return new FileRules(Stream.of(files, more).flatMap(List::stream).toList(), user);
  }

  /**
   * What is known of the rules without their conditions, in the order of the files.
   *
   * @throws RuleException where a rule cannot be read, or an annotation is wrong
   */
  public List<RuleHeader> headers() throws RuleException {
    CompiledRules compiled = find();
    return compiled == null ? RuleHeader.of(files) : compiled.headers();
  }

  /**
   * The rules as classes.
   *
   * @throws RuleException with file and line of everything that is wrong
   */
  public CompiledRules compiled() throws RuleException {
    CompiledRules compiled = find();
    if (compiled == null) {
      compiled = RuleCompiler.compile(files);
      user.get().keep(compiled);
      known = compiled;
    }
    return compiled;
  }

  private @Nullable CompiledRules find() {
    if (!lookedFor && !files.isEmpty()) {
      lookedFor = true;
      String fingerprint = RuleCompiler.fingerprint(files);
      CompiledRules ofProgram = CompiledRules.ofProgram();
      boolean same = ofProgram.fingerprint().equals(fingerprint);
      known = same ? ofProgram : user.get().find(fingerprint);
    }
    return known;
  }
}
