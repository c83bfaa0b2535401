// What every page does beside being read. Without this file, every page can be read all the same.
"use strict";

// Cards over links are loaded when a reader first points at a link: most pages are read without.
function offerPreviews() {
  const card = document.getElementById("preview-card");
  // From disk, a browser lets no page fetch a file.
  if (!card || !("popover" in card) || location.protocol === "file:") return;
  const events = ["pointerover", "pointerdown", "focusin"];
  const load = (event) => {
    const link = event.target.closest("a.reference.internal");
    const isTouch = event.pointerType === "touch";
    if (!link || (isTouch && event.type !== "pointerdown")) return;
    for (const name of events) document.removeEventListener(name, load);
    const script = document.createElement("script");
    script.src = card.dataset.script;
    // A finger that is still down may be in the middle of a long press.
    let isDown = isTouch;
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, () => { isDown = false; }, { once: true });
    script.onload = () => {
      if (isDown) link.dispatchEvent(new PointerEvent(event.type, event));
    };
    document.head.append(script);
  };
  for (const name of events) document.addEventListener(name, load);
}

// The dialog for copying is loaded when a reader first wants it.
function offerCopying() {
  const dialog = document.getElementById("copy-dialog");
  if (!dialog) return;
  const load = (event) => {
    const button = event.target.closest("button.copy");
    if (!button) return;
    document.removeEventListener("click", load);
    button.setAttribute("aria-busy", "true");
    const script = document.createElement("script");
    script.src = dialog.dataset.script;
    script.onload = () => button.click();
    script.onerror = () => {
      button.removeAttribute("aria-busy");
      button.after(dialog.content.querySelector(".copying-failed").cloneNode(true));
      document.addEventListener("click", load);
    };
    document.head.append(script);
  };
  document.addEventListener("click", load);
}

// The arrow keys lead to the page before and the page after, unless they mean something else where the reader is.
function turnPagesByArrow() {
  const taken = "input, textarea, select, summary, dialog, audio, video, [contenteditable], [popover], [tabindex='0'], " +
    "[role=dialog], [role=tablist], [role=slider], [role=menu], [role=listbox]";
  document.addEventListener("keydown", (event) => {
    const forward = getComputedStyle(document.documentElement).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    if (event.key !== forward && event.key !== backward) return;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest(taken) || document.querySelector("dialog[open]")) return;
    // What is wider than its place is moved by the arrows: a table that has the focus, or the page, much enlarged.
    const page = document.documentElement;
    const isWide = (element) => element.scrollWidth > element.clientWidth;
    if (isWide(page) || (event.target !== document.body && isWide(event.target)) || visualViewport.scale > 1) return;
    const link = document.querySelector(`link[rel=${event.key === forward ? "next" : "prev"}]`);
    if (link) location.assign(link.href);
  });
}

offerPreviews();
offerCopying();
turnPagesByArrow();
