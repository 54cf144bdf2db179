// Addresses of the site: relative to its root, and with index.html where there is no server to add it.

export function createLinks(root, offline) {
  /** Address of a page given relative to the root. */
  function to(url, parameters = {}) {
    const [path, anchor] = url.split("#");
    const target = new URL(path, root);
    if (offline && target.pathname.endsWith("/")) target.pathname += "index.html";
    for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
    if (anchor) target.hash = anchor;
    return target.href;
  }

  /**
   * Complete a link as it is followed: with the words to mark where it leads, which do not belong to the address
   * that people copy; and with the folder's page where no server would add it.
   */
  function complete(page) {
    const follow = (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || link.getAttribute("href").startsWith("#")) return;
      const written = link.getAttribute("href");
      const target = new URL(link.href);
      if (offline && target.protocol === "file:" && target.pathname.endsWith("/")) target.pathname += "index.html";
      if (link.dataset.tuKhoa) target.searchParams.set("tu-khoa", link.dataset.tuKhoa);
      if (target.href === link.href) return;
      link.href = target.href;
      setTimeout(() => link.setAttribute("href", written));
    };
    page.addEventListener("click", follow);
    page.addEventListener("auxclick", follow);
  }

  return { to, complete };
}
