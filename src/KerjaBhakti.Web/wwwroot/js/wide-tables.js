// A table that is wider than its place scrolls sideways; it says so, and which columns stand out of sight. Without this script it scrolls all the same.
const say = (region) => {
  const table = region.querySelector("table");
  const edge = region.getBoundingClientRect().right + 1;
  const heads = table ? [...table.querySelectorAll("thead tr:last-child > th")] : [];
  const hidden =
    region.scrollWidth > region.clientWidth + 1 && region.scrollLeft < 1
      ? heads
          .filter((head) => head.getBoundingClientRect().right > edge)
          .map((head) => (head.querySelector(".sort-title") ?? head).textContent.trim())
      : [];
  let words = region.previousElementSibling;
  if (!words?.classList.contains("table-more")) {
    if (hidden.length === 0) {
      return;
    }

    words = document.createElement("p");
    words.className = "table-more hint";
    region.before(words);
  }

  words.hidden = hidden.length === 0 && region.scrollWidth <= region.clientWidth + 1;
  if (hidden.length > 0) {
    words.textContent = `Tabel ini lebih lebar dari layar. Geser ke kanan untuk ${hidden.join(", ")}.`;
  }
};

const watch = new ResizeObserver((entries) => entries.forEach((entry) => say(entry.target)));
const regions = ".table-scroll, .work-grid .mud-table-container";
const look = () => {
  // What was said of a table that is gone goes with it.
  document.querySelectorAll(".table-more").forEach((words) => words.nextElementSibling?.matches(regions) || words.remove());
  document.querySelectorAll(regions).forEach((region) => watch.observe(region));
};
look();

// Component pages draw their tables when their circuit has begun, and again whenever other columns are chosen.
let isDue = false;
const later = () => {
  if (!isDue) {
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      look();
    });
  }
};
const content = document.getElementById("isi");
if (content) {
  new MutationObserver(later).observe(content, { childList: true, subtree: true });
}
