// A form that is being sent is not sent again by a second tap: the server would do it twice, or take the second for a change somebody else has made meanwhile. Without
// this script it still refuses the second, only in words that frighten.
const PATIENCE = 10_000;

const release = (form) => {
  delete form.dataset.sent;
  form.querySelectorAll("[aria-disabled=true]").forEach((button) => button.removeAttribute("aria-disabled"));
};

// On the way up: whoever keeps the form from being sent has done so by now.
document.addEventListener("submit", (event) => {
  const form = event.target;
  // A form that only brings files may bring the next one at once.
  if (event.defaultPrevented || "downloads" in form.dataset || (event.submitter?.formMethod || form.method) !== "post") {
    return;
  }

  if ("sent" in form.dataset) {
    event.preventDefault();
    return;
  }

  form.dataset.sent = "";
  event.submitter?.setAttribute("aria-disabled", "true");

  // The answer may be a file, or never come.
  setTimeout(release, PATIENCE, form);
});

// Back to a page that was kept as it was.
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));
