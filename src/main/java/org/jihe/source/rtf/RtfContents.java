package org.jihe.source.rtf;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.layout.Cell;
import org.jihe.layout.CellNote;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.source.file.Budget;
import org.jihe.source.file.RawFile;
import org.jihe.source.office.OfficeFile;

/** Goes through an RTF file and takes its tables and paragraphs. For one file. */
final class RtfContents {

  /** Groups that hold no text of the document's own. */
  private static final Set<String> NO_TEXT =
      Set.of(
          "colortbl",
          "stylesheet",
          "info",
          "pict",
          "objdata",
          "header",
          "headerl",
          "headerr",
          "headerf",
          "footer",
          "footerl",
          "footerr",
          "footerf",
          "footnote",
          "annotation",
          "xe",
          "tc",
          "sp",
          "nonesttables",
          "filetbl",
          "revtbl",
          "listtable",
          "listoverridetable");

  /** Groups that may be passed over and hold text nevertheless. */
  private static final Set<String> TEXT_WITHIN = Set.of("shpinst", "shptxt", "shprslt");

  /** Windows code pages and fonts' character sets that are no plain Western one. */
  private static final Map<Integer, String> CHARSETS =
      Map.of(
          134,
          "GB18030",
          136,
          "Big5",
          128,
          "windows-31j",
          129,
          "x-windows-949",
          204,
          "windows-1251");

  private static final int CHINESE = 936;
  private static final int WIDE = 0x10000;

  /** What holds for the text of a group. */
  private static final class State implements Cloneable {
    boolean skipped;
    boolean hidden;
    boolean fonts;
    int font = -1;
    int fallback = 1;

