// @ts-check
// Stands in for the host where there is no connection, for the page that makes handouts and for no other. It is
// installed only when a reader asks to keep a handout, and what it has was put there by that page.
"use strict";
{
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  // Several editions may share a host; `handout-tools.js` has the same name for what is kept.
  const cacheName = () => `handout ${worker.registration.scope}`;

  worker.addEventListener("install", () => worker.skipWaiting());
  worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

  // Which entries are on a sheet is told in the query, and the page is the same for all.
  /** @param {Request} request */
  const keptFor = (request) => caches.match(request, { cacheName: cacheName(), ignoreSearch: true, ignoreVary: true });

  /** @param {Response} answer */
  const kindOf = (answer) => answer.headers.get("Content-Type")?.split(";")[0];
  // A network may answer for the host: with a page to log in, or by leading elsewhere. So does a host that is ill.
  /** @type {(answer: Response, kept: Response) => Promise<boolean>} */
  const isTheHosts = async (answer, kept) => {
    if (!answer.ok || new URL(answer.url).origin !== location.origin || kindOf(answer) !== kindOf(kept)) return false;
    if (kindOf(answer) !== "text/html") return true;
    // Every page of an edition says where its root is.
    return (await answer.clone().text()).includes("data-content_root");
  };

  /** @param {Request} request */
  const answerFor = async (request) => {
    const kept = await keptFor(request);
    if (!kept) return fetch(request);
    // A page that leads elsewhere would be opaque, and nobody could tell where to.
    const isPage = request.mode === "navigate";
    const asked = isPage ? fetch(request.url, { credentials: "same-origin", cache: request.cache }) : fetch(request);
    const answer = await asked.catch(() => null);
    // The host comes first, so that nobody reads an old edition who could read the new one.
    if (!answer || !(await isTheHosts(answer, kept))) return kept;
    // Browsers accept no answer here that was led on.
    return isPage && answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer;
  };

  worker.addEventListener("fetch", (event) => {
    if (event.request.method === "GET") event.respondWith(answerFor(event.request));
  });
}
