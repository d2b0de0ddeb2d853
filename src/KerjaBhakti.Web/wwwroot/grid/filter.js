// Which rows a filter shows.

import { fold } from './text.js';

/** A category for rows of which no post is known, and a finding of any kind. */
export const WITHOUT_CATEGORY = '-';
export const ANY_FINDING = '*';

/** @typedef {{ category: string, city: string, finding: string, text: string }} Criteria  Those that are empty let every row pass. */

/**
 * @param {import('./model.js').Row} row
 * @param {Criteria} criteria
 * @param {{ register: import('./suggest.js').Register, categoryOf: (row: import('./model.js').Row) => string | null, findingsOf: (rowId: string) => Set<string> }} known
 *   `findingsOf` answers with the codes of a row's findings.
 */
export function passes(row, { category, city, finding, text }, { register, categoryOf, findingsOf }) {
  return (category === '' || (categoryOf(row) ?? WITHOUT_CATEGORY) === category)
    && (city === '' || (row.region ? row.region.city === city : row.cells.some(cell => register.named(cell)?.city === city)))
    && (finding === '' || (finding === ANY_FINDING ? findingsOf(row.id).size > 0 : findingsOf(row.id).has(finding)))
    && (text === '' || [row.label, row.region?.name ?? '', ...row.cells].some(written => fold(written).includes(fold(text))));
}
