// What the roster knows of each kecamatan for one cell, by the rule of `CellSuggestions.For` on the server: first those nobody has, then those with the
// fewest rows, then those that have enough, last those the row has in another month.

/**
 * @typedef {{ note: string, order: number[] }} Known  `order` is compared number by number; the lowest comes first.
 */

/**
 * @param {import('./model.js').Draft} draft
 * @param {import('./suggest.js').Register} register
 * @param {string} rowId
 * @param {string} month
 * @returns {Map<string, Known>}  By the code of the kecamatan.
 */
export function knowledgeOf(draft, register, rowId, month) {
  const codes = new Map();
  const codeOf = text => {
    if (text !== '' && !codes.has(text)) {
      codes.set(text, register.named(text));
    }

    return text === '' ? null : codes.get(text);
  };
  const place = draft.monthIndexes.get(month);
  const rotating = draft.rows.filter(row => !row.region);
  const here = new Map();
  const totals = new Map();
  const add = (counts, code) => counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const row of rotating) {
    row.cells.forEach((text, index) => {
      const code = codeOf(text)?.code;
      if (code) {
        add(totals, code);
        if (index === place) {
          add(here, code);
        }
      }
    });
  }

  const own = draft.row(rowId).cells.map(codeOf);
  const others = own.filter((named, index) => named && index !== place);
  const all = register.all();
  const enough = Math.max(1, Math.ceil(rotating.length / all.length));
  return new Map(all.map(({ code, city }) => {
    const repeated = own.findIndex((named, index) => index !== place && named?.code === code);
    const count = (here.get(code) ?? 0) - (own[place]?.code === code ? 1 : 0);
    const isFull = count >= enough;
    const note = repeated >= 0 ? `baris ini: ${draft.months[repeated].name}`
      : count === 0 ? `kosong pada ${draft.months[place].name}`
        : isFull ? `sudah ${count}` : String(count);
    const isKnownCity = others.some(named => named.city === city);
    return [code, { note, order: [Number(repeated >= 0), Number(isFull), count, Number(isKnownCity), totals.get(code) ?? 0] }];
  }));
}

/** Which of two comes first; zero where nothing tells them apart. */
export function compareKnown(left, right) {
  const index = left.order.findIndex((value, place) => value !== right.order[place]);
  return index < 0 ? 0 : left.order[index] - right.order[index];
}
