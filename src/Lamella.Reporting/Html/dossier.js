(() => {
  "use strict";
  const colourKeys = new Set(["color", "fillcolor", "gridcolor", "linecolor", "zerolinecolor", "tickcolor", "bgcolor", "bordercolor"]);
  const figures = [...document.querySelectorAll("figure")].filter(f => f.querySelector(".plot-data"));

  const canHover = matchMedia("(hover: hover)").matches; // on a touch screen a finger scrolls the page instead of zooming

  // Colours come as CSS variables of the page; Plotly needs their present values.
  const resolve = (node, style) => {
    for (const [key, value] of Object.entries(node)) {
      if (value && typeof value === "object") resolve(value, style);
      else if (colourKeys.has(key) && /^var\(--[a-z0-9]+\)$/.test(value)) node[key] = style.getPropertyValue(value.slice(4, -1)).trim();
    }
    return node;
  };

  const axis = () => ({
    gridcolor: "var(--rule)", linecolor: "var(--soft)", tickcolor: "var(--soft)", zeroline: false, showline: true, ticks: "outside",
    ticklen: 5, automargin: true, exponentformat: "power", minexponent: 4, tickfont: { color: "var(--ink)" }
  });

  const draw = figure => {
    const style = getComputedStyle(document.documentElement);
    const given = JSON.parse(figure.querySelector(".plot-data").textContent);
    const layout = given.layout;
    for (const name of ["xaxis", "yaxis"]) {
      layout[name] = { ...axis(), ...layout[name] };
      layout[name].title.font = { color: "var(--soft)", size: 13.5 };
      layout[name].title.standoff = 10;
    }
    if (layout.xaxis.ticktext) layout.xaxis.showgrid = layout.barmode !== "relative" || !given.data.some(t => t.type === "bar");
    Object.assign(layout, {
      font: { family: getComputedStyle(document.body).fontFamily, size: 12.5, color: "var(--ink)" },
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", autosize: true, margin: { l: 58, r: 12, t: 10, b: 48 },
      hoverlabel: { namelength: 40, bgcolor: "var(--raised)", bordercolor: "var(--soft)", font: { color: "var(--ink)" } },
      modebar: { bgcolor: "rgba(0,0,0,0)", color: "var(--soft)" }, dragmode: canHover ? "zoom" : false
    });
    resolve(given, style);
    const hidden = [...figure.querySelectorAll(".legend li")].map(li => li.getAttribute("aria-pressed") === "false");
    given.data.forEach((trace, i) => { if (hidden[i]) trace.visible = "legendonly"; });
    const plot = figure.querySelector(".plot");
    let live = plot.querySelector(".live");
    if (!live) {
      live = document.createElement("div");
      live.className = "live";
      live.setAttribute("role", "img");
      live.setAttribute("aria-label", plot.querySelector("svg").getAttribute("aria-label"));
      plot.append(live);
    }
    plot.classList.add("drawn");
    const undo = () => { plot.classList.remove("drawn"); live.remove(); };
    // By default the library offers to send the chart's data to its maker's server; measurements stay in the file.
    const config = { showSendToCloud: false, plotlyServerURL: "", responsive: true, displaylogo: false, displayModeBar: canHover ? "hover" : false, modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"] };
    try {
      return Plotly.react(live, given.data, layout, config).catch(undo);
    } catch {
      undo(); // the static drawing stays
    }
  };

  const makeToggle = (figure, li) => {
    const set = () => {
      const show = li.getAttribute("aria-pressed") === "false";
      li.setAttribute("aria-pressed", String(show));
      const live = figure.querySelector(".live");
      if (live) Plotly.restyle(live, { visible: show ? true : "legendonly" }, [Number(li.dataset.trace)]);
    };
    li.parentElement.setAttribute("role", "group");
    li.setAttribute("role", "button");
    li.setAttribute("tabindex", "0");
    li.setAttribute("aria-pressed", "true");
    li.addEventListener("click", set);
    li.addEventListener("keydown", e => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); set(); } });
  };

  if (typeof Plotly !== "undefined") {
    figures.forEach(figure => { figure.querySelectorAll(".legend li").forEach(li => makeToggle(figure, li)); draw(figure); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => figures.forEach(draw));
  }

  const links = new Map([...document.querySelectorAll(".toc a")].map(a => [a.getAttribute("href").slice(1), a]));
  const seen = new Set();
  const mark = () => {
    const first = [...links.keys()].find(id => seen.has(id));
    links.forEach((a, id) => id === first ? a.setAttribute("aria-current", "true") : a.removeAttribute("aria-current"));
  };
  const watcher = new IntersectionObserver(entries => {
    entries.forEach(e => e.isIntersecting ? seen.add(e.target.id) : seen.delete(e.target.id));
    mark();
  }, { rootMargin: "-15% 0px -60% 0px" });
  links.forEach((_, id) => watcher.observe(document.getElementById(id)));
})();
