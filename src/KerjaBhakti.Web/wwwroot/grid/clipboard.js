// The text that Excel and LibreOffice put on the clipboard and take from it: rows on lines, cells between tabs, quotes where a cell holds either.

/** A cell that a spreadsheet would take for a formula is copied with an apostrophe before it, as in the CSV; pasting takes it off again. */
const defuse = text => (/^[=+\-@]/.test(text) ? `'${text}` : text);
const refuse = text => text.replace(/^'(?=[=+\-@])/, '');

const quote = text => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The block as text. A last row that would leave no trace, because it is one empty cell, gets the line end that spreadsheets put after every row. */
export function formatBlock(block) {
  const lines = block.map(row => row.map(text => quote(defuse(text))).join('\t'));
  return lines.join('\r\n') + (lines.at(-1) === '' ? '\r\n' : '');
}

/**
 * The cells of a pasted text. The line end that spreadsheets put after the last row is no further row. Text from elsewhere may have rows of unlike length:
 * a row has the cells that were copied, and no more.
 * @returns {string[][]}
 */
export function parseBlock(text) {
  const block = [];
  let row = [];
  let position = 0;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  while (position <= source.length) {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
    const plain = /[^\t\n]*/y;
    quoted.lastIndex = plain.lastIndex = position;
    const match = quoted.exec(source);
    const value = match ? match[1].replaceAll('""', '"') : plain.exec(source)[0];
    row.push(refuse(value));
    position += match ? match[0].length : value.length;
    if (source[position] !== '\t') {
      block.push(row);
      row = [];
    }

    position++;
  }

  return block;
}
