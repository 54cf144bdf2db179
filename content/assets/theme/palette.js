/* Shows the ground that the reader chose before the page is drawn. */
(function () {
  "use strict";

  let chosen = null;
  try {
    chosen = window["__md_get"]("__palette");
  } catch {
    /* A browser that keeps nothing: the ground is the system's. */
  }
  if (!chosen || !chosen.color) return;
  let color = chosen.color;
  if (color.media === "(prefers-color-scheme)") {
    const ground = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const option = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${ground})"]`);
    const names = ["media", "scheme", "primary", "accent"];
    color = Object.fromEntries(names.map((name) => [name, option.getAttribute(`data-md-color-${name}`)]));
  }
  for (const [name, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${name}`, value);
})();
