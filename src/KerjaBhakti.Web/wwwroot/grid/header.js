// The head of a table that was copied along with its cells: recognised, so that "Mei" is not pasted as a kecamatan.

import { fold } from './text.js';

const LABEL = /^(JABATAN|SKPD|UKPD|UNIT|NAMA JABATAN)\b/;
const NUMBER = /^(NO|NOMOR|NR|#)\.?$/;

/**
 * What the first row of a block says of its columns; null where it is no head: every text must be a month, a number's or a label's title, and one of them a month.
 * @param {string[][]} block
 * @param {{ name: string }[]} months
 * @returns {{ texts: string[], columns: (number | null)[] } | null}  For each column of the block the grid's column it belongs to; null for the numbers, which the grid gives itself.
 */
export function headOf(block, months) {
  const texts = block[0].map(text => text.trim());
  if (block.length < 2) {
    return null;
  }

  // Over the turn of the year the grid names the years too; twelve months at most, so the name alone tells the month.
  const names = months.map(month => fold(month.name).replace(/ \d{4}$/, ''));
  const columns = texts.map(text => {
    const key = fold(text).replace(/ \d{4}$/, '');
    const month = names.findIndex(name => name === key || (key.length === 3 && name.startsWith(key)));
    return NUMBER.test(key) ? null : LABEL.test(key) ? 0 : month >= 0 ? month + 1 : undefined;
  });
  return columns.includes(undefined) || !columns.some(column => column > 0) ? null : { texts, columns };
}

/**
 * The block without its head and numbers, and the grid's column where it begins; null for the column where its columns do not stand as the grid's do.
 * @param {string[][]} block
 * @param {(number | null)[]} columns
 */
export function withoutHead(block, columns) {
  const kept = columns.map((column, index) => ({ column, index })).filter(({ column }) => column !== null);
  const follows = kept.every(({ column }, place) => place === 0 || column === kept[place - 1].column + 1);
  const rows = block.slice(1);
  return follows
    ? { block: rows.map(line => kept.filter(({ index }) => index < line.length).map(({ index }) => line[index])), left: kept[0].column }
    : { block: rows, left: null };
}
