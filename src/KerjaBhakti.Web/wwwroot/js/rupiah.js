// Groups thousands in every field of money (data-rupiah) while it is typed: 1500003 is seen as 1.500.003. The caret stays behind the digit it stood behind, and nothing is announced:
// a field that somebody types into is read by their screen reader as it is. What is pasted, or typed in another way, is read by the one rule of the forms (RupiahText); what that rule
// asks about or refuses stays as it was written, so that the server says why. Without this script the forms read the same.
const most = 9_000_000_000_000_000n;
const group = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ".");

/** The grouped amount of a text that the rule reads; null where it asks or refuses. */
export const grouped = (text) => {
  const amount = text.trim().replace(/^rp\.?\s*/i, "");
  const english = /^\d{1,3}((,\d{3}){2,}(\.00)?|,\d{3}\.00)$/.test(amount);
  const plain = english ? amount.split(".")[0].replaceAll(",", ".") : amount.replace(/,(00|-)$/, "");
  if (!/^\d+$/.test(plain) && !/^\d{1,3}(\.\d{3})+$/.test(plain)) {
    return null;
  }

  const digits = plain.replaceAll(".", "");
  return BigInt(digits) <= most ? group(digits) : null;
};

const isMoney = (field) => field instanceof HTMLInputElement && field.hasAttribute("data-rupiah");
const isGrouped = (text) => text === "" || /^\d{1,3}(\.\d{3})*$/.test(text) || /^\d+$/.test(text);
const digitsIn = (text) => text.replace(/\D/g, "").length;

// The place in a text behind so many of its digits.
const behind = (text, digits) => {
  let place = 0;
  for (let seen = 0; seen < digits; place++) {
    seen += /\d/.test(text[place]) ? 1 : 0;
  }

  return place;
};

const put = (field, text, digits, passSeparator) => {
  if (field.value !== text) {
    field.value = text;
  }

  const place = behind(text, digits);
  const caret = passSeparator && text[place] === "." ? place + 1 : place;
  field.setSelectionRange(caret, caret);
};

let before = null;

const typed = (field, kind) => {
  const text = field.value;
  const caret = field.selectionStart ?? text.length;
  const earlier = before?.field === field ? before : { text: "", start: 0 };
  before = null;
  const added = text.slice(Math.min(earlier.start, caret), caret);
  if (/^\d*$/.test(added) && isGrouped(earlier.text) && /^[\d.]*$/.test(text)) {
    // Digits were added or taken away. Deleting forwards over a separator must get past it.
    put(field, group(text.replaceAll(".", "")), digitsIn(text.slice(0, caret)), kind === "deleteContentForward");
  } else if (kind === "insertFromPaste" || kind === "insertFromDrop") {
    const whole = grouped(text);
    if (whole !== null) {
      put(field, whole, digitsIn(whole) - Math.min(digitsIn(whole), digitsIn(text.slice(caret))), false);
    }
  }
};

// A keyboard on a screen may compose digits like words: then what was there before counts from the beginning of the word.
const remember = (event) => {
  if (isMoney(event.target) && !event.isComposing) {
    before = { field: event.target, text: event.target.value, start: event.target.selectionStart ?? 0 };
  }
};

document.addEventListener("beforeinput", remember);
document.addEventListener("compositionstart", remember);
document.addEventListener("input", (event) => {
  if (isMoney(event.target) && !event.isComposing) {
    typed(event.target, event.inputType);
  }
});
document.addEventListener("compositionend", (event) => {
  if (isMoney(event.target)) {
    typed(event.target, "insertText");
  }
});

// What a link brought along, as an amount of a line of the bank.
for (const field of document.querySelectorAll("input[data-rupiah]")) {
  field.value = grouped(field.value) ?? field.value;
}

// Whoever types separators of their own is read when they leave the field.
document.addEventListener("change", (event) => {
  if (isMoney(event.target)) {
    event.target.value = grouped(event.target.value) ?? event.target.value;
  }
});
