// The rows of a draft and what an edit does to them: the same rules as KerjaBhakti.Roster.Schedules.Schedule, so that an edit shown before the
// server has answered looks as it will look afterwards.

/**
 * @typedef {{ kind: 'cell', rowId: string, month: string, expected: string, text: string }
 *         | { kind: 'label', rowId: string, expected: string, text: string }
 *         | { kind: 'add', rowId: string, index: number, text: string, positionId: number | null, copiedFromId?: string | null }
 *         | { kind: 'remove', rowId: string, saw?: string }
 *         | { kind: 'move', rowId: string, index: number }
 *         | { kind: 'region', rowId: string, city: string | null, saw?: string }} Edit
 *   `saw` is the row as its author saw it (see `snapshot`). It never leaves the browser: it keeps an undo from destroying what others wrote.
 * @typedef {{ id: string, number: number | null, label: string, positionId: number | null, copiedFromId: string | null,
 *             region: { city: string, name: string } | null, cells: string[] }} Row
 */

/** The most rows a draft holds. The server refuses more (Schedule.MostRows). */
export const MOST_ROWS = 1000;

/** The name under which a cell (or, with month null, a label) is looked up. */
export const cellKey = (rowId, month) => `${rowId}|${month ?? ''}`;

/** The cell or label an edit writes; null for an edit of the rows. */
export const keyOf = edit => (edit.kind === 'cell' || edit.kind === 'label' ? cellKey(edit.rowId, edit.month) : null);

/** The edit as the server wants it. */
export function toWire(edit) {
  const { saw, ...wire } = edit;
  return wire;
}

/** The edit of a nameless row as it would have been, had the row had its name from the start. */
export function withName(edit, name) {
  const named = edit.kind === 'add' ? { ...edit, text: name } : { ...edit };
  if (edit.saw !== undefined) {
    const [, ...rest] = JSON.parse(edit.saw);
    named.saw = JSON.stringify([name, ...rest]);
  }

  return named;
}

const snapshot = row => JSON.stringify([row.label, row.region?.city ?? null, row.cells]);

/** What makes a row serve a region as it was printed, or a rotating row again. */
const regionEdit = (rowId, region) => ({ kind: 'region', rowId, city: region?.city ?? null, ...(region && { text: region.name }) });

export class Draft {
  #indexes = null;

  constructor({ months, rows, cities }) {
    this.months = months;
    this.cities = cities;
    this.rows = rows.map(row => ({ ...row, cells: [...row.cells] }));
    this.monthIndexes = new Map(months.map((month, index) => [month.key, index]));
  }

  clone() {
    return new Draft(this);
  }

  /** The same draft without some of its rows; the others keep their numbers. @param {Set<string>} rowIds */
  without(rowIds) {
    return new Draft({ months: this.months, cities: this.cities, rows: this.rows.filter(row => !rowIds.has(row.id)) });
  }

  /** Where the row stands, from zero; -1 where there is none. */
  indexOf(rowId) {
    this.#indexes ??= new Map(this.rows.map((row, index) => [row.id, index]));
    return this.#indexes.get(rowId) ?? -1;
  }

  /** @returns {Row | undefined} */
  row(rowId) {
    return this.rows[this.indexOf(rowId)];
  }

  /** The month of a column, counted from the label at 0; null for the label. */
  monthAt(column) {
    return column === 0 ? null : this.months[column - 1].key;
  }

  /** The column of a month; 0, the label, for null or a month the draft does not have. */
  columnOf(month) {
    return (this.monthIndexes.get(month) ?? -1) + 1;
  }

  /** The text of a cell, or of the label where month is null; null where the row or the month is gone. A region row's cells read as empty. */
  textOf(rowId, month) {
    const row = this.row(rowId);
    return row ? (month === null ? row.label : row.cells[this.monthIndexes.get(month)] ?? null) : null;
  }

