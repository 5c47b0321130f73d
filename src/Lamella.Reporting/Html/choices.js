(() => {
  "use strict";
  // Every number was computed before the page was written; here they are only looked up.
  const start = panel => {
    const data = JSON.parse(panel.querySelector(".choice-data").textContent);
    const sliders = [...panel.querySelectorAll("input")];
    const rows = [...panel.querySelectorAll("tbody tr")];
    const number = (value, digits) => value.toFixed(digits).replace("-", "\u2212");

    const show = () => {
      const at = sliders.map(slider => Number(slider.value));
      sliders.forEach((slider, k) => {
        const text = data.choices[k][at[k]];
        slider.nextElementSibling.textContent = text;
        slider.setAttribute("aria-valuetext", text);
      });
      data.outcomes.forEach((outcome, i) => {
        let index = 0, stride = 1;
        for (const k of outcome.depends) {
          index += stride * at[k];
          stride *= data.choices[k].length;
        }
        const value = outcome.tenths[index] / 10, left = value - outcome.goal;
        const cells = rows[i].querySelectorAll("td");
        cells[1].textContent = number(value, 0);
        cells[2].textContent = number(left, 1);
        rows[i].className = left >= 0 ? "reached" : "missed";
      });
      return at;
    };

    const keep = () => history.replaceState(null, "", "#choices=" + show().join(","));
    const asked = /^#choices=([\d,]+)$/.exec(location.hash);
    if (asked) asked[1].split(",").forEach((stop, k) => { if (sliders[k]) sliders[k].value = stop; });
    sliders.forEach(slider => slider.addEventListener("input", keep));
    panel.querySelectorAll("button").forEach(button => button.addEventListener("click", () => {
      sliders.forEach(slider => { slider.value = button.dataset.all === "first" ? slider.min : slider.max; });
      keep();
    }));
    show();
    panel.hidden = false;
  };
  document.querySelectorAll(".choices").forEach(start);
})();
