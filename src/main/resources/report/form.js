"use strict";
/* One form, drawn as such forms are printed, with what was found at each cell. */
(function () {
  var t = jihe.t, el = jihe.el, F = jihe.F;
  var FUNDING = ["total", "currentYearAppropriation", "priorYearCarryOver", "otherFunds"];
  var AMOUNTS = ["originalBudget", "finalBudget", "actualExpenditure", "maxScore", "executionRate", "score"];
  var INDICATOR = ["category", "aspect", "name", "target", "actual", "maxScore", "score", "varianceExplanation"];
  var LABEL = { title: "", projectName: "项目名称", supervisingDepartment: "主管部门", implementingAgency: "实施单位",
    total: "年度资金总额", currentYearAppropriation: "其中：当年财政拨款", priorYearCarryOver: "上年结转资金", otherFunds: "其他资金",
    originalBudget: "年初预算数", finalBudget: "全年预算数", actualExpenditure: "全年执行数", maxScore: "分值", executionRate: "执行率", score: "得分",
    planned: "预期目标", achieved: "实际完成情况", category: "一级指标", aspect: "二级指标", name: "三级指标", target: "年度指标值", actual: "实际完成值",
    varianceExplanation: "偏差原因分析及改进措施" };
  var NAMED = 5;
  var WEIGHT = { ERROR: 0, DOUBT: 1, NOTE: 2 };

  /** One finding in words, with what it rests on. */
  jihe.finding = function (finding, dossier) {
    var rule = jihe.data.rules[finding.rule];
    var more = [];
    if (finding.expected) { more.push(t("report.expected", { expected: finding.expected })); }
    if (finding.place) { more.push(finding.place); }
    if (finding.waived) { more.push(t("report.waived", { waiver: finding.waived })); }
    return el("div", { "class": "finding " + finding.severity + (finding.waived ? " waived" : ""), "data-rule": finding.rule },
      el("p", {}, jihe.severity(finding.severity), " ", jihe.message(finding)),
      el("div", { "class": "more" }, el("a", { href: "#/rule/" + finding.rule }, jihe.ruleTitle(finding.rule)),
        rule && rule.basis ? " · " + t("report.basis", { basis: rule.basis }) : "",
        more.length ? " · " + more.join(" · ") : "",
        finding.related ? [" · ", jihe.related(finding, dossier)] : null));
  };

  /** Links to the forms that a finding is about. */
  jihe.related = function (finding, dossier) {
    var related = finding.related || [];
    return [related.slice(0, NAMED).map(function (id, i) {
      return [i ? "、" : "", el("a", { href: "#/form/" + encodeURIComponent(id) + "/" + dossier }, t("report.form", { number: i + 1 }))];
    }), related.length > NAMED ? t("report.forms.all", { count: related.length }) : null];
  };

  jihe.page("form", function (id, dossier) {
    if (dossier) { load(id, dossier); return; }
    // A link that names the form alone: its department is looked for.
    var bucket = /^[0-9a-f]/i.test(id || "") ? id.charAt(0).toLowerCase() : "0";
    jihe.need("ids/" + bucket, function (all) {
      var found = all.filter(function (one) { return one[0] === id; })[0];
      if (found) { load(id, found[1]); } else { jihe.show([el("h1", {}, t("report.nothing"))]); }
    });
  });

  function load(id, dossier) {
    jihe.need("departments/" + dossier, function (list) {
      var line = list.forms.filter(function (form) { return form[F.id] === id; })[0];
      if (!line) { jihe.show([el("h1", {}, t("report.nothing"))]); return; }
      var name = "forms/" + dossier + "-" + line[F.piece];
      jihe.need(name, function (piece) {
        var form = piece.filter(function (one) { return one.id === id; })[0];
        var department = jihe.departments().filter(function (one) { return one.key === dossier; })[0];
        draw(form, line, department, list);
      });
    });
  }

  function draw(form, line, department, list) {
    var place = list.forms.indexOf(line), before = list.forms[place - 1], after = list.forms[place + 1];
    var step = function (one, text) {
      return one ? el("a", { href: "#/form/" + encodeURIComponent(one[F.id]) + "/" + department.key }, text) : el("span", { "class": "quiet" }, text);
    };
    var body = el("div");
    var views = [["read", t("report.view.read"), function () { return drawn(form, department); }]];
    if (jihe.isDrawable(form.layout)) { views.unshift(["printed", t("report.view.form"), function () { return asPrinted(form, department); }]); }
    else if (form.layout) { views.push(["printed", t("report.view.printed"), function () { return printed(form); }]); }
    var before1 = lastYear(department);
    if (before1) { views.push(["before", t("report.view.before"), function () { return besideLastYear(form, line, department, before1); }]); }
    if (form.versions) { views.push(["versions", t("report.view.versions"), function () { return versions(form); }]); }
    if (form.audit) { views.push(["audit", t("report.view.audit"), function () { return audit(form.audit); }]); }
    var tabs = jihe.tabs(views, body);
    var totals = form.audit ? form.audit.total : null;
    jihe.show([
      el("p", { "class": "crumbs" }, el("a", { href: "#/department/" + department.key }, jihe.named(department)), " · ",
        step(before, t("report.before")), " · ", step(after, t("report.after"))),
      el("h1", {}, form.fields.projectName || t("report.unnamed")),
      el("p", { "class": "sub" }, source(form), " · ", t("report.template", { template: form.template, confidence: jihe.number(form.confidence, 2) })),
      el("dl", { "class": "figures" },
        tile(t("report.column.claimed"), form.fields["total.score"] || "—", totals && totals.high !== null ? t("report.supports", { low: totals.low, high: totals.high }) : ""),
        tile(t("report.figure.over1"), totals && Number(totals.over) > 0 ? totals.over : "0", form.audit && form.audit.grade ? t("report.gradeIs", { grade: form.audit.grade }) : ""),
        tile(t("report.column.budget"), jihe.money(line[F.budget]), t("report.unit.money")),
        tile(t("report.column.found"), String(line[F.errors] + line[F.doubts] + line[F.notes]),
          t("report.counts", { errors: line[F.errors], doubts: line[F.doubts], notes: line[F.notes] }))),
      tabs, body]);
    if (before1) { tellLastYear(line, department, before1); }
  }

  function tile(title, value, remark) {
    return el("div", { "class": "figure" }, el("dt", {}, title), el("dd", {}, value), remark ? el("dd", { "class": "note" }, remark) : null);
  }

  /** Findings and guesses by the cell or row that they are about; each is shown once. */
  function Remarks(form, dossier) {
    var own = form.findings.filter(function (one) { return !one.related; });
    var left = own.slice().sort(function (a, b) { return WEIGHT[a.severity] - WEIGHT[b.severity]; });
    var guesses = form.guesses.slice(), notes = form.notes.slice();
    function within(subject, owner) { return subject === owner || subject.indexOf(owner + ".") === 0 || subject.indexOf(owner + "[") === 0; }
    function takeFrom(list, owners) {
      var found = list.filter(function (one) { return owners.some(function (owner) { return within(one.subject, owner); }); });
      found.forEach(function (one) { list.splice(list.indexOf(one), 1); });
      return found;
    }
    this.worst = function (subject) {
      var at = own.filter(function (one) { return one.subject === subject && !one.waived; });
      return at.length ? at.sort(function (a, b) { return WEIGHT[a.severity] - WEIGHT[b.severity]; })[0].severity : null;
    };
    this.guessed = function (subject) { return form.guesses.some(function (one) { return one.subject === subject; }); };
    this.under = function (owners) {
      return takeFrom(left, owners).map(function (one) { return jihe.finding(one, dossier); })
        .concat(takeFrom(guesses, owners).map(function (one) { return guess(one, form.id); }))
        .concat(takeFrom(notes, owners).map(note));
    };
    /** Takes what is about a cell of the source, by the cell that it names or else the first one of its part of the form. */
    this.byCell = function (keys) {
      var at = {};
      function put(key, node) { (at[key] = at[key] || []).push(node); }
      function cellOf(one) {
        if (one.cell && keys[one.cell]) { return one.cell; }
        if (form.places[one.subject] && keys[form.places[one.subject]]) { return form.places[one.subject]; }
        var path = Object.keys(form.places).filter(function (path) { return within(path, one.subject) && keys[form.places[path]]; })[0];
        return path ? form.places[path] : null;
      }
      [[left, function (one) { return jihe.finding(one, dossier); }], [guesses, function (one) { return guess(one, form.id); }], [notes, note]].forEach(function (kind) {
        kind[0].slice().forEach(function (one) {
          var key = cellOf(one);
          if (key) { put(key, kind[1](one)); kind[0].splice(kind[0].indexOf(one), 1); }
        });
      });
      return at;
    };
    this.together = function () {
      return form.findings.filter(function (one) { return one.related; }).map(function (one) { return jihe.finding(one, dossier); });
    };
    this.rest = function () {
      return left.map(function (one) { return jihe.finding(one, dossier); }).concat(guesses.map(function (one) { return guess(one, form.id); })).concat(notes.map(note));
    };
  }

  function guess(one, id) {
    var chose = one.chosen || one.alternative ? t("report.guess.chose", { chosen: one.chosen, alternative: one.alternative || "—" }) : "";
    return el("div", { "class": "finding DOUBT" }, el("p", {}, el("span", { "class": "severity DOUBT" }, t("report.guess")), " ",
      t("guess." + one.reason.toLowerCase()), chose ? " · " + chose : ""),
      el("div", { "class": "more" }, t("report.guess.confirm"), " ", el("code", {}, "jihe confirm " + id + " '" + one.subject + "' --by … --reason …")));
  }

  function note(one) {
    return el("div", { "class": "finding NOTE" }, el("p", {}, "◇ ", t("form.note." + one.kind.toLowerCase(), { before: one.before })));
  }

  /** As its source prints it, what is about no cell of it before and behind. */
  function asPrinted(form, department) {
    var remarks = new Remarks(form, department.key), keys = {}, values = {}, guessed = {};
    form.layout.forEach(function (grid) { grid.rows.forEach(function (row) { row.forEach(function (cell) { keys[cell.k] = true; }); }); });
    Object.keys(form.places).forEach(function (path) { values[form.places[path]] = true; });
    form.guesses.forEach(function (one) { if (form.places[one.subject]) { guessed[form.places[one.subject]] = true; } });
    var worst = worstCells(form), at = remarks.byCell(keys);
    var table = jihe.layout(form, function (key) { return at[key] || []; }, function (key) {
      return (worst[key] ? ["hit", worst[key]] : []).concat(guessed[key] ? ["guess"] : []);
    }, function (key) { return !!values[key]; });
    var rest = remarks.rest(), together = remarks.together();
    return [rest.length ? [el("h2", { "class": "minor" }, t("report.whole")), rest] : null, table, pictures(form),
      together.length ? [el("h2", { "class": "minor" }, t("report.besideOthers")), together] : null];
  }

  function worstCells(form) {
    var worst = {};
    form.findings.forEach(function (one) {
      if (one.cell && !one.related && !one.waived && (worst[one.cell] === undefined || WEIGHT[one.severity] < WEIGHT[worst[one.cell]])) { worst[one.cell] = one.severity; }
    });
    return worst;
  }

  /** Pages of the source, with a frame around the cell of every finding. */
  function pictures(form) {
    if (!form.pictures) { return null; }
    return el("section", { "class": "pictures" }, el("h2", { "class": "minor" }, t("report.pictures")), form.pictures.map(function (one) {
      var frames = form.findings.filter(function (f) { return f.box && f.page === one.page && !f.waived; }).map(function (f) {
        var at = function (side, whole) { return 100 * f.box[side] / whole + "%"; };
        return el("span", { "class": "frame " + f.severity, title: jihe.message(f), style: "left:" + at(0, one.width) + ";top:" + at(1, one.height) +
          ";width:" + 100 * (f.box[2] - f.box[0]) / one.width + "%;height:" + 100 * (f.box[3] - f.box[1]) / one.height + "%" });
      });
      return el("div", { "class": "picture" }, el("img", { src: one.file, alt: t("report.sourcePage", { page: one.page }), loading: "lazy" }), frames);
    }));
  }

  /** Where it stands; a link where the source is a file with pages that the report knows the way to. */
  function source(form) {
    var way = jihe.data.index.sources, file = form.file || "";
    if (typeof way !== "string" || !/\.pdf$/i.test(file) || file.indexOf("!/") >= 0) { return form.place; }
    var path = file.split("/").map(encodeURIComponent).join("/");
    var href = /^[A-Za-z]:\//.test(file) ? "file:///" + file.slice(0, 2) + path.slice(path.indexOf("/")) : file.charAt(0) === "/" ? "file://" + path : way + path;
    return el("a", { href: href + (form.page ? "#page=" + form.page : "") }, form.place);
  }

  /** The department's forms of the year before; null where there are none. */
  function lastYear(department) {
    return jihe.departments().filter(function (one) { return department.year && department.owner && one.owner === department.owner && one.year === department.year - 1 && one.forms; })[0] || null;
  }

  function plainName(text) { return (text || "").replace(/[\s（）()【】\[\]]/g, "").replace(/(19|20)\d\d(年度?)?/g, ""); }

  /** The same project a year before: by its name, of the same agency where there are several. */
  function findBefore(line, before, then) {
    jihe.need("departments/" + before.key, function (list) {
      var alike = list.forms.filter(function (one) { return plainName(one[F.project]) && plainName(one[F.project]) === plainName(line[F.project]); });
      var same = alike.filter(function (one) { return plainName(one[F.agency]) === plainName(line[F.agency]); });
      then(same.length === 1 ? same[0] : alike.length === 1 ? alike[0] : null);
    });
  }

  function tellLastYear(line, department, before) {
    var main = document.getElementById("main");
    findBefore(line, before, function (old) {
      if (!old || !main.querySelector(".figures")) { return; }
      [[0, jihe.number(old[F.score], 2)], [2, jihe.money(old[F.budget])]].forEach(function (one) {
        var tile = main.querySelectorAll(".figures .figure")[one[0]];
        if (tile) { jihe.add(tile, el("dd", { "class": "note" }, t("report.lastYear", { value: one[1] }))); }
      });
    });
  }

  function besideLastYear(form, line, department, before) {
    var holder = el("div", {}, t("report.loading"));
    findBefore(line, before, function (old) {
      if (!old) { holder.textContent = ""; jihe.add(holder, el("p", { "class": "quiet" }, t("report.lastYear.none", { year: before.year }))); return; }
      jihe.need("forms/" + before.key + "-" + old[F.piece], function (piece) {
        var then = piece.filter(function (one) { return one.id === old[F.id]; })[0];
        holder.textContent = "";
        jihe.add(holder, compared(form, then, before));
      });
    });
    return holder;
  }

  function compared(form, then, before) {
    var rows = [];
    function both(name, now, old) { if (now || old) { rows.push([name, old || "", now || ""]); } }
    AMOUNTS.forEach(function (name) { both(LABEL.total + " · " + LABEL[name], form.fields["funding.total." + name], then.fields["funding.total." + name]); });
    ["planned", "achieved"].forEach(function (name) { both("年度总体目标 · " + LABEL[name], form.fields["annualObjective." + name], then.fields["annualObjective." + name]); });
    var used = {};
    function field(of, i, name) { return of.fields["indicators[" + i + "]." + name]; }
    function points(of, i) {
      return [["target", field(of, i, "target")], ["actual", field(of, i, "actual")], ["score", field(of, i, "score")]].filter(function (one) { return one[1]; }).map(function (one) { return LABEL[one[0]] + " " + one[1]; }).join("；");
    }
    for (var i = 0; i < form.indicators; i++) {
      var match = -1;
      for (var j = 0; j < then.indicators && match < 0; j++) {
        if (!used[j] && plainName(field(form, i, "name")) && plainName(field(then, j, "name")) === plainName(field(form, i, "name"))) { match = j; used[j] = true; }
      }
      both(field(form, i, "name") || "—", points(form, i), match < 0 ? "" : points(then, match));
    }
    for (var k = 0; k < then.indicators; k++) { if (!used[k]) { both(field(then, k, "name") || "—", "", points(then, k)); } }
    both("总分", form.fields["total.score"], then.fields["total.score"]);
    return [el("p", {}, el("a", { href: "#/form/" + encodeURIComponent(then.id) + "/" + before.key }, t("report.lastYear.form", { year: before.year }))),
      beside([t("report.item"), String(before.year), String(before.year + 1)], rows)];
  }

  function beside(heads, rows) {
    return el("div", { "class": "scroll", tabindex: "0", role: "region", "aria-label": heads.join(" ") }, el("table", {}, el("thead", {}, el("tr", {}, heads.map(function (head) { return el("th", { scope: "col" }, head); }))),
      el("tbody", {}, rows.map(function (row) {
        return el("tr", { "class": row[1] === row[2] ? null : "changed" }, el("th", { scope: "row", "class": "name" }, row[0]), el("td", { "class": "name" }, row[1] || "—"), el("td", { "class": "name" }, row[2] || "—"));
      }))));
  }

  /** What earlier versions of the form printed otherwise. */
  function versions(form) {
    return form.versions.map(function (one) {
      return [el("h2", { "class": "minor" }, t("report.version", { number: one.version })), el("p", { "class": "quiet" }, one.place, " · ", t("report.version.until", { run: one.run })),
        one.changes.length ? beside([t("report.item"), t("report.version.then"), t("report.version.now")], one.changes.map(function (c) { return [c.label, c.before, c.after]; }))
          : el("p", { "class": "quiet" }, t("report.version.same"))];
    });
  }

  function drawn(form, department) {
    var remarks = new Remarks(form, department.key), rows = [];
    function value(subject, attributes) {
      var text = form.fields[subject], worst = remarks.worst(subject);
      var kinds = [attributes && attributes.number ? "number" : "", text ? "" : "blank", worst ? "hit " + worst : "", remarks.guessed(subject) ? "guess" : ""];
      return el("td", { "class": kinds.join(" ").trim() || null, colspan: attributes && attributes.span, rowspan: attributes && attributes.rows,
        title: form.places[subject] ? form.places[subject].split(":").slice(-2).join(":") : null }, text || "");
    }
    function label(text, span, down) { return el("th", { scope: "row", colspan: span, rowspan: down }, text); }
    function row(cells, owners) {
      rows.push(el("tr", {}, cells));
      var said = remarks.under(owners);
      if (said.length) { rows.push(el("tr", { "class": "said" }, el("td", { colspan: 8 }, said))); }
    }
    row([el("th", { colspan: 8, scope: "colgroup" }, form.fields.title || "项目支出绩效自评表", "（", form.fields.year || "", " 年度）")], ["title", "year"]);
    row([label("项目名称", 2), value("projectName", { span: 6 })], ["projectName"]);
    row([label("主管部门", 2), value("supervisingDepartment", { span: 3 }), label("实施单位"), value("implementingAgency", { span: 2 })], ["supervisingDepartment", "implementingAgency"]);
    row([label("项目资金（" + (form.fields.currencyUnit || "") + "）", 2)].concat(AMOUNTS.map(function (name) { return label(LABEL[name]); })), ["currencyUnit"]);
    FUNDING.forEach(function (kind) {
      var path = "funding." + kind, any = AMOUNTS.some(function (name) { return form.fields[path + "." + name]; });
      if (!any && kind !== "total" && !form.findings.some(function (f) { return f.subject.indexOf(path) === 0; })) { return; }
      row([label(LABEL[kind], 2)].concat(AMOUNTS.map(function (name) {
        var bare = kind !== "total" && (name === "maxScore" || name === "executionRate" || name === "score") && !form.fields[path + "." + name];
        var cell = value(path + "." + name, { number: true });
        if (bare) { cell.classList.add("bare"); }
        return cell;
      })), [path]);
    });
    var funding = remarks.under(["funding"]);
    if (funding.length) { rows.push(el("tr", { "class": "said" }, el("td", { colspan: 8 }, funding))); }
    row([label("年度总体目标", 2, 1), value("annualObjective.planned", { span: 3 }), value("annualObjective.achieved", { span: 3 })], ["annualObjective"]);
    rows.splice(rows.length - (rows[rows.length - 1].className === "said" ? 2 : 1), 0,
      el("tr", {}, label("", 2), el("th", { colspan: 3 }, "预期目标"), el("th", { colspan: 3 }, "实际完成情况")));
    row(INDICATOR.map(function (name) { return el("th", { scope: "col" }, LABEL[name]); }), []);
    for (var i = 0; i < form.indicators; i++) { row(indicator(i, value), ["indicators[" + i + "]"]); }
    var all = remarks.under(["indicators"]);
    if (all.length) { rows.push(el("tr", { "class": "said" }, el("td", { colspan: 8 }, all))); }
    row([label("总分", 5), value("total.maxScore", { number: true }), value("total.score", { number: true }), value("total.grade", {})], ["total"]);
    rows[rows.length - 1].querySelectorAll("td.blank").forEach(function (cell) { cell.classList.add("bare"); });
    var rest = remarks.rest(), together = remarks.together();
    return [rest.length ? [el("h2", { "class": "minor" }, t("report.whole")), rest] : null,
      el("div", { "class": "scroll", tabindex: "0", role: "region", "aria-label": form.fields.projectName || "" }, el("table", { "class": "form" }, columns(), el("tbody", {}, rows))),
      together.length ? [el("h2", { "class": "minor" }, t("report.besideOthers")), together] : null,
      form.extras.length ? [el("h2", { "class": "minor" }, t("report.extras")), el("ul", {}, form.extras.map(function (extra) {
        return el("li", {}, (extra.label || extra.subject) + "：" + (extra.value || ""));
      }))] : null];
  }

  function columns() {
    return el("colgroup", {}, [9, 9, 17, 14, 14, 8, 8, 21].map(function (width) { return el("col", { style: "width:" + width + "%" }); }));
  }

  function indicator(i, value) {
    return INDICATOR.map(function (name) {
      var cell = value("indicators[" + i + "]." + name, { number: name === "maxScore" || name === "score" });
      if (name === "varianceExplanation") { cell.classList.add("bare"); }
      return cell;
    });
  }

  /** The source's rows as they stand there. */
  function printed(form) {
    var worst = worstCells(form);
    return [el("p", { "class": "quiet" }, t("report.printed.sub")), form.layout.map(function (grid) {
      var loose = grid.columns === "LOOSE";
      return el("div", { "class": "scroll", tabindex: "0", role: "region", "aria-label": t("report.view.printed") }, el("table", { "class": "form", style: "table-layout:auto" }, el("tbody", {}, grid.rows.map(function (row) {
        var cells = [];
        row.forEach(function (cell, n) {
          var hit = worst[cell.k];
          cells.push(el("td", { colspan: loose ? (n === row.length - 1 ? 12 - n : 1) : cell.s, rowspan: cell.r, "class": hit ? "hit " + hit : null }, cell.t));
        });
        return el("tr", {}, cells);
      }))));
    })];
  }

  /** Why so many points and no more. */
  function audit(audit) {
    var range = function (one) { return one.high === null ? "—" : one.low === one.high ? one.high : one.low + "–" + one.high; };
    return el("div", { "class": "scroll", tabindex: "0", role: "region", "aria-label": t("report.view.audit") }, el("table", {}, el("caption", {}, t("report.audit.sub")), el("thead", {}, el("tr", {},
      ["report.audit.item", "report.audit.max", "report.column.claimed", "report.column.supported", "report.audit.over", "report.audit.basis", "report.audit.arithmetic"].map(function (key, i) {
        return el("th", { scope: "col", "class": i >= 1 && i <= 4 ? "number" : null }, t(key));
      }))), el("tbody", {}, audit.lines.concat([audit.total]).map(function (one, i) {
        var over = Number(one.over) > 0;
        return el("tr", {}, el("td", { "class": "name" }, i === audit.lines.length ? t("report.audit.total") : one.basis === "EXECUTION" ? t("report.audit.execution") : one.name || "—"),
          el("td", { "class": "number" }, one.max === null ? "—" : one.max), el("td", { "class": "number" }, one.claimed === null ? "—" : one.claimed),
          el("td", { "class": "number" }, range(one)), el("td", { "class": "number" + (over ? " ERROR" : "") }, over ? one.over : ""),
          el("td", {}, one.basis === "TOTAL" ? "" : t("form.basis." + one.basis.toLowerCase())), el("td", { "class": "name" }, one.arithmetic || ""));
      }))));
  }

  /** Forms one after the other, each on a page of its own when it is printed. */
  jihe.page("print", function (dossier, from, to) {
    var department = jihe.departments().filter(function (one) { return one.key === dossier; })[0];
    if (!department) { jihe.show([el("h1", {}, t("report.nothing"))]); return; }
    jihe.need("departments/" + dossier, function (list) {
      var lines = {}, pieces = [];
      list.forms.forEach(function (line) {
        lines[line[F.id]] = line;
        var inside = (from === undefined || line[F.piece] >= Number(from)) && (to === undefined || line[F.piece] < Number(to));
        if (inside && pieces.indexOf(line[F.piece]) < 0) { pieces.push(line[F.piece]); }
      });
      jihe.show([]);
      document.title = jihe.named(department);
      (function next() {
        if (!pieces.length) { document.body.setAttribute("data-printed", "all"); return; }
        jihe.need("forms/" + dossier + "-" + pieces.shift(), function (piece) {
          jihe.add(document.getElementById("main"), piece.map(function (form) { return sheet(form, lines[form.id], department); }));
          next();
        });
      })();
    });
  });

  function sheet(form, line, department) {
    var totals = form.audit ? form.audit.total : null;
    var says = [t("report.column.claimed") + " " + (form.fields["total.score"] || "—")];
    if (totals && totals.high !== null) { says.push(t("report.supports", { low: totals.low, high: totals.high })); }
    says.push(t("report.counts", { errors: line[F.errors], doubts: line[F.doubts], notes: line[F.notes] }));
    return el("article", { "class": "sheet" }, el("h2", {}, form.fields.projectName || t("report.unnamed")),
      el("p", { "class": "sub" }, jihe.named(department), " · ", says.join(" · "), " · ", form.place),
      jihe.isDrawable(form.layout) ? asPrinted(form, department) : drawn(form, department));
  }
})();
