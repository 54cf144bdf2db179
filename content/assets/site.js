/* What the pages do beyond being read: cards that describe a link, and controls that copy. */
(function () {
  "use strict";

  const card = document.createElement("div");
  card.className = "card";
  card.id = "card";
  card.hidden = true;
  document.body.append(card);
  let cardOf = null;

  /* The card shows what aria-describedby of the link names: an entry further down the same page. */
  function showCard(link) {
    const about = document.getElementById(link.getAttribute("aria-describedby") || "");
    if (!about) return;
    card.replaceChildren(...about.cloneNode(true).childNodes);
    card.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
    card.hidden = false;
    const box = link.getBoundingClientRect();
    const width = Math.min(420, document.documentElement.clientWidth - 16);
    card.style.width = width + "px";
    card.style.left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8)) + window.scrollX + "px";
    const below = box.bottom + card.offsetHeight + 8 < window.innerHeight || box.top < card.offsetHeight + 8;
    card.style.top = (below ? box.bottom + 4 : box.top - card.offsetHeight - 4) + window.scrollY + "px";
    cardOf = link;
  }

  function hideCard() {
    card.hidden = true;
    cardOf = null;
  }

  const described = (event) => event.target.closest && event.target.closest("a[aria-describedby]");
  let leaving = 0;
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (card.contains(event.target)) return clearTimeout(leaving);
    const link = described(event);
    if (link) {
      clearTimeout(leaving);
      if (link !== cardOf) showCard(link);
    } else if (cardOf) {
      clearTimeout(leaving);
      leaving = setTimeout(hideCard, 250);
    }
  });
  document.addEventListener("focusin", (event) => {
    const link = described(event);
    if (link && link.matches(":focus-visible")) showCard(link);
    else if (!card.contains(event.target)) hideCard();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hideCard();
  });
  document.addEventListener("click", (event) => {
    const link = described(event);
    if (!link) {
      if (!card.contains(event.target)) hideCard();
      return;
    }
    const touched = event.pointerType === "touch" && cardOf !== link;
    if (link.matches(".note-ref") || touched) {
      event.preventDefault();
      showCard(link);
    }
  });

  const said = document.createElement("div");
  said.className = "said";
  said.setAttribute("role", "status");
  document.body.append(said);
  let silence = 0;
  function say(text) {
    said.textContent = text;
    said.classList.add("shown");
    clearTimeout(silence);
    silence = setTimeout(() => said.classList.remove("shown"), 2500);
  }

  function copyByHand(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "copy-field";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }

  async function copy(text, done) {
    let copied = false;
    try {
      await navigator.clipboard.writeText(text);
      copied = true;
    } catch {
      copied = copyByHand(text);
    }
    say(copied ? done : "Trình duyệt không cho chép. Nội dung: " + text);
  }

  function addCiteButton(element) {
    const link = element.querySelector(".clause-link, .headerlink");
    if (!link) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "clause-cite";
    button.title = "Chép trích dẫn";
    button.setAttribute("aria-label", "Chép trích dẫn: " + element.dataset.cite);
    button.addEventListener("click", () => copy(element.dataset.cite, "Đã chép trích dẫn: " + element.dataset.cite));
    link.after(button);
    link.addEventListener("click", () => copy(link.href, "Đã chép liên kết tới đoạn này"));
  }

  document.querySelectorAll("[data-cite]").forEach(addCiteButton);

  /* The page of pieces that others may frame: a choice is shown, and the words to copy say its whole address. */
  function chooseEmbedded(choice) {
    const preview = document.getElementById("nhung-xem");
    const code = document.getElementById("nhung-ma");
    const button = document.getElementById("nhung-chep");
    const whole = (address) => new URL(address, location.href).href;
    const show = () => {
      const title = choice.selectedOptions[0].textContent.replaceAll('"', "");
      // On a disk the address of a folder shows what lies in it.
      preview.src = choice.value + "index.html";
      code.textContent =
        `<iframe src="${whole(choice.value)}" title="${title}" loading="lazy" width="100%" height="400" frameborder="0"></iframe>\n` +
        `<script src="${whole(code.dataset.frame)}" async></script>`;
    };
    choice.addEventListener("change", show);
    button.hidden = false;
    button.addEventListener("click", () => copy(code.textContent, "Đã chép đoạn mã"));
    addEventListener("message", (event) => {
      if (event.source === preview.contentWindow && event.data.from === "ke-hoach-mo") preview.style.height = event.data.height + "px";
    });
    show();
  }

  const choice = document.getElementById("nhung-mau");
  if (choice) chooseEmbedded(choice);
  /* The controls of the clause that was touched last; see site.css. */
  document.addEventListener("click", (event) => {
    const clause = event.target.closest("[data-cite]");
    document.querySelectorAll(".touched").forEach((other) => other !== clause && other.classList.remove("touched"));
    if (clause && !event.target.closest("a:not(.clause-link, .headerlink)")) clause.classList.add("touched");
  });

  /* The reader's own body, remembered in this browser and nowhere else; pages opened from a disk may have no memory. */
  const MINE = "keHoachMo.coQuan";
  const memory = {
    get: () => {
      try {
        return JSON.parse(localStorage.getItem(MINE));
      } catch {
        return null;
      }
    },
    set: (agency) => {
      try {
        if (agency) localStorage.setItem(MINE, JSON.stringify(agency));
        else localStorage.removeItem(MINE);
        return true;
      } catch {
        return false;
      }
    },
  };

  function showMine(line) {
    const mine = memory.get();
    const known = mine && /^co-quan\/[a-z0-9/-]+\/$/.test(mine.url);
    line.hidden = !known;
    document.querySelector(".my-agency-hint").hidden = Boolean(known);
    if (!known) return;
    const link = line.querySelector("a");
    link.href = mine.url + (location.protocol === "file:" ? "index.html" : "");
    link.textContent = mine.name;
    line.querySelector("button").addEventListener(
      "click",
      () => {
        memory.set(null);
        showMine(line);
      },
      { once: true },
    );
  }

  function offerAsMine(button) {
    const own = () => (memory.get() || {}).url === button.dataset.agency;
    const name = () => {
      button.setAttribute("aria-pressed", String(own()));
    };
    button.addEventListener("click", () => {
      const next = own() ? null : { url: button.dataset.agency, name: document.querySelector("h1").firstChild.textContent };
      const done = memory.set(next);
      say(!done ? "Trình duyệt không cho nhớ." : next ? "Đã nhớ cơ quan này trên trình duyệt; trang chủ sẽ dẫn tới đây." : "Đã thôi nhớ.");
      name();
    });
    name();
  }

  document.querySelectorAll("#co-quan-cua-toi").forEach(showMine);
  document.querySelectorAll("button.mine").forEach(offerAsMine);

  /* This month and the next in a table of months. */
  const now = new Date();
  [0, 1].forEach((ahead) => {
    const day = new Date(now.getFullYear(), now.getMonth() + ahead, 1);
    const cell = document.querySelector(`[data-months] [data-month="${day.getFullYear()}-${day.getMonth() + 1}"]`);
    if (cell) cell.classList.add(ahead ? "next-month" : "this-month");
  });

  /* What an address names is shown, also where it is folded away. */
  function unfoldTarget() {
    const target = document.getElementById(location.hash.slice(1));
    let folded = target && target.closest("details:not([open])");
    if (!folded) return;
    for (; folded; folded = folded.parentElement.closest("details:not([open])")) folded.open = true;
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", unfoldTarget);
  unfoldTarget();

  /* The search is the largest program of the site: it is loaded as its field is about to be used, and at once where a page
     is about it, marks the words of a query, or lies on a disk, where the search completes each link. */
  let program = null;
  function loadSearch() {
    if (program) return;
    program = document.createElement("script");
    program.src = document.querySelector("meta[name=search-program]").content;
    document.head.append(program);
  }

  const inSearch = (event) => event.target.closest && event.target.closest("form[role=search]");
  const about = document.getElementById("trang-tim-kiem") || location.search.includes("tu-khoa=");
  if (about || location.protocol === "file:" || inSearch({ target: document.activeElement })) loadSearch();
  ["focusin", "pointerover"].forEach((name) => document.addEventListener(name, (event) => inSearch(event) && loadSearch()));
  /* A form that leads nowhere by itself waits for it. */
  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".within") || window.keHoachMo) return;
    event.preventDefault();
    loadSearch();
    program.addEventListener("load", () => event.target.requestSubmit(), { once: true });
  });
})();
