// @ts-check
// What a mark of a picture stands for is said in a line of the list behind the picture, and the mark leads there. This
// shows that line beside the mark, on a small screen at its foot or, where the mark is there, at its top: while the
// pointer or the focus is on the mark, and, once the mark is pressed, until it is put away.
"use strict";
{
  const SMALL = matchMedia("(max-width: 46em)");
  // In milliseconds: the time that a pointer has to come from the mark to the card.
  const PATIENCE = 200;
  const card = document.createElement("div");
  card.className = "mark-card";
  card.popover = "manual";
  card.tabIndex = -1;
  card.setAttribute("role", "dialog");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  /** @type {HTMLAnchorElement | null} */
  let shown = null;
  let pinned = false;
  let leaving = 0;

  /** @type {(event: Event) => HTMLAnchorElement | null} */
  const markOf = ({ target }) =>
    target instanceof Element ? target.closest(".picture :is(.marks, .lanes, .down) a[href^='#']") : null;
  /** @type {(mark: Element) => Element | null} */
  const lineOf = (mark) => document.getElementById((mark.getAttribute("href") ?? "").slice(1));
  /** @type {(event: Event) => boolean} */
  const comesToCard = (event) => {
    const { relatedTarget } = /** @type {PointerEvent | FocusEvent} */ (event);
    return relatedTarget instanceof Node && (card.contains(relatedTarget) || !!shown?.contains(relatedTarget));
  };

  /** @type {(name: string, cells: Iterable<Element>) => HTMLElement} */
  const paragraphOf = (name, cells) => {
    const paragraph = document.createElement("p");
    paragraph.className = name;
    for (const cell of cells) {
      if (paragraph.hasChildNodes()) paragraph.append(" ");
      paragraph.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
    }
    return paragraph;
  };

  /** @type {(line: Element) => void} */
  const fill = (line) => {
    const head = line.querySelector("th") ?? line.parentElement?.querySelector("th");
    const paragraphs = head ? [paragraphOf("ends", [head])] : [];
    if (line.closest(".dated")) {
      return card.replaceChildren(...paragraphs, ...[...line.querySelectorAll("td")].map((cell) => paragraphOf("", [cell])));
    }
    for (let next = /** @type {Element | null} */ (line); next; next = next.nextElementSibling) {
      if (next !== line && next.id) break;
      paragraphs.push(paragraphOf("", next.querySelectorAll("td")));
    }
    card.replaceChildren(...paragraphs);
  };

  const place = () => {
    if (!shown || SMALL.matches) return card.removeAttribute("style");
    const bar = document.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
    const { left, top, bottom, width } = shown.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = card;
    const above = top - offsetHeight >= bar || top - bar > innerHeight - bottom;
    const middle = left + Math.min(width, 26) / 2 - offsetWidth / 2;
    card.style.left = `${Math.max(8, Math.min(middle, document.documentElement.clientWidth - offsetWidth - 8))}px`;
    card.style.top = `${above ? Math.max(bar, top - offsetHeight) : bottom}px`;
  };

  const hide = () => {
    clearTimeout(leaving);
    if (!shown) return;
    if (card.contains(document.activeElement)) shown.focus();
    shown.classList.remove("chosen");
    [shown, pinned] = [null, false];
    card.hidePopover();
  };

  /** @type {(mark: HTMLAnchorElement) => void} */
  const show = (mark) => {
    clearTimeout(leaving);
    const line = lineOf(mark);
    if (mark === shown || !line) return;
    hide();
    shown = mark;
    mark.classList.add("chosen");
    fill(line);
    card.setAttribute("aria-label", mark.getAttribute("aria-label") ?? "");
    const picture = /** @type {HTMLElement} */ (mark.closest(".picture"));
    close.setAttribute("aria-label", picture.dataset["close"] ?? "");
    card.append(close);
    picture.append(card);
    card.showPopover();
    // At the foot of a small screen, unless the mark is there.
    card.classList.remove("at-top");
    const covered = card.getBoundingClientRect().top < mark.getBoundingClientRect().bottom;
    card.classList.toggle("at-top", SMALL.matches && covered);
    place();
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const mark = markOf(event);
    if (mark && !pinned) show(mark);
    if (event.target instanceof Node && card.contains(event.target)) clearTimeout(leaving);
  });
  document.addEventListener("pointerout", (event) => {
    const leaves = event.target instanceof Node && (card.contains(event.target) || !!markOf(event));
    if (shown && !pinned && leaves && !comesToCard(event)) {
      clearTimeout(leaving);
      leaving = setTimeout(hide, PATIENCE);
    }
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (!mark?.matches(":focus-visible") || pinned) return;
    // The browser would do so later, when the card is at its place.
    mark.scrollIntoView({ block: "nearest", inline: "nearest" });
    show(mark);
  });
  document.addEventListener("focusout", (event) => {
    // It stays while the reader is in another window.
    if (shown && document.hasFocus() && !comesToCard(event)) hide();
  });
  document.addEventListener("click", (event) => {
    const mark = markOf(event);
    if (mark && lineOf(mark) && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      if (mark !== shown) hide();
      show(mark);
      pinned = true;
      card.focus({ preventScroll: true });
    } else if (!(event.target instanceof Node && card.contains(event.target))) hide();
  });
  close.addEventListener("click", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  addEventListener("scroll", place, { capture: true, passive: true });
  addEventListener("resize", place);
}
