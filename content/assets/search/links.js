// Addresses of the site: relative to its root, and with index.html where there is no server to add it.

export function createLinks(root, offline) {
  /** Address of a page given relative to the root, with what to mark there. */
  function to(url, { marking = "", parameters = {} } = {}) {
    const [path, anchor] = url.split("#");
    const target = new URL(path, root);
    if (offline && target.pathname.endsWith("/")) target.pathname += "index.html";
    for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
    if (marking) target.searchParams.set("tu-khoa", marking);
    if (anchor) target.hash = anchor;
    return target.href;
  }

  /** Without a server a link to a folder shows a list of files; lead it to the folder's page instead. */
  function repairClicks(page) {
    if (!offline) return;
    page.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || link.protocol !== "file:" || !link.pathname.endsWith("/")) return;
      link.pathname += "index.html";
    });
  }

  return { to, repairClicks };
}
