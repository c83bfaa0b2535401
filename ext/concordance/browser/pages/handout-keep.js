"use strict";
// Keeps a handout on the device for times without a connection, when a reader asks for it, and forgets it again.
{
  const handout = globalThis.handout;
  const KEPT = "handout";
  const canKeep = "serviceWorker" in navigator && "caches" in globalThis && isSecureContext;
  const here = () => new URL(location.pathname, location.href).href;

  const registered = async () => (canKeep ? ((await navigator.serviceWorker.getRegistration(here())) ?? null) : null);
  handout.canKeep = canKeep;
  handout.isKept = async () => {
    const found = await registered();
    return found !== null && new URL((found.active ?? found.waiting ?? found.installing).scriptURL).pathname.endsWith("/handout-worker.js");
  };

  // All that this page has fetched, and what it needs to add entries that are fetched already.
  handout.keep = async () => {
    const { beside } = globalThis.finding;
    const fetched = performance.getEntriesByType("resource").map(({ name }) => name.split("#")[0]);
    const own = fetched.filter((address) => address.startsWith(handout.root.href) && !address.endsWith("/handout-worker.js"));
    const needed = new Set([here(), beside("finder.js"), beside("suggest.js"), beside("search.css"), ...own]);
    const cache = await caches.open(KEPT);
    await cache.addAll([...needed]);
    await navigator.serviceWorker.register(new URL("handout-worker.js", handout.root), { scope: location.pathname });
    await navigator.serviceWorker.ready;
  };

  handout.forget = async () => {
    await (await registered())?.unregister();
    await caches.delete(KEPT);
  };
}
