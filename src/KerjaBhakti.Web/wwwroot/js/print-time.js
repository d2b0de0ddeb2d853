// Cached pages cannot know when they will be printed: the time goes into the printed footer when printing begins.
const clock = new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeStyle: "short", timeZone: "Asia/Jakarta" });

addEventListener("beforeprint", () => {
  for (const place of document.querySelectorAll("[data-print-time]")) {
    place.textContent = `, ${clock.format(new Date())} WIB`;
  }
});