  /**
   * Makes the edit, whatever the cell holds: whether it may is the server's to say.
   * @param {Edit} edit
   */
  apply(edit) {
    const row = this.row(edit.rowId);
    if (edit.kind === 'add') {
      if (!row) {
        const cells = this.months.map(() => '');
        this.#insert({ id: edit.rowId, number: null, label: edit.text, positionId: edit.positionId, copiedFromId: edit.copiedFromId ?? null, region: null, cells }, edit.index);
      }
    } else if (row) {
      switch (edit.kind) {
        case 'cell':
          if (!row.region && this.monthIndexes.has(edit.month)) {
            row.cells[this.monthIndexes.get(edit.month)] = edit.text;
          }

          break;
        case 'label':
          row.label = edit.text;
          break;
        case 'remove':
          this.#take(row);
          break;
        case 'move':
          this.#take(row);
          this.#insert(row, edit.index);
          break;
        case 'region':
          if ((row.region?.city ?? null) !== edit.city) {
            row.region = edit.city && { city: edit.city, name: edit.text ?? this.cities.find(city => city.code === edit.city)?.name ?? edit.city };
            row.cells.fill('');
          }

          break;
      }
    }
  }

  /**
   * Whether what the edit changes is still as its author saw it.
   * @param {Edit} edit
   */
  holds(edit) {
    const row = this.row(edit.rowId);
    switch (edit.kind) {
      case 'cell':
        return Boolean(row) && !row.region && this.textOf(edit.rowId, edit.month) === edit.expected;
      case 'label':
        return row?.label === edit.expected;
      case 'add':
        return !row;
      case 'move':
        return Boolean(row);
      default:
        return Boolean(row) && (edit.saw === undefined || edit.saw === snapshot(row));
    }
  }

  /**
   * Makes the edits one after the other and answers with the edits that take them back.
   * @param {Edit[]} edits
   * @returns {{ forward: Edit[], backward: Edit[] }}
   */
  perform(edits) {
    const forward = [];
    const backward = [];
    for (const edit of edits) {
      const destroys = edit.kind === 'remove' || edit.kind === 'region';
      forward.push(destroys ? { ...edit, saw: snapshot(this.row(edit.rowId)) } : edit);
      const inverse = this.#inverse(edit);
      this.apply(edit);
      if (inverse[0].kind === 'remove' || inverse[0].kind === 'region') {
        inverse[0].saw = snapshot(this.row(edit.rowId));
      }

      backward.unshift(...inverse);
    }

    return { forward, backward };
  }

  #inverse(edit) {
    const { rowId } = edit;
    const row = this.row(rowId);
    const refill = () => this.months
      .map((month, index) => ({ kind: 'cell', rowId, month: month.key, expected: '', text: row.cells[index] }))
      .filter(cell => cell.text !== '');
    switch (edit.kind) {
      case 'cell':
      case 'label':
        return [{ ...edit, expected: edit.text, text: this.textOf(rowId, edit.month ?? null) }];
      case 'add':
        return [{ kind: 'remove', rowId }];
      case 'move':
        return [{ kind: 'move', rowId, index: this.indexOf(rowId) }];
      case 'region':
        return [regionEdit(rowId, row.region), ...refill()];
      case 'remove': {
        const add = { kind: 'add', rowId, index: this.indexOf(rowId), text: row.label, positionId: row.positionId, copiedFromId: row.copiedFromId ?? null };
        return row.region ? [add, regionEdit(rowId, row.region)] : [add, ...refill()];
      }
    }
  }

  #take(row) {
    this.rows.splice(this.rows.indexOf(row), 1);
    this.#renumber();
  }

  #insert(row, index) {
    this.rows.splice(Math.min(Math.max(index, 0), this.rows.length), 0, row);
    this.#renumber();
  }

  #renumber() {
    this.rows.forEach((row, index) => { row.number = index + 1; });
    this.#indexes = null;
  }
}
