"use strict";
// The list of entries to put in order: with buttons, or by dragging.
{
  const handout = globalThis.handout;
  const { make } = handout;

  const button = (does, sign, name) => {
    const made = make("button", `handout-${does}`, sign);
    made.type = "button";
    made.dataset.does = does;
    made.setAttribute("aria-label", name);
    made.title = name;
    return made;
  };

  // Draws the list. `change` is told what a reader does: ("up", id), ("note", id, text), ("order", ids).
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
        note.addEventListener("input", () => change("note", item.id, note.value));
        const drawn = make("li", "handout-item", handle, name, make("span", "handout-buttons", up, down, button("remove", "×", words.remove.replace("%s", label))), note);
        drawn.dataset.id = item.id;
        return drawn;
      }),
    );
  };

  handout.listen = (list, change) => {
    list.addEventListener("click", (event) => {
      const pressed = event.target.closest("button[data-does]");
      if (!pressed || pressed.getAttribute("aria-disabled") === "true") return;
      change(pressed.dataset.does, pressed.closest("li").dataset.id);
    });

    // One way for mouse, pen and finger. The item moves through the list as the pointer does; letting go settles it.
    list.addEventListener("pointerdown", (event) => {
      const handle = event.target.closest(".handout-handle");
      if (!handle || event.button !== 0) return;
      event.preventDefault();
      const item = handle.closest("li");
      const before = [...list.children];
      item.classList.add("dragged");
      const middle = (each) => {
        const { top, height } = each.getBoundingClientRect();
        return top + height / 2;
      };
      const move = ({ clientY }) => {
        const others = [...list.children].filter((each) => each !== item);
        const next = others.find((each) => clientY < middle(each)) ?? null;
        if (item.nextElementSibling !== next) list.insertBefore(item, next);
      };
      const end = (settled) => {
        item.classList.remove("dragged");
        for (const [name, listener] of listeners) removeEventListener(name, listener, true);
        if (!settled) list.replaceChildren(...before);
        else if (before.some((each, at) => each !== list.children[at])) change("order", item.dataset.id, [...list.children].map((each) => each.dataset.id));
      };
      const listeners = [
        ["pointermove", move],
        ["pointerup", () => end(true)],
        ["pointercancel", () => end(false)],
        ["keydown", (pressed) => pressed.key === "Escape" && end(false)],
      ];
      for (const [name, listener] of listeners) addEventListener(name, listener, true);
    });
  };
}
