/* In a page that frames pieces of this site: gives each frame the height that its piece reports. */
(function () {
  "use strict";

  const origin = new URL(document.currentScript.src).origin;
  addEventListener("message", (event) => {
    if (event.origin !== origin || !event.data || event.data.from !== "ke-hoach-mo") return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === event.source) frame.style.height = Math.min(Number(event.data.height) || 0, 20000) + "px";
    }
  });
  // A piece that was there before this script reported to nobody.
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.src.startsWith(origin + "/")) frame.contentWindow.postMessage("ke-hoach-mo: height?", "*");
  }
})();
