// @ts-check
// The list of entries to put in order: with buttons, or by dragging.
"use strict";
{
  const { handout } = globalThis;
  const { make } = handout;

  /** @type {(does: string, sign: string, name: string) => HTMLButtonElement} */
  const button = (does, sign, name) => {
    const made = make("button", `handout-${does}`, sign);
    made.type = "button";
    made.dataset.does = does;
    made.setAttribute("aria-label", name);
    made.title = name;
    return made;
  };

  handout.drawItems = (list, state, words, change) => {
    list.replaceChildren(
      ...state.items.map((item, at) => {
        const { label, title } = item.row;
        const handle = make("span", "handout-handle", "⠿");
        handle.setAttribute("aria-hidden", "true");
        handle.title = words.drag;
        const up = button("up", "↑", words.up.replace("%s", label));
        const down = button("down", "↓", words.down.replace("%s", label));
        // A button that can do nothing now stays where it is, so that the focus is not lost.
        up.setAttribute("aria-disabled", String(at === 0));
        down.setAttribute("aria-disabled", String(at === state.items.length - 1));
        const name = make("span", "handout-name", make("strong", "", label), title === label ? "" : ` ${title}`);
        const own = words.own.replace("%s", label);
        const note = make("textarea");
        note.rows = 1;
        note.value = item.note;
        note.placeholder = words.note;
        note.setAttribute("aria-label", own);
        note.addEventListener("input", () => change({ does: "note", id: item.id, note: note.value }));
        const drawn = make("li", "handout-item", handle, name, make("span", "handout-buttons", up, down, button("remove", "×", words.remove.replace("%s", label))), note);
        drawn.dataset.id = item.id;
        return drawn;
      }),
    );
  };

  /** @param {Element | null} item */
  const idOf = (item) => /** @type {HTMLElement} */ (item).dataset.id ?? "";

  // One way for mouse, pen and finger. The item moves through the list as the pointer does; letting go settles it.
  /** @type {(list: Element, item: HTMLElement, settle: () => void) => void} */
  const drag = (list, item, settle) => {
    const before = [...list.children];
    item.classList.add("dragged");
    /** @param {Element} each */
    const middle = (each) => {
      const { top, height } = each.getBoundingClientRect();
      return top + height / 2;
    };
    /** @param {PointerEvent} event */
    const move = ({ clientY }) => {
      const others = [...list.children].filter((each) => each !== item);
      const next = others.find((each) => clientY < middle(each)) ?? null;
      if (item.nextElementSibling !== next) list.insertBefore(item, next);
    };
    const listening = new AbortController();
    /** @param {boolean} isSettled */
    const end = (isSettled) => {
      item.classList.remove("dragged");
      listening.abort();
      if (!isSettled) list.replaceChildren(...before);
      else if (before.some((each, at) => each !== list.children[at])) settle();
    };
    const options = { capture: true, signal: listening.signal };
    addEventListener("pointermove", move, options);
    addEventListener("pointerup", () => end(true), options);
    addEventListener("pointercancel", () => end(false), options);
    addEventListener("keydown", ({ key }) => key === "Escape" && end(false), options);
  };

  handout.listen = (list, change) => {
    list.addEventListener("click", (event) => {
      /** @type {HTMLElement | null} */
      const pressed = /** @type {Element} */ (event.target).closest("button[data-does]");
      if (!pressed || pressed.getAttribute("aria-disabled") === "true") return;
      const does = /** @type {"up" | "down" | "remove"} */ (pressed.dataset.does);
      change({ does, id: idOf(pressed.closest("li")) });
    });

    list.addEventListener("pointerdown", (event) => {
      const { target, button: pressed } = /** @type {PointerEvent} */ (event);
      const item = /** @type {Element} */ (target).closest(".handout-handle")?.closest("li");
      if (!item || pressed !== 0) return;
      event.preventDefault();
      drag(list, item, () => change({ does: "order", id: idOf(item), ids: [...list.children].map(idOf) }));
    });
  };
}
