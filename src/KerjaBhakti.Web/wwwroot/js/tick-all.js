// A table whose rows are ticked and acted on together: a box for all of them, and how many are ticked.

for (const form of document.querySelectorAll("[data-ticked]")) {
  const boxes = [...form.querySelectorAll("[data-tick]")];
  const all = form.querySelector("[data-tick-all]");
  const count = form.querySelector("[data-ticked-count]");
  if (!all || !count || boxes.length === 0) {
    continue;
  }

  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
    count.textContent = ticked === 0 ? "" : `${ticked} terpilih`;
  };

  all.hidden = false;
  all.addEventListener("change", () => {
    boxes.forEach((box) => { box.checked = all.checked; });
    show();
  });
  form.addEventListener("change", show);
  show();
}
