(() => {
  "use strict";
  const shades = [0.78, 0.62, 1.0]; // light on the faces along x, y and z, as in the still picture
  const side = 360;
  const speed = 0.35; // rad/s

  const show = figure => {
    const data = JSON.parse(figure.querySelector(".volume-data").textContent);
    const parts = Uint8Array.from(atob(data.parts), c => c.charCodeAt(0));
    const [nx, ny, nz] = data.shape;
    const diagonal = Math.hypot(...data.shape.map((n, k) => n * data.edges[k]));
    const edge = data.edges.map(e => 2 * e / diagonal);
    const half = data.shape.map((n, k) => 0.5 * n * edge[k]);
    const visible = data.colours.map((_, k) => !data.hidden.includes(k));
    const stage = figure.querySelector(".stage");
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = side;
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", stage.querySelector("img").alt + "; arrow keys turn it");
    const context = canvas.getContext("2d");
    const image = context.createImageData(side, side);
    const pixels = image.data;
    let yaw = 0.7, pitch = 0.5, last = 0, turning = !matchMedia("(prefers-reduced-motion: reduce)").matches, onScreen = true, dirty = true;

    const paint = () => {
      const cp = Math.cos(pitch), sp = Math.sin(pitch), cy = Math.cos(yaw), sy = Math.sin(yaw);
      const right = [-sy, cy, 0], up = [-sp * cy, -sp * sy, cp], toward = [cp * cy, cp * sy, sp];
      const way = toward.map(v => Math.abs(v) < 1e-9 ? -1e-9 : -v);
      const step = way.map(v => v > 0 ? 1 : -1), width = way.map((v, k) => edge[k] / Math.abs(v));
      const shape = data.shape, stride = [1, nx, nx * ny], start = [0, 0, 0], at = [0, 0, 0], next = [0, 0, 0];
      for (let row = 0, i = 0; row < side; row++) {
        const v = 1 - 2 * (row + 0.5) / side;
        for (let column = 0; column < side; column++, i += 4) {
          const h = 2 * (column + 0.5) / side - 1;
          let enter = 0, leave = Infinity, face = 0;
          for (let k = 0; k < 3; k++) {
            start[k] = h * right[k] + v * up[k] + 2 * toward[k];
            const a = (-half[k] - start[k]) / way[k], b = (half[k] - start[k]) / way[k];
            const near = Math.min(a, b);
            if (near > enter) { enter = near; face = k; }
            leave = Math.min(leave, Math.max(a, b));
          }
          pixels[i + 3] = 0;
          if (enter >= leave) continue;
          let index = 0;
          for (let k = 0; k < 3; k++) {
            const place = (start[k] + (enter + 1e-9) * way[k] + half[k]) / edge[k];
            at[k] = Math.min(Math.max(Math.floor(place), 0), shape[k] - 1);
            next[k] = ((at[k] + (way[k] > 0 ? 1 : 0)) * edge[k] - half[k] - start[k]) / way[k];
            index += at[k] * stride[k];
          }
          for (;;) {
            const part = parts[index];
            if (visible[part]) {
              const colour = data.colours[part], shade = shades[face];
              pixels[i] = colour[0] * shade; pixels[i + 1] = colour[1] * shade; pixels[i + 2] = colour[2] * shade; pixels[i + 3] = 255;
              break;
            }
            face = next[0] < next[1] ? (next[0] < next[2] ? 0 : 2) : (next[1] < next[2] ? 1 : 2);
            at[face] += step[face];
            if (at[face] < 0 || at[face] >= shape[face]) break;
            index += step[face] * stride[face];
            next[face] += width[face];
          }
        }
      }
      context.putImageData(image, 0, 0);
    };

    const frame = time => {
      if (turning && onScreen) { yaw += speed * Math.min(0.1, (time - last) / 1000); dirty = true; }
      last = time;
      if (dirty && onScreen) { paint(); dirty = false; }
      requestAnimationFrame(frame);
    };

    const button = document.createElement("button");
    button.type = "button";
    const name = () => { button.textContent = turning ? "Stop" : "Turn"; };
    button.addEventListener("click", () => { turning = !turning; name(); });
    name();
    let held = null;
    canvas.addEventListener("pointerdown", e => { held = [e.clientX, e.clientY]; canvas.setPointerCapture(e.pointerId); turning = false; name(); });
    canvas.addEventListener("pointermove", e => {
      if (!held) return;
      yaw -= (e.clientX - held[0]) * 0.01;
      pitch = Math.min(1.5, Math.max(-1.5, pitch + (e.clientY - held[1]) * 0.01));
      held = [e.clientX, e.clientY];
      dirty = true;
    });
    canvas.addEventListener("pointerup", () => { held = null; });
    canvas.addEventListener("pointercancel", () => { held = null; });
    canvas.addEventListener("keydown", e => {
      const turn = { ArrowLeft: [0.1, 0], ArrowRight: [-0.1, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1] }[e.key];
      if (!turn) return;
      e.preventDefault();
      yaw += turn[0];
      pitch = Math.min(1.5, Math.max(-1.5, pitch + turn[1]));
      dirty = true;
    });
    [...figure.querySelectorAll(".legend li")].forEach((li, k) => {
      const set = () => { visible[k] = !visible[k]; li.setAttribute("aria-pressed", String(visible[k])); dirty = true; };
      li.setAttribute("role", "button");
      li.setAttribute("tabindex", "0");
      li.setAttribute("aria-pressed", String(visible[k]));
      li.addEventListener("click", set);
      li.addEventListener("keydown", e => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); set(); } });
    });
    new IntersectionObserver(entries => { onScreen = entries[entries.length - 1].isIntersecting; }).observe(stage);
    stage.replaceChildren(canvas, button);
    requestAnimationFrame(frame);
  };

  document.querySelectorAll("figure.volume").forEach(show);
})();
