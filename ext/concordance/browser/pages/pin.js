// @ts-check
// Shows other sites how to say what `linker.js` holds: the digest is that of the file as it is now.
"use strict";
{
  const UNKNOWN = "sha384-…";
  const place = document.querySelector(".pinned-linker");
  const texts = document.createTreeWalker(place ?? document, NodeFilter.SHOW_TEXT);

  /** @param {string} digest */
  const show = (digest) => {
    for (let text; (text = /** @type {Text | null} */ (texts.nextNode())); ) text.data = text.data.replace(UNKNOWN, digest);
  };

  const compute = async () => {
    const root = new URL(document.documentElement.dataset.content_root || "./", document.baseURI);
    const answer = await fetch(new URL("linker.js", root));
    if (!answer.ok) throw new Error(String(answer.status));
    const digest = await crypto.subtle.digest("SHA-384", await answer.arrayBuffer());
    show(`sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`);
  };

  // Without a connection, or from a disk, the sample says by its dots that something is to be filled in.
  if (place && location.protocol !== "file:") compute().catch(() => undefined);
}
