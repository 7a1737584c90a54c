"use strict";
/* A form as its source prints it: its own labels, spans and order, with what is said of a cell below its row. */
(function () {
  var el = jihe.el, t = jihe.t;
  /** Lines at the top that may be headings; longest text that stands in the middle of its cell. */
  var HEADINGS = 3, SHORT = 12;

  /** False for a text whose columns were torn: only what was read of it can be drawn. */
  jihe.isDrawable = function (layout) {
    return !!layout && layout.length > 0 && layout.every(function (grid) { return grid.columns !== "LOOSE" && grid.rows.length > 0; });
  };

  /**
   * Draws it.
   * said(key): what is said of a cell, as nodes; marks(key): class names of a cell; isValue(key): a field is read there.
   */
  jihe.layout = function (form, said, marks, isValue) {
    return form.layout.map(function (grid, i) {
      var page = pageOf(grid), before = i > 0 ? pageOf(form.layout[i - 1]) : null;
      var caption = page && page !== before ? el("p", { "class": "quiet sheet" }, page) : null;
      return [caption, el("div", { "class": "scroll", tabindex: "0", role: "region", "aria-label": (form.fields.projectName || "") + (i ? " " + (i + 1) : "") },
        el("table", { "class": "form printed" }, el("tbody", {}, rows(grid, said, marks, isValue))))];
    });
  };

  function place(cell) {
    var parts = cell.k.split(":");
    return { area: parts.slice(0, parts.length - 2).join(":"), page: Number(parts[0]), sheet: parts.slice(1, parts.length - 2).join(":"),
      row: Number(parts[parts.length - 2]), column: cell.c };
  }

  function pageOf(grid) {
    for (var i = 0; i < grid.rows.length; i++) {
      if (grid.rows[i].length) {
        var at = place(grid.rows[i][0]);
        return at.page ? t("report.sourcePage", { page: at.page }) : at.sheet ? t("report.sourceSheet", { sheet: at.sheet }) : null;
      }
    }
    return null;
  }

  /** Cells with the lines that they begin at and the lines that they cover, columns without those that nothing begins in. */
  function placed(grid) {
    var edges = {}, cells = [];
    grid.rows.forEach(function (row, i) {
      row.forEach(function (cell) {
        var at = place(cell), span = cell.s || 1, down = 1;
        for (var next = i + 1; next < grid.rows.length && down < (cell.r || 1); next++) {
          var first = grid.rows[next][0];
          if (!first) { down++; continue; }
          var below = place(first);
          if (below.area !== at.area || below.row >= at.row + (cell.r || 1)) { break; }
          down++;
        }
        edges[at.column] = edges[at.column + span] = true;
        cells.push({ cell: cell, row: i, from: at.column, to: at.column + span, down: down });
      });
    });
    var order = Object.keys(edges).map(Number).sort(function (a, b) { return a - b; }), index = {};
    order.forEach(function (edge, i) { index[edge] = i; });
    cells.forEach(function (one) { one.from = index[one.from]; one.to = index[one.to]; });
    return { cells: cells, columns: Math.max(1, order.length - 1) };
  }

  function rows(grid, said, marks, isValue) {
    var all = placed(grid), width = all.columns, lines = grid.rows.map(function () { return []; }), nodes = [], waiting = [];
    var taken = grid.rows.map(function () { return []; });
    all.cells.forEach(function (one) {
      // Of two cells that a damaged source puts into one place the second is drawn narrower, or behind it.
      while (one.from < one.to && taken[one.row][one.from]) { one.from++; }
      if (one.from >= one.to) { one.from = one.to = width; }
      for (var r = one.row; r < one.row + one.down && r < taken.length; r++) {
        for (var c = one.from; c < one.to; c++) { taken[r][c] = one; }
      }
      lines[one.row].push(one);
    });
    lines.forEach(function (line, i) {
      var tr = el("tr"), cells = [];
      line.sort(function (a, b) { return a.from - b.from; });
      var next = 0, alone = line.length === 1 && taken[i].every(function (one) { return !one || one === line[0]; });
      if (alone && line[0].down === 1) {
        // What stands alone in its line is a heading, however narrow its own cell is.
        line[0].from = 0;
        line[0].to = width;
        for (var c = 0; c < width; c++) { taken[i][c] = line[0]; }
      }
      line.forEach(function (one) {
        gaps(tr, next, one.from, function (c) { return !taken[i][c]; });
        one.node = drawn(one, marks, isValue, alone && i < HEADINGS ? (i === 0 ? "title" : "subtitle") : "");
        tr.appendChild(one.node);
        next = one.to;
        cells.push(one.cell);
      });
      gaps(tr, next, width, function (c) { return !taken[i][c]; });
      nodes.push(tr);
      cells.forEach(function (cell) { waiting = waiting.concat(said(cell.k)); });
      if (waiting.length) {
        var row = below(taken, i, width, waiting);
        if (row) { nodes.push(row); waiting = []; }
      }
    });
    if (waiting.length) { nodes.push(el("tr", { "class": "said" }, el("td", { colspan: width }, waiting))); }
    return nodes;
  }

  function gaps(tr, from, to, isFree) {
    var start = from;
    for (var c = from; c <= to; c++) {
      if (c === to || !isFree(c)) {
        if (c > start) { tr.appendChild(el("td", { colspan: c - start, "class": "gap" })); }
        start = c + 1;
      }
    }
  }

  function drawn(one, marks, isValue, title) {
    var text = one.cell.t, value = isValue(one.cell.k), kinds = marks(one.cell.k);
    if (title) { kinds.push(title); } else if (!value && text.trim()) { kinds.push("label"); }
    if (value && text.trim().length <= SHORT) { kinds.push("short"); }
    if (value && !text.trim()) { kinds.push("blank", "bare"); }
    return el("td", { colspan: Math.max(1, one.to - one.from), rowspan: one.down, "class": kinds.join(" ") || null }, text);
  }

  /** A row for what is said, in the widest part that no cell from above reaches through; those that do are longer by it. */
  function below(taken, i, width, waiting) {
    var through = function (c) { var one = taken[i][c]; return one && i < taken.length - 1 && taken[i + 1][c] === one; };
    var best = null, start = 0, spans = [];
    for (var c = 0; c <= width; c++) {
      if (c === width || through(c)) {
        if (c > start) { spans.push([start, c]); if (!best || c - start > best[1] - best[0]) { best = spans[spans.length - 1]; } }
        start = c + 1;
      }
    }
    if (!best) { return null; }
    var longer = [];
    for (var d = 0; d < width; d++) {
      if (through(d) && longer.indexOf(taken[i][d]) < 0) { longer.push(taken[i][d]); }
    }
    longer.forEach(function (one) { one.node.setAttribute("rowspan", Number(one.node.getAttribute("rowspan")) + 1); });
    return el("tr", { "class": "said" }, spans.map(function (span) {
      return el("td", { colspan: span[1] - span[0], "class": span === best ? null : "gap" }, span === best ? waiting : null);
    }));
  }
})();
