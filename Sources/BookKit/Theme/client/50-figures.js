// Shows a chart's numbers where the reader points, or walks with the arrow keys. They come from the
// table under the figure and from what each plot says of its axes.
(() => {
  "use strict";
  const number = text => Number(text.replace("−", "-"));
  // At most four significant digits, and a true minus.
  const short = text => {
    const digits = /^-?[\d.]+$/.test(text) && text.replace(/[-.]/g, "").replace(/^0+/, "").length > 4
      ? String(Number(Number(text).toPrecision(4))) : text;
    return digits.replace(/^-/, "−");
  };

  // A plot and the rows of the table that belong to it, with their places in the drawing's pixels.
  function plotOf(element, table, first) {
    const [left, top, right, bottom] = element.dataset.plot.split(" ").map(Number);
    const scale = (words, start, end) => {
      const [kind, low, high] = words.split(" ");
      const at = kind === "log" ? Math.log : Number;
      return value => start + (at(value) - at(Number(low))) / (at(Number(high)) - at(Number(low))) * (end - start);
    };
    const heads = [...table.tHead.rows[0].cells].map(cell => cell.textContent).slice(first);
    const rows = [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => cell.textContent))
      .filter(cells => first === 0 || cells[0] === element.dataset.panel).map(cells => cells.slice(first));
    const isLong = heads[0] === "series";
    const key = isLong ? 1 : 0;
    const hasNames = element.dataset.x === "names";
    const x = hasNames ? null : scale(element.dataset.x, left, right);
    const y = scale(element.dataset.y, bottom, top);
    const names = [...new Set(rows.map(cells => cells[key]))];
    const percent = head => / \(%\)$/.test(head);
    const value = (text, head) => number(text) / (percent(head) ? 100 : 1);
    // A series with a band is one line: its number, and in brackets how far the band goes.
    const joined = cells => cells.flatMap(([head, text], i) => {
      if (/ (low|high)$/.test(head) && cells.some(([other]) => other === head.replace(/ (low|high)$/, ""))) return [];
      const [low, high] = ["low", "high"].map(end => cells.find(([other]) => other === `${head} ${end}`)?.[1]);
      return [[head, low && high ? `${short(text)} (${short(low)} to ${short(high)})` : short(text)]];
    });
    // Of a bundle of thin lines nobody wants to read each.
    const few = cells => {
      const all = joined(cells);
      const kept = all.length > 8 ? all.filter(([head]) => !/ \d+$/.test(head)) : all;
      const shown = (kept.length ? kept : all).slice(0, 8);
      return [...shown.map(([head, text]) => `${head} ${text}`),
        ...(shown.length < all.length ? [`and ${all.length - shown.length} more`] : [])];
    };
    const points = rows.map(cells => {
      const bin = cells[key].split(" to ").map(text => value(text, heads[key]));
      const place = hasNames
        ? left + (names.indexOf(cells[key]) + 0.5) / names.length * (right - left)
        : x(bin.reduce((sum, edge) => sum + edge, 0) / bin.length);
      const words = isLong
        ? [...(cells[0] ? [cells[0]] : []), `${heads[1]} ${short(cells[1])}`,
            `${heads[2]} ${short(cells[2])}${cells[3] && cells[4] ? ` (${short(cells[3])} to ${short(cells[4])})` : ""}`].join("\n")
        : [`${heads[0]} ${cells[0]}`, ...few(cells.slice(1).map((cell, i) => [heads[i + 1], cell]))].join("\n");
      return { x: place, y: isLong ? y(value(cells[2], heads[2])) : null, words };
    }).filter(point => point.x >= left - 1 && point.x <= right + 1 && (point.y === null || point.y >= top - 1 && point.y <= bottom + 1));
    points.sort((a, b) => a.x - b.x);
    return { left, top, right, bottom, points };
  }

  function nearest(plot, x, y) {
    const distance = point => (point.x - x) ** 2 + (point.y === null ? 0 : (point.y - y) ** 2);
    return plot.points.reduce((best, point, i) =>
      best < 0 || distance(point) < distance(plot.points[best]) ? i : best, -1);
  }

  function attach(drawing, table, first) {
    const tip = document.createElement("div");
    tip.className = "readout";
    tip.setAttribute("role", "status");
    const line = document.createElement("div");
    line.className = "readout-line";
    line.hidden = tip.hidden = true;
    let plots = null, svg = null, at = null;

    // The drawing that the style sheet shows now, the wide or the narrow one.
    function ready() {
      const seen = [...drawing.querySelectorAll("svg")].find(one => one.getBoundingClientRect().width > 0);
      if (!seen) return false;
      if (seen === svg) return plots.length > 0;
      svg = seen;
      plots = [...svg.querySelectorAll("[data-plot]"), ...(svg.dataset.plot ? [svg] : [])]
        .map(element => plotOf(element, table, first)).filter(plot => plot.points.length > 0);
      return plots.length > 0;
    }

    function show(plot, index) {
      at = { plot, index };
      const box = svg.getBoundingClientRect(), outer = drawing.getBoundingClientRect();
      const scale = box.width / svg.viewBox.baseVal.width;
      const point = plot.points[index];
      const x = box.left - outer.left + point.x * scale;
      line.hidden = tip.hidden = false;
      tip.textContent = point.words;
      line.style.left = `${x}px`;
      line.style.top = `${box.top - outer.top + plot.top * scale}px`;
      line.style.height = `${(plot.bottom - plot.top) * scale}px`;
      const isRight = x > outer.width / 2;
      tip.style.left = isRight ? "auto" : `${x + 10}px`;
      tip.style.right = isRight ? `${outer.width - x + 10}px` : "auto";
      tip.style.top = `${box.top - outer.top + plot.top * scale}px`;
    }
    function hide() { line.hidden = tip.hidden = true; at = null; }

    drawing.append(line, tip);
    drawing.tabIndex = 0;
    drawing.setAttribute("role", "group");
    drawing.setAttribute("aria-label", "Chart: arrow keys read its numbers");
    drawing.addEventListener("pointermove", event => {
      if (!ready()) return;
      const box = svg.getBoundingClientRect();
      const scale = svg.viewBox.baseVal.width / box.width;
      const x = (event.clientX - box.left) * scale, y = (event.clientY - box.top) * scale;
      const plot = plots.find(one => x >= one.left - 8 && x <= one.right + 8 && y >= one.top - 8 && y <= one.bottom + 8);
      if (plot) show(plot, nearest(plot, x, y)); else hide();
    });
    drawing.addEventListener("pointerleave", hide);
    drawing.addEventListener("blur", hide);
    drawing.addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === "Escape") { hide(); return; }
      if (!step || event.target !== drawing || !ready()) return;
      event.preventDefault();
      if (!at || !plots.includes(at.plot)) { show(plots[0], step > 0 ? 0 : plots[0].points.length - 1); return; }
      let plot = plots.indexOf(at.plot), index = at.index + step;
      if (index < 0 || index >= at.plot.points.length) {
        plot = (plot + step + plots.length) % plots.length;
        index = step > 0 ? 0 : plots[plot].points.length - 1;
      }
      show(plots[plot], index);
    });
  }

  for (const figure of document.querySelectorAll("figure.exhibit")) {
    const table = figure.querySelector("table.data");
    if (!table || !figure.querySelector("[data-plot]") || figure.querySelector("svg .heat")) continue;
    const isNamed = [...figure.querySelectorAll("[data-panel]")].some(one => one.dataset.panel !== "");
    for (const drawing of figure.querySelectorAll(".drawing")) attach(drawing, table, isNamed ? 1 : 0);
  }

  // A slider's stops follow a pointer that is drawn over them.
  for (const slider of document.querySelectorAll(".slider")) {
    slider.addEventListener("pointermove", event => {
      if (event.buttons !== 1) return;
      const stop = document.elementFromPoint(event.clientX, event.clientY)?.closest(".slider input, .slider label");
      if (!stop || !slider.contains(stop)) return;
      const input = stop.control ?? stop;
      if (!input.checked) { input.checked = true; input.focus({ preventScroll: true }); }
    });
  }
})();