    State copy() {
      try {
        return (State) clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private final String file;
  private final Budget budget;
  private final RtfTokens tokens;
  private final Deque<State> outer = new ArrayDeque<>();
  private State state = new State();
  private final Map<Integer, Integer> charsets = new HashMap<>();
  private int codePage = CHINESE;
  private int defaultFont = -1;
  private final byte[] pending = new byte[512];
  private int pended;
  private int passOver;
  private boolean starred;
  private boolean opened;

  private StringBuilder text = new StringBuilder();
  private StringBuilder hidden = new StringBuilder();
  private boolean inTable;
  private RtfRow row = new RtfRow();
  private RtfRow.Merge down = RtfRow.Merge.NONE;
  private RtfRow.Merge across = RtfRow.Merge.NONE;
  private int left;
  private List<RtfRow> table = new ArrayList<>();
  private List<List<Cell>> rows = new ArrayList<>();
  private final List<Grid> grids = new ArrayList<>();
  private final List<CellNote> notes = new ArrayList<>();

  RtfContents(RawFile source, Budget budget) {
    this.file = source.name();
    this.budget = budget;
    this.tokens = new RtfTokens(source.content());
  }

  OfficeFile.Contents contents() throws IOException {
    for (RtfTokens.Kind kind = tokens.next(); kind != RtfTokens.Kind.END; kind = tokens.next()) {
      if (kind != RtfTokens.Kind.BYTE) {
        decode();
      }
      switch (kind) {
        case OPEN -> {
          outer.push(state);
          budget.depth(outer.size());
          state = state.copy();
        }
        case CLOSE -> state = outer.isEmpty() ? state : outer.pop();
        case WORD -> word(tokens.name());
        default -> put(tokens.value());
      }
      opened = kind == RtfTokens.Kind.OPEN || (opened && starred);
      passOver = kind == RtfTokens.Kind.OPEN || kind == RtfTokens.Kind.CLOSE ? 0 : passOver;
    }
    decode();
    paragraph();
    endTable();
    endGrid();
    return new OfficeFile.Contents(grids, notes);
  }

  /** A byte of text; what stands for a letter that has its own number is passed over. */
  private void put(int value) throws IOException {
    starred = false;
    if (passOver > 0) {
      passOver--;
    } else if (!state.skipped && !state.fonts) {
      pending[pended++] = (byte) value;
      if (pended == pending.length) {
        decodeAllBut(1);
      }
    }
  }

  /** Decodes what is there, a first half of a letter apart. */
  private void decodeAllBut(int least) throws IOException {
    int whole = pended - least;
    int lead = 0;
    for (int i = 0; i < whole; i++) {
      lead = lead > 0 ? 0 : pending[i] < 0 ? 1 : 0;
    }
    byte[] rest = java.util.Arrays.copyOfRange(pending, whole - lead, pended);
    pended = whole - lead;
    decode();
    System.arraycopy(rest, 0, pending, 0, rest.length);
    pended = rest.length;
  }

  private void decode() throws IOException {
    if (pended > 0) {
      String decoded = new String(pending, 0, pended, charset());
      pended = 0;
      append(decoded);
    }
  }

  private void append(String more) throws IOException {
    StringBuilder to = state.hidden ? hidden : text;
    to.append(more);
    budget.text(to.length());
  }

  private Charset charset() {
    int font = state.font >= 0 ? state.font : defaultFont;
    String named = CHARSETS.get(charsets.getOrDefault(font, 0));
    if (named == null) {
      named =
          switch (codePage) {
            case CHINESE -> "GB18030";
            case 950 -> "Big5";
            case 65001 -> "UTF-8";
            default -> "windows-" + codePage;
          };
    }
    return Charset.isSupported(named) ? Charset.forName(named) : Charset.forName("GB18030");
  }

  private void word(String name) throws IOException {
    boolean first = opened;
    if (name.equals("*")) {
      starred = first;
      return;
    }
    if (first && (NO_TEXT.contains(name) || (starred && !TEXT_WITHIN.contains(name)))) {
      state.skipped = true;
    }
    starred = false;
    if (name.equals("bin")) {
      tokens.skip(tokens.number(0));
    } else if (name.equals("fonttbl")) {
      state.fonts = true;
    } else if (!state.skipped && !letters(name) && !look(name)) {
      tables(name);
    }
  }

  /** Words that stand for letters. */
  private boolean letters(String name) throws IOException {
    String letters =
        switch (name) {
          case "u" -> unicode();
          case "tab", "~", "emspace", "enspace", "qmspace" -> " ";
          case "_" -> "-";
          case "emdash" -> "—";
          case "endash" -> "–";
          case "lquote" -> "‘";
          case "rquote" -> "’";
          case "ldblquote" -> "“";
          case "rdblquote" -> "”";
          case "bullet" -> "•";
          case "line", "softline" -> "\n";
          default -> null;
        };
    if (letters != null && !state.fonts) {
      append(letters);
    }
    return letters != null;
  }

  private String unicode() {
    passOver = state.fallback;
    int number = tokens.number(0);
    return String.valueOf((char) (number < 0 ? number + WIDE : number));
  }

  /** Words that say how text is to be taken. */
  private boolean look(String name) {
    switch (name) {
      case "uc" -> state.fallback = Math.max(0, tokens.number(1));
      case "ansicpg" -> codePage = tokens.number(CHINESE);
      case "deff" -> defaultFont = tokens.number(0);
      case "f" -> state.font = tokens.number(0);
      case "fcharset" -> {
        if (state.fonts) {
          charsets.put(state.font, tokens.number(0));
        }
      }
      case "plain" -> state.hidden = false;
      case "v", "strike", "striked", "deleted" -> state.hidden = tokens.number(1) != 0;
      default -> {
        return false;
      }
    }
    return true;
  }

  private void tables(String name) throws IOException {
    switch (name) {
      case "trowd" -> {
        row.slots.clear();
        left = 0;
        down = RtfRow.Merge.NONE;
        across = RtfRow.Merge.NONE;
      }
      case "trleft" -> left = row.slots.isEmpty() ? tokens.number(0) : left;
      case "clvmgf" -> down = RtfRow.Merge.FIRST;
      case "clvmrg" -> down = RtfRow.Merge.REST;
      case "clmgf" -> across = RtfRow.Merge.FIRST;
      case "clmrg" -> across = RtfRow.Merge.REST;
      case "cellx" -> slot(tokens.number(0));
      case "intbl" -> inTable();
      case "pard" -> inTable = false;
      case "cell" -> cell();
      case "row" -> row();
      case "par", "nestcell", "nestrow", "sect", "page" -> {
        if (inTable || !name.equals("par") || !row.texts.isEmpty()) {
          text.append('\n');
        } else {
          paragraph();
        }
      }
      default -> {}
    }
  }

  private void inTable() throws IOException {
    if (!inTable && row.texts.isEmpty() && !text.isEmpty()) {
      paragraph();
    }
    inTable = true;
  }

  private void slot(int right) throws IOException {
    budget.cells(1);
    budget.column(row.slots.size() + 1L);
    row.slots.add(new RtfRow.Slot(left, right, down, across));
    left = right;
    down = RtfRow.Merge.NONE;
    across = RtfRow.Merge.NONE;
  }

  private void cell() throws IOException {
    budget.cells(1);
    int column = row.texts.size();
    row.texts.add(taken(text));
    hid(rows.size() + table.size() + 1, column);
  }

  /** Text that is hidden is told of at the place of the cell in its row. */
  private void hid(int line, int column) {
    String left = taken(hidden);
    if (!left.isEmpty()) {
      Position place = new Position(file, 0, null, line, column + 1);
      notes.add(new CellNote(place, CellNote.Kind.HIDDEN_TEXT_LEFT_OUT, left));
    }
  }

  private static String taken(StringBuilder from) {
    String text = from.toString().strip();
    from.setLength(0);
    return text;
  }

  private void row() {
    RtfRow ended = row;
    row = new RtfRow();
    row.slots.addAll(ended.slots); // what follows may have the same cells
    table.add(ended);
    inTable = false;
  }

  /** A paragraph outside of tables stands above the next one. */
  private void paragraph() throws IOException {
    String line = taken(text);
    if (!line.isEmpty()) {
      endTable();
      hid(rows.size() + 1, 0);
      budget.cells(1);
      rows.add(List.of(Cell.of(line, new Position(file, 0, null, rows.size() + 1, 1))));
    }
  }

  /** A table ends where a paragraph follows; a grid ends with it. */
  private void endTable() throws IOException {
    if (!table.isEmpty()) {
      rows.addAll(new RtfTable(table).cells(file, rows.size(), budget));
      table = new ArrayList<>();
      endGrid();
    }
  }

  private void endGrid() {
    if (!rows.isEmpty()) {
      grids.add(new Grid(rows, Grid.Columns.FIXED));
      rows = new ArrayList<>();
    }
  }
}
