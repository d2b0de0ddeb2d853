// Says what the chosen lines of the bank and entries of the books sum to, while they are chosen. Without it the server says it after sending.
const form = document.getElementById("cocok");
const status = document.getElementById("pilihan");
const rupiah = (amount) => `${amount < 0 ? "-" : ""}Rp${Math.abs(amount).toLocaleString("id-ID")}`;

const sumOf = (name) => {
  const chosen = [...form.elements].filter((box) => box.name === name && box.checked);
  return { count: chosen.length, sum: chosen.reduce((sum, box) => sum + Number(box.dataset.amount), 0) };
};

const show = () => {
  const bank = sumOf("baris");
  const books = sumOf("jurnal");
  status.hidden = bank.count + books.count === 0;
  const difference = bank.sum - books.sum;
  status.textContent =
    `Dipilih: ${bank.count} baris bank ${rupiah(bank.sum)}, ${books.count} jurnal ${rupiah(books.sum)}; ` +
    (difference === 0 ? "jumlahnya sama." : `selisih ${rupiah(difference)}.`);
};

if (form && status) {
  // The boxes stand outside the form they belong to.
  document.addEventListener("change", show);
  show();
}
