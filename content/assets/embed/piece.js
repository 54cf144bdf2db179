/* In a piece that others frame: shows what is still to come, and reports the height of the piece. */
(function () {
  "use strict";

  const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const list = document.querySelector("[data-coming]");
  if (list) {
    const rows = [...list.children];
    const coming = rows.filter((row) => row.querySelector("time").dateTime >= today);
    const shown = coming.slice(0, Number(list.dataset.coming));
    rows.forEach((row) => (row.hidden = !shown.includes(row)));
    document.getElementById("nothing").hidden = shown.length > 0;
  }

  const report = () => parent.postMessage({ from: "ke-hoach-mo", height: document.documentElement.offsetHeight }, "*");
  new ResizeObserver(report).observe(document.documentElement);
  addEventListener("load", report);
  // The page around may have begun to listen after the first reports: it asks.
  addEventListener("message", (event) => event.source === parent && event.data === "ke-hoach-mo: height?" && report());
})();
