// What is known of a cell besides its text: findings, comments, a refusal, a conflict, an edit under way, and who else is there.

import { cellKey } from './model.js';
import { initials } from './text.js';

const BADGE_SHOWN = 5000;
const WEIGHTS = ['error', 'warning', 'info'];

export class Annotations {
  #session;
  #handle;
  #all = [];
  #findings = new Map();
  #badges = new Map();
  #presence = new Map();
  #amended = null;
  #comments;

  /**
   * @param {import('./session.js').DraftSession} session
   * @param {import('./comments.js').CommentDesk} comments
   * @param {{ changed: () => void, choose: (key: string) => void }} handle
   */
  constructor(session, comments, handle) {
    this.#session = session;
    this.#comments = comments;
    this.#handle = handle;
  }

  /** @param {{ severity: string, rowId: string | null, month: string | null, message: string }[]} findings  Those of no row are of a whole month. */
  setFindings(findings) {
    this.#all = findings;
    this.#findings = Map.groupBy(findings.filter(finding => finding.rowId), finding => cellKey(finding.rowId, finding.month));
  }

  /**
   * The rows of the annex that this one takes the place of; null where it amends none. A row is compared with the one it was copied from.
   * @param {{ id: string, label: string, region: string | null, cells: string[] }[] | null} rows
   */
  setAmended(rows) {
    this.#amended = rows && new Map(rows.map(row => [row.id, row]));
  }

  /** @param {{ name: string, rowId: string, month: string | null }[]} people */
  setPresence(people) {
    this.#presence = Map.groupBy(people, ({ rowId, month }) => cellKey(rowId, month));
  }

  /** Shows for five seconds who changed a cell. */
  flash(key, by) {
    clearTimeout(this.#badges.get(key)?.timer);
    const timer = setTimeout(() => {
      this.#badges.delete(key);
      this.#handle.changed();
    }, BADGE_SHOWN);
    this.#badges.set(key, { text: initials(by), timer });
  }

  /** The findings in the order of the table, after them those of whole months, each at the first cell of its month. @returns {{ row: number, column: number, message: string, isOfMonth: boolean }[]} */
  findingsInOrder() {
    const { shown } = this.#session;
    return this.#all
      .map(({ rowId, month, message }) => ({
        row: rowId ? shown.indexOf(rowId) : shown.rows.length > 0 ? 0 : -1, column: shown.columnOf(month), message, isOfMonth: !rowId,
      }))
      .filter(place => place.row >= 0)
      .sort((left, right) => left.isOfMonth - right.isOfMonth || left.row - right.row || left.column - right.column);
  }

  /** @param {import('./model.js').Row} row @returns {import('./view.js').Look} */
  lookOf(row, column) {
    const key = cellKey(row.id, this.#session.shown.monthAt(column));
    const conflict = this.#session.conflicts.get(key);
    const failed = this.#session.failed.get(key);
    const findings = this.#findings.get(key);
    return {
      text: conflict?.mine ?? failed?.edit.text ?? (column === 0 ? row.label : row.region ? row.region.name : row.cells[column - 1]),
      theirs: conflict ? conflict.theirs ?? '' : null,
      finding: findings ? WEIGHTS.find(weight => findings.some(finding => finding.severity === weight)) : null,
      state: conflict ? 'conflict' : failed ? 'failed' : this.#session.pending.has(key) ? 'saving' : null,
      badge: this.#badges.get(key)?.text ?? null,
      presence: this.#presenceAt(key),
      change: this.#changeOf(row, column) === null ? null : 'amended',
      comment: this.#commentsOn(row, column).length > 0 ? 'open' : null,
    };
  }

  /** What stood in a cell of the amended annex, in words; null where the same stands there, and where no annex is amended. */
  #changeOf(row, column) {
    if (!this.#amended) {
      return null;
    }

    const before = this.#amended.get(row.copiedFromId);
    if (!before) {
      return 'baris baru';
    }

    const [was, is] = column === 0 ? [before.label, row.label]
      : row.region ? [before.region ?? 'kecamatan bergiliran', row.region.name]
        : [before.region ?? before.cells[column - 1], row.cells[column - 1]];
    return was === is ? null : `semula ${was || 'kosong'}`;
  }

  #commentsOn(row, column) {
    return this.#comments.at(row, this.#session.shown.monthAt(column));
  }

  /** The initials of the first who is in a cell, and how many more are. */
  #presenceAt(key) {
    const people = this.#presence.get(key);
    return people ? `${initials(people[0].name)}${people.length > 1 ? `+${people.length - 1}` : ''}` : null;
  }

  /** @param {import('./model.js').Row} row @returns {import('./notices.js').Note[]} */
  notesOf(row, column) {
    const key = cellKey(row.id, this.#session.shown.monthAt(column));
    const conflict = this.#session.conflicts.get(key);
    const failed = this.#session.failed.get(key);
    const notes = [];
    if (conflict) {
      notes.push({
        severity: 'warning', word: 'Pertentangan', text: `Anda menulis '${conflict.mine}', ${conflict.by ?? 'orang lain'} menulis '${conflict.theirs ?? ''}'.`,
        actions: [{ text: 'Pilih', run: () => this.#handle.choose(key) }],
      });
    }

    if (failed) {
      notes.push({
        severity: 'error', word: 'Tidak tersimpan', text: failed.message, actions: [
          { text: 'Coba lagi', run: () => this.#session.retryFailed(key) },
          { text: 'Buang', run: () => this.#session.dropFailed(key) },
        ],
      });
    }

    const change = this.#changeOf(row, column);
    if (change !== null) {
      notes.push({ severity: 'change', text: change });
    }

    for (const { comments } of this.#commentsOn(row, column)) {
      const { by, text } = comments.at(-1);
      notes.push({ severity: 'comment', word: comments.length > 1 ? `${comments.length} komentar, terakhir ${by}` : `Komentar ${by}`, text });
    }

    const here = this.#presence.get(key);
    if (here) {
      notes.push({ severity: 'info', word: 'Juga di sel ini', text: here.map(person => person.name).join(', ') });
    }

    return [...notes, ...(this.#findings.get(key) ?? []).map(finding => ({ severity: finding.severity, text: finding.message }))];
  }

  dispose() {
    this.#badges.forEach(badge => clearTimeout(badge.timer));
  }
}
