// Cards that show an entry before a reader goes there: on hover, on keyboard focus, and on a long press.
// The link beneath stays what it is. Loaded by edition.js when a link is first pointed at.
"use strict";

(() => {
  const LINK = "a.reference.internal";
  // Where the reader steers, a card would be in the way.
  const WITHOUT = "nav, dialog, .toc-tree, .preview";
  const INTENT = 300; // ms; a pointer that only passes over a link opens nothing
  const GRACE = 250; // ms; long enough to move from the link onto the card
  const POINTED = 100; // ms; a pointer that sweeps over a list of links fetches nothing
  const TOUCHED = 150; // ms; after this a touch is no mere tap any more
  const PRESS = 500; // ms; as long as phones take for a long press
  const RESTED = 150; // ms; a page that has not moved for so long has come to rest
  const STRAY = 10; // px; a finger that moves further is scrolling
  const GAP = 6; // px between link and card
  const EDGE = 8; // px between card and window
  const MOST_LINES = 7;
  const FEWEST_LINES = 2;

  const template = document.getElementById("preview-card");
  const card = template.content.firstElementChild.cloneNode(true);
  const part = (name) => card.querySelector(`.preview-${name}`);
  const root = new URL(document.documentElement.dataset.content_root, location.href);
  const folder = new URL(template.dataset.previews, location.href);

  let open = null; // the link whose card is shown
  let title = null; // what the link's own tooltip said
  let wanted = null; // the link whose card is to be shown next, and how
  let kept = false; // whether the card stays where the pointer is not
  let dismissed = null; // the link whose card the reader has closed while still on it
  let opening = 0;
  let closing = 0;
  let moved = -Infinity;
  let touch = null;
  let swallow = false;

  // --- What there is to show

  const sheets = new Map();

  function sheet(name) {
    if (!sheets.has(name)) {
      const read = fetch(new URL(`${name}.json`, folder)).then((answer) => (answer.ok ? answer.json() : null));
      sheets.set(name, read.catch(() => {
        // Perhaps the connection was lost for a moment.
        sheets.delete(name);
        return null;
      }));
    }
    return sheets.get(name);
  }

  async function previewOf(link) {
    const { pathname, hash } = new URL(link.href);
    const page = decodeURIComponent(pathname.slice(root.pathname.length)).replace(/(^|\/)$/, "$1index");
    const name = page.replace(/\.html$/, "");
    const found = await sheet(name);
    if (!found) return null;
    const id = decodeURIComponent(hash.slice(1)) || found.leads;
    if (found.previews[id]) return found.previews[id];
    return (found.commentary && id && (await sheet(`${name}.commentary`))?.previews[id]) || null;
  }

  const styled = new Promise((resolve) => {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = template.dataset.style;
    style.onload = () => resolve(true);
    style.onerror = () => resolve(false);
    document.head.append(style);
  });

  // --- Which links have a card

  function linkAt(target) {
    const link = target.closest?.(LINK);
    if (!link || link.closest(WITHOUT)) return null;
    const url = new URL(link.href);
    if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return null;
    return url.pathname === location.pathname && isInSight(link, decodeURIComponent(url.hash.slice(1))) ? null : link;
  }

  function isInSight(link, id) {
    const there = id && document.getElementById(id);
    if (!there || there.contains(link)) return true;
    const { top } = there.getBoundingClientRect();
    return there.checkVisibility() && top >= 0 && top < document.documentElement.clientHeight - 3 * EDGE;
  }

  // --- The card

  function fill(link, preview) {
    part("label").textContent = preview.label;
    part("label").href = link.href;
    part("kind").textContent = preview.text ?? part("kind").dataset[preview.kind] ?? "";
    part("title").textContent = preview.title ?? "";
    // Plain and struck words stand in turn.
    part("words").replaceChildren(...(preview.words ?? []).map((words, index) => {
      const run = document.createElement(index % 2 ? "s" : "span");
      run.textContent = words;
      return run;
    }));
    part("said").textContent = preview.said ?? "";
    part("where").textContent = preview.where ?? "";
    part("number").textContent = preview.connections ?? "";
    for (const [name, shown] of [
      ["title", preview.title], ["text", preview.words], ["editors", preview.said], ["count", preview.connections],
    ]) part(name).hidden = !shown;
  }

  function place(link, point, above) {
    const { clientWidth, clientHeight } = document.documentElement;
    // A link that runs over a line's end has a part on each line; the card belongs to the one pointed at.
    const rect = [...link.getClientRects()].find(({ top, bottom, left, right }) =>
      point && point.y >= top && point.y <= bottom && point.x >= left && point.x <= right) ??
      link.getBoundingClientRect();
    const room = { above: rect.top - GAP - EDGE, below: clientHeight - rect.bottom - GAP - EDGE };
    const most = Math.max(room.above, room.below);
    for (let lines = MOST_LINES; lines >= FEWEST_LINES; lines--) {
      card.style.setProperty("--preview-lines", lines);
      card.classList.toggle("preview-tight", lines === FEWEST_LINES);
      if (card.offsetHeight <= most) break;
    }
    const [first, second] = above ? ["above", "below"] : ["below", "above"];
    const side = card.offsetHeight <= room[first] || room[first] >= room[second] ? first : second;
    const top = side === "below" ? rect.bottom + GAP : rect.top - GAP - card.offsetHeight;
    const rightToLeft = getComputedStyle(link).direction === "rtl";
    const left = rightToLeft ? rect.right - card.offsetWidth : rect.left;
    const within = (value, size, whole) => Math.max(EDGE, Math.min(value, whole - size - EDGE));
    // In the page and not in the window, so that the card stays with its link when the page is scrolled.
    card.style.left = `${within(left, card.offsetWidth, clientWidth) + scrollX}px`;
    card.style.top = `${within(top, card.offsetHeight, clientHeight) + scrollY}px`;
    card.dataset.side = side;
  }

  async function show() {
    const now = wanted;
    const { link, point = null, above = false, keep = false } = now;
    const [preview, ready] = await Promise.all([previewOf(link), styled]);
    if (wanted !== now || !preview || !ready || !link.isConnected) return;
    if (performance.now() - moved < RESTED) {
      // The page is still moving to the link that has the focus.
      opening = setTimeout(show, RESTED);
      return;
    }
    hide();
    open = link;
    kept = keep;
    fill(link, preview);
    // Beside the card, the browser's own tooltip would say less, later.
    title = link.getAttribute("title");
    link.removeAttribute("title");
    link.setAttribute("aria-describedby", card.id);
    card.showPopover();
    place(link, point, above);
  }

  function hide() {
    clearTimeout(opening);
    clearTimeout(closing);
    closing = 0;
    wanted = null;
    if (!open) return;
    if (title !== null) open.setAttribute("title", title);
    open.removeAttribute("aria-describedby");
    open = null;
    card.hidePopover();
  }

  // --- A pointer that can hover

  function openSoon(link, how) {
    clearTimeout(opening);
    wanted = { link, ...how };
    opening = setTimeout(() => {
      // What is to be shown is fetched while the reader makes up their mind.
      previewOf(link);
      opening = setTimeout(show, INTENT - POINTED);
    }, POINTED);
  }

  function closeSoon() {
    clearTimeout(opening);
    wanted = null;
    if (open && !kept && !closing) closing = setTimeout(hide, GRACE);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkAt(event.target);
    if (link !== dismissed) dismissed = null;
    if (card.contains(event.target) || (open && open.contains(event.target))) {
      clearTimeout(closing);
      closing = 0;
      clearTimeout(opening);
      wanted = null;
      return;
    }
    if (link && (link === wanted?.link || link === dismissed)) return;
    closeSoon();
    if (link) openSoon(link, { point: { x: event.clientX, y: event.clientY } });
  });
  document.documentElement.addEventListener("pointerleave", closeSoon);

  // --- The keyboard

  document.addEventListener("focusin", (event) => {
    if (card.contains(event.target) || event.target === open) return;
    dismissed = null;
    const link = event.target.matches(":focus-visible") ? linkAt(event.target) : null;
    if (kept) hide();
    if (link) openSoon(link, { keep: true });
  });

  document.addEventListener("focusout", (event) => {
    if (event.target !== open && event.target !== wanted?.link) return;
    // Whoever selects words on the card takes the focus from the link.
    if (card.matches(":hover")) kept = false;
    else hide();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !(open || wanted)) return;
    if (open) {
      // What lies beneath, such as a menu, stays open.
      event.preventDefault();
      event.stopPropagation();
    }
    dismissed = open ?? wanted.link;
    hide();
  }, true);

  // --- A finger

  function release() {
    clearTimeout(touch?.timer);
    touch = null;
  }

  function press() {
    wanted = { link: touch.link, point: touch.point, above: true, keep: true };
    show();
    // Lifting the finger from a long press is no tap.
    swallow = true;
  }

  function touchDown(link, event) {
    const point = { x: event.clientX, y: event.clientY };
    const now = { link, point, preview: null, timer: 0 };
    const since = performance.now();
    touch = now;
    now.timer = setTimeout(async () => {
      // With nothing to show yet, a long press is the browser's.
      now.preview = await previewOf(link);
      const left = PRESS - (performance.now() - since);
      if (now.preview && touch === now) now.timer = setTimeout(press, Math.max(0, left));
    }, TOUCHED);
  }

  document.addEventListener("pointerdown", (event) => {
    swallow = false;
    release();
    if (open && !card.contains(event.target) && !open.contains(event.target)) hide();
    // A second long press brings the browser's own menu.
    const link = event.pointerType === "touch" ? linkAt(event.target) : null;
    if (link && link !== open) touchDown(link, event);
  });
  document.addEventListener("pointermove", (event) => {
    if (!touch) return;
    if (Math.hypot(event.clientX - touch.point.x, event.clientY - touch.point.y) > STRAY) release();
  }, { passive: true });
  for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, release);

  document.addEventListener("contextmenu", (event) => {
    if (touch?.preview) {
      event.preventDefault();
      if (!swallow) {
        clearTimeout(touch.timer);
        press();
      }
    } else {
      release();
      hide();
    }
  });

  document.addEventListener("click", (event) => {
    if (swallow) {
      event.preventDefault();
      event.stopPropagation();
    } else if (open?.contains(event.target) || card.contains(event.target.closest?.("a"))) {
      // The link may lead to another place on this page.
      hide();
    }
    swallow = false;
  }, true);

  // --- Whatever takes the reader away

  document.addEventListener("scroll", (event) => {
    moved = performance.now();
    if (!open) return;
    const { top, bottom } = open.getBoundingClientRect();
    if (event.target !== document || bottom < 0 || top > document.documentElement.clientHeight) hide();
  }, { capture: true, passive: true });
  addEventListener("resize", hide);
  addEventListener("pagehide", hide);

  // --- Begin

  // In the page's main part, so that a screen reader does not find it outside everything.
  (document.querySelector("main, [role=main]") ?? document.body).append(card);
  // The reader is on a link already: that is what loaded this file.
  const focused = document.activeElement;
  const hovered = [...document.querySelectorAll(`${LINK}:hover`)].at(-1);
  const first = linkAt(focused.matches(":focus-visible") ? focused : hovered ?? document.body);
  if (first === focused) openSoon(first, { keep: true });
  else if (first && matchMedia("(hover: hover)").matches) openSoon(first);
})();
