// Cached pages cannot know when they will be printed: the time goes into the printed footer when printing begins.
addEventListener("beforeprint", () => {
  for (const place of document.querySelectorAll("[data-print-time]")) {
    const clock = new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeStyle: "short", timeZone: place.dataset.printTime });
    place.textContent = `, ${clock.format(new Date())} ${place.dataset.zone}`;
  }
});
