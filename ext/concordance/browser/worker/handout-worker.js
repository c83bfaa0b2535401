// @ts-check
// Stands in for the host where there is no connection, for the page that makes handouts and for no other. It is
// installed only when a reader asks to keep a handout, and what it has was put there by that page.
"use strict";
{
  const CACHE = "handout";
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

  worker.addEventListener("install", () => worker.skipWaiting());
  worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

  worker.addEventListener("fetch", (event) => {
    if (event.request.method !== "GET") return;
    // The host comes first, so that nobody reads an old edition who could read the new one. Which entries are on a sheet
    // is told in the query, and the page is the same for all.
    const answer = fetch(event.request).catch(async (reason) => {
      const kept = await caches.match(event.request, { cacheName: CACHE, ignoreSearch: true, ignoreVary: true });
      if (kept) return kept;
      throw reason;
    });
    event.respondWith(answer);
  });
}
