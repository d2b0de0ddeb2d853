// The page of one's own duties can be opened without a line (pekerja.js). Without this script, and over plain HTTP, it needs one, as every other page does.
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/pekerja.js", { scope: "/saya" }).catch(() => {
    // A browser that forbids it works as before.
  });
}
