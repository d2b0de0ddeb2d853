// Keeps the last /saya that was loaded, and what it looks like, so that a phone without a line still says where and when. Nothing else is kept, and it is kept while
// somebody is signed in: the sign-out forgets it (kept-typing.js), and so does the first answer that says that the sign-in is over. Decision 60.
const KEPT = "saya";
const PAGE = "/saya";

const noticeOf = (kept) => {
  const time = new Date(kept.headers.get("date") ?? Date.now()).toLocaleString("id-ID", { dateStyle: "long", timeStyle: "short" });
  return `<div class="notice notice-warning" role="status"><p class="notice-title">Tidak ada sambungan. Ini keadaan terakhir yang dimuat, ${time}.</p></div>`;
};

/** Forgets what an older page looked like. */
const prune = async (cache, html) => {
  const used = [...html.matchAll(/(?:href|src)="((?:css|js)\/[^"]+)"/g)].map((match) => new URL(match[1], self.location.origin).href);
  for (const request of await cache.keys()) {
    if (new URL(request.url).pathname !== PAGE && !used.includes(request.url)) {
      await cache.delete(request);
    }
  }
};

const openPage = async (request) => {
  let answer;
  try {
    answer = await fetch(request);
  } catch (failure) {
    const kept = await (await caches.open(KEPT)).match(PAGE);
    if (!kept) {
      throw failure;
    }

    const html = await kept.text();
    return new Response(html.replace(/(<main[^>]*>)/, `$1${noticeOf(kept)}`), { headers: { "Content-Type": "text/html; charset=utf-8" } });
  }

  if (answer.ok && !answer.redirected && answer.type === "basic") {
    const cache = await caches.open(KEPT);
    const copy = answer.clone();
    await cache.put(PAGE, answer.clone());
    await prune(cache, await copy.text());
  } else {
    await caches.delete(KEPT);
  }

  return answer;
};

/** Style sheets and scripts have names that change with them, so one that is kept is right. */
const openPart = async (request) => {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(request);
  if (kept) {
    return kept;
  }

  const answer = await fetch(request);
  if (answer.ok && (await cache.match(PAGE))) {
    await cache.put(request, answer.clone());
  }

  return answer;
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) {
    return;
  }

  if (request.mode === "navigate" && address.pathname === PAGE) {
    event.respondWith(openPage(request));
  } else if (request.destination === "style" || (request.destination === "script" && address.pathname.startsWith("/js/"))) {
    event.respondWith(openPart(request));
  }
});
