package org.jihe.rule.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;

/**
 * One rule's file.
 *
 * @param file the file, as the user would name it
 * @param family the folder it stands in
 * @param name the file's name without {@code .drl}
 * @param text the content with line feeds alone
 */
public record DrlFile(String file, String family, String name, String text) {

  private static final String ENDING = ".drl";

  public DrlFile {
    text = text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** The rules of a folder in order of family and name; rows of rule tables are not among them. */
  public static List<DrlFile> in(RuleFolder.Directory folder) throws RuleException {
    List<DrlFile> files = new ArrayList<>();
    for (String path : folder.files(ENDING)) {
      int slash = path.indexOf('/');
      String text = folder.text(path);
      files.add(
          new DrlFile(
              folder.display(path),
              path.substring(0, slash),
              path.substring(slash + 1, path.length() - ENDING.length()),
              text == null ? "" : text));
    }
    if (files.isEmpty() && folder.tables().isEmpty() && !folder.holdsParameters()) {
      throw RuleException.of(folder.root().toString(), 0, "folder.empty", Map.of());
    }
    return files;
  }

  /** True for a file that somebody wrote, false for what was made of a row of a rule table. */
  boolean isWritten() {
    return file.endsWith(ENDING);
  }
}
