// Comparing and tidying text the way the server does (KerjaBhakti.Roster.Text.Spelling), so that what is shown at once is what will be stored.

/** The longest text of a cell and of a label, in characters. The server refuses more. */
export const CELL_LENGTH = 100;
export const LABEL_LENGTH = 300;

/** The characters that take no room: the list of `Spelling.Invisible`. */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB]/g;

/** What cannot be seen and surrounding white space removed, every inner run of white space or control characters made one space. */
export const tidy = text => (text ?? '').replace(INVISIBLE, '').replace(/[\s\u0085\p{Cc}]+/gu, ' ').replace(/^ | $/g, '');

/** The key under which two spellings count as the same word. */
export function fold(text) {
  const tidied = tidy(text);
  return /^[ -~]*$/.test(tidied) ? tidied.toUpperCase() : tidied.replace(/\p{Ll}/gu, capital);
}

/** The capital of a letter as .NET's invariant culture has it: one letter for one letter, and none for the dotless i. */
function capital(letter) {
  const upper = letter.toUpperCase();
  return letter === 'ı' || upper.length !== letter.length ? letter : upper;
}

/** Two letters for a name: "Sari Dewi" gives "SD", "Sekretariat (demo)" too. */
export function initials(name) {
  const words = tidy(name).split(' ').map(word => word.replace(/\P{L}/gu, '')).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)].map(word => [...word][0]) : [...(words[0] ?? '?')].slice(0, 2);
  return letters.join('').toUpperCase();
}

/**
 * How many letters must be inserted, removed, replaced or swapped with their neighbour to turn one text into the other (optimal string
 * alignment); anything above `limit` is returned as `limit + 1`.
 */
export function distance(left, right, limit) {
  if (Math.abs(left.length - right.length) > limit) {
    return limit + 1;
  }

  let beforePrevious = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const current = [i];
    for (let j = 1; j <= right.length; j++) {
      const replace = previous[j - 1] + (left[i - 1] === right[j - 1] ? 0 : 1);
      current[j] = Math.min(replace, previous[j] + 1, current[j - 1] + 1);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
      }
    }

    if (Math.min(...current) > limit) {
      return limit + 1;
    }

    [beforePrevious, previous] = [previous, current];
  }

  return Math.min(previous[right.length], limit + 1);
}
