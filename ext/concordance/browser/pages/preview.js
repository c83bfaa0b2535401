// @ts-check
// Cards that show an entry before a reader goes there: on hover, on keyboard focus, and on a long press.
// The link beneath stays what it is. Loaded by edition.js when a link is first pointed at.
"use strict";
{
  const { previews } = globalThis;
  const INTENT = 300; // ms; a pointer that only passes over a link opens nothing
  const GRACE = 250; // ms; long enough to move from the link onto the card
  const POINTED = 100; // ms; a pointer that sweeps over a list of links fetches nothing
  const TOUCHED = 150; // ms; after this a touch is no mere tap any more
  const PRESS = 500; // ms; as long as phones take for a long press
  const RESTED = 150; // ms; a page that has not moved for so long has come to rest
  const STRAY = 10; // px; a finger that moves further is scrolling

  const preview = new previews.Card(/** @type {HTMLTemplateElement} */ (document.getElementById("preview-card")));
  const card = preview.element;

  /** @typedef {{point?: {x: number, y: number}, above?: boolean, keep?: boolean}} Way how a card is to be shown */
  /** @typedef {{link: HTMLAnchorElement, point: {x: number, y: number}, preview: Preview | null, timer: number}} Touch */

  /** @type {HTMLAnchorElement | null} */
  let open = null; // the link whose card is shown
  /** @type {string | null} */
  let title = null; // what the link's own tooltip said
  /** @type {(Way & {link: HTMLAnchorElement}) | null} */
  let wanted = null; // the link whose card is to be shown next, and how
  let isKept = false; // whether the card stays where the pointer is not
  /** @type {HTMLAnchorElement | null} */
  let dismissed = null; // the link whose card the reader has closed while still on it
  let opening = 0;
  let closing = 0;
  let moved = -Infinity;
  /** @type {Touch | null} */
  let touch = null;
  let isSwallowing = false;

  /** @param {Event} event */
  const isOnCard = ({ target }) => card.contains(/** @type {Node | null} */ (target));
  /** @param {Event} event */
  const isOnOpenLink = ({ target }) => Boolean(open?.contains(/** @type {Node | null} */ (target)));

  // ---- The card ----

  const show = async () => {
    const now = wanted;
    if (!now) return;
    const { link, point = null, above = false, keep = false } = now;
    const [content, isStyled] = await Promise.all([preview.previewOf(link), preview.styled]);
    if (wanted !== now || !content || !isStyled || !link.isConnected) return;
    if (performance.now() - moved < RESTED) {
      // The page is still moving to the link that has the focus.
      opening = setTimeout(show, RESTED);
      return;
    }
    hide();
    open = link;
    isKept = keep;
    preview.fill(link, content);
    // Beside the card, the browser's own tooltip would say less, later.
    title = link.getAttribute("title");
    link.removeAttribute("title");
    link.setAttribute("aria-describedby", card.id);
    card.showPopover();
    preview.place(link, point, above);
  };

  const hide = () => {
    clearTimeout(opening);
    clearTimeout(closing);
    closing = 0;
    wanted = null;
    if (!open) return;
    if (title !== null) open.setAttribute("title", title);
    open.removeAttribute("aria-describedby");
    open = null;
    card.hidePopover();
  };

  // ---- A pointer that can hover ----

  /** @type {(link: HTMLAnchorElement, way?: Way) => void} */
  const openSoon = (link, way) => {
    clearTimeout(opening);
    wanted = { link, ...way };
    opening = setTimeout(() => {
      // What is to be shown is fetched while the reader makes up their mind.
      void preview.previewOf(link);
      opening = setTimeout(show, INTENT - POINTED);
    }, POINTED);
  };

  const closeSoon = () => {
    clearTimeout(opening);
    wanted = null;
    if (open && !isKept && !closing) closing = setTimeout(hide, GRACE);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = preview.linkAt(event.target);
    if (link !== dismissed) dismissed = null;
    if (isOnCard(event) || isOnOpenLink(event)) {
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

  // ---- The keyboard ----

  document.addEventListener("focusin", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (isOnCard(event) || target === open) return;
    dismissed = null;
    const link = target.matches(":focus-visible") ? preview.linkAt(target) : null;
    if (isKept) hide();
    if (link) openSoon(link, { keep: true });
  });

  document.addEventListener("focusout", (event) => {
    if (event.target !== open && event.target !== wanted?.link) return;
    // Whoever selects words on the card takes the focus from the link.
    if (card.matches(":hover")) isKept = false;
    else hide();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !(open || wanted)) return;
    if (open) {
      // What lies beneath, such as a menu, stays open.
      event.preventDefault();
      event.stopPropagation();
    }
    dismissed = open ?? wanted?.link ?? null;
    hide();
  }, true);

  // ---- A finger ----

  const release = () => {
    clearTimeout(touch?.timer);
    touch = null;
  };

  /** @param {Touch} touched */
  const press = ({ link, point }) => {
    wanted = { link, point, above: true, keep: true };
    void show();
    // Lifting the finger from a long press is no tap.
    isSwallowing = true;
  };

  /** @type {(link: HTMLAnchorElement, event: PointerEvent) => void} */
  const touchDown = (link, event) => {
    const point = { x: event.clientX, y: event.clientY };
    /** @type {Touch} */
    const now = { link, point, preview: null, timer: 0 };
    const since = performance.now();
    touch = now;
    now.timer = setTimeout(async () => {
      // With nothing to show yet, a long press is the browser's.
      now.preview = await preview.previewOf(link);
      const left = PRESS - (performance.now() - since);
      if (now.preview && touch === now) now.timer = setTimeout(() => press(now), Math.max(0, left));
    }, TOUCHED);
  };

  document.addEventListener("pointerdown", (event) => {
    isSwallowing = false;
    release();
    if (open && !isOnCard(event) && !isOnOpenLink(event)) hide();
    // A second long press brings the browser's own menu.
    const link = event.pointerType === "touch" ? preview.linkAt(event.target) : null;
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
      if (!isSwallowing) {
        clearTimeout(touch.timer);
        press(touch);
      }
    } else {
      release();
      hide();
    }
  });

  document.addEventListener("click", (event) => {
    if (isSwallowing) {
      event.preventDefault();
      event.stopPropagation();
    } else if (isOnOpenLink(event) || (isOnCard(event) && /** @type {Element} */ (event.target).closest("a"))) {
      // The link may lead to another place on this page.
      hide();
    }
    isSwallowing = false;
  }, true);

  // ---- Whatever takes the reader away ----

  document.addEventListener("scroll", (event) => {
    moved = performance.now();
    if (!open) return;
    const { top, bottom } = open.getBoundingClientRect();
    if (event.target !== document || bottom < 0 || top > document.documentElement.clientHeight) hide();
  }, { capture: true, passive: true });
  addEventListener("resize", hide);
  addEventListener("pagehide", hide);

  // ---- Beginning ----

  // In the page's main part, so that a screen reader does not find it outside everything.
  (document.querySelector("main, [role=main]") ?? document.body).append(card);
  // The reader is on a link already: that is what loaded this file.
  const focused = /** @type {Element} */ (document.activeElement);
  const hovered = [...document.querySelectorAll(`${previews.LINK}:hover`)].at(-1);
  const first = preview.linkAt(focused.matches(":focus-visible") ? focused : hovered ?? document.body);
  if (first && first === focused) openSoon(first, { keep: true });
  else if (first && matchMedia("(hover: hover)").matches) openSoon(first);
}
