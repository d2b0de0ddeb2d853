// What a person does with the selected cells and rows. Every command makes edits as one unit and says what it did.

import { parseBlock } from './clipboard.js';
import { newUuid } from './dom.js';
import { keyName } from './keys.js';
import { cellKey } from './model.js';
import { headOf, withoutHead } from './header.js';
import { PastePlan, areaOf } from './paste.js';
import { textEdit } from './session.js';
import { CELL_LENGTH, LABEL_LENGTH, tidy } from './text.js';

const cells = count => `${count} sel`;

export class Commands {
  #session;
  #sheet;
  #selection;
  #handle;

  /**
   * @param {import('./session.js').DraftSession} session
   * @param {import('./sheet.js').Sheet} sheet
   * @param {import('./selection.js').Selection} selection
   * @param {{ say: (text: string) => void, register: () => import('./suggest.js').Register, placeOf: (rowId: string, month: string | null) => string,
   *           select: (block: import('./selection.js').Block) => void, askCity: (current: string | null, count: number) => Promise<{ city: string | null } | null>,
   *           askPaste: (plan: PastePlan) => Promise<'fit' | 'add' | null> }} handle
   */
  constructor(session, sheet, selection, handle) {
    this.#session = session;
    this.#sheet = sheet;
    this.#selection = selection;
    this.#handle = handle;
  }

  /** The texts of the selected block, as they are shown. A region row has its city's name in the first month. @returns {string[][]} */
  selectedTexts() {
    const { top, bottom, left, right } = this.#selection.block;
    const columns = range(left, right);
    return range(top, bottom).map(row => columns.map(column => this.#textAt(row, column)));
  }

  clear(what = 'kosongkan') {
    const { top, bottom, left, right } = this.#selection.block;
    const places = range(top, bottom).flatMap(row => range(left, right).map(column => ({ row, column, text: '' })));
    return this.#write(places, what, 'Dikosongkan');
  }

  /** Copies the first selected row into the others; of a single row, the one above into it. */
  fillDown() {
    const { top, bottom, left, right } = this.#selection.block;
    const source = top === bottom ? top - 1 : top;
    if (source < 0) {
      return false;
    }

    const places = range(source + 1, bottom).flatMap(row => range(left, right).map(column => ({ row, column, text: this.#textAt(source, column) })));
    return this.#write(places, 'isi ke bawah', 'Diisi ke bawah');
  }

  /** Copies the first selected month into the others; of a single month, the one before into it. */
  fillRight() {
    const { top, bottom, left, right } = this.#selection.block;
    const source = left === right ? left - 1 : left;
    if (source < 1) {
      return false;
    }

    const places = range(top, bottom).flatMap(row => range(source + 1, right).map(column => ({ row, column, text: this.#textAt(row, source) })));
    return this.#write(places, 'isi ke kanan', 'Diisi ke kanan');
  }

  /**
   * Fills a block with the texts of another inside it, repeated as often as it takes.
   * @param {import('./selection.js').Block} from
   * @param {import('./selection.js').Block} to
   */
  fillBlock(from, to) {
    const [height, width] = [from.bottom - from.top + 1, from.right - from.left + 1];
    const places = range(to.top, to.bottom).flatMap(row => range(to.left, to.right).map(column => ({
      row, column, text: this.#textAt(from.top + mod(row - from.top, height), from.left + mod(column - from.left, width)),
    })));
    const isOutside = ({ row, column }) => row < from.top || row > from.bottom || column < from.left || column > from.right;
    if (this.#write(places.filter(isOutside), 'isi', 'Diisi')) {
      this.#handle.select(to);
    }
  }

  /** Writes a block from a spreadsheet at the selection; asks first where there is anything to ask. Into a table without rows it begins with the labels. */
  async paste(text) {
    if (text === '') {
      this.#handle.say('Papan klip tidak berisi teks; tidak ada yang ditempel.');
      return;
    }

    if (!this.#session.canEdit) {
      this.#handle.say('Rancangan ini hanya dapat dibaca.');
      return;
    }

    let block = parseBlock(text);
    let selected = this.#selection.block ?? { top: 0, bottom: 0, left: 0, right: 0 };
    const head = headOf(block, this.#sheet.shown.months);
    const asHead = head ? await this.#handle.askHead(head.texts) : 'cells';
    if (asHead === null) {
      this.#handle.say('Tidak jadi ditempel; tidak ada yang berubah.');
      return;
    }

    if (asHead === 'head') {
      const rest = withoutHead(block, head.columns);
      block = rest.block;
      const left = rest.left ?? selected.left;
      selected = { ...selected, left, right: Math.max(left, selected.right) };
    }

    const area = areaOf(block, selected);
    const plan = new PastePlan(block, area, this.#sheet, this.#handle.register(), this.#session);
    const answer = plan.hasQuestions ? await this.#handle.askPaste(plan) : 'fit';
    if (answer === null) {
      this.#handle.say('Tidak jadi ditempel; tidak ada yang berubah.');
    } else {
      this.#pasteNow(plan, area, answer === 'add');
    }
  }

  #pasteNow(plan, area, adding) {
    const edits = plan.edits(adding);
    const added = edits.filter(edit => edit.kind === 'add').length;
    const written = edits.filter(edit => edit.kind !== 'add' || edit.text !== '').length;
    const what = `${cells(written)}${added > 0 ? ` dan ${added} baris baru` : ''}`;
    const isDone = this.#session.perform(`tempel ${what}`, edits);
    const { shown } = this.#sheet;
    const bottom = Math.min(area.bottom, shown.rows.length - 1);
    if (bottom >= area.top) {
      this.#handle.select({ top: area.top, bottom, left: area.left, right: Math.min(area.right, shown.months.length) });
    }

    const counts = plan.counts(adding);
    const left = plan.rowsBeyond + (adding ? 0 : plan.newRows.length);
    const lost = plan.cells.filter(cell => !this.#session.shown.row(cell.rowId)).length;
    this.#sayAll(isDone ? `Ditempel: ${what}` : 'Tidak ada yang berubah', [
      isDone && counts.get('same') > 0 ? `${cells(counts.get('same'))} tidak berubah` : null,
      counts.get('outside') > 0 ? `${cells(counts.get('outside'))} tidak muat (${plan.reasons(adding).join(', ')})` : null,
      left > 0 ? `${left} baris di luar tabel tidak ditempel` : null,
      lost > 0 ? `${cells(lost)} tidak ditempel karena barisnya baru saja dihapus` : null,
    ]);
  }

  /** Replaces a text wherever it stands in the given cells, whatever its case. */
  replace(hits, search, replacement) {
    const pattern = new RegExp(tidy(search).replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'), 'giu');
    this.#write(hits.map(({ row, column, text }) => ({ row, column, text: text.replace(pattern, () => replacement) })), 'ganti', 'Diganti');
  }

  undo() {
    this.#step('undo', 'Dibatalkan', 'Tidak dapat dibatalkan', 'Tidak ada yang dapat dibatalkan.');
  }

  redo() {
    this.#step('redo', 'Diulangi', 'Tidak dapat diulangi', 'Tidak ada yang dapat diulangi.');
  }

  addRow() {
    const last = this.#selectedRows().at(-1);
    const rowId = newUuid();
    const index = last ? this.#sheet.numberOf(last.id) : this.#session.shown.rows.length;
    if (this.#session.perform('tambah baris', [{ kind: 'add', rowId, index, text: '', positionId: null }])) {
      const row = this.#sheet.shown.indexOf(rowId);
      this.#handle.select({ top: row, bottom: row, left: 0, right: 0 });
      this.#handle.say(`Baris ${index + 1} ditambahkan. Ketik jabatannya.`);
    }
  }

  removeRows() {
    const rows = this.#selectedRows();
    const what = rows.length === 1 ? `hapus baris '${rows[0].label}'` : `hapus ${rows.length} baris`;
    if (rows.length > 0 && this.#session.perform(what, rows.map(row => ({ kind: 'remove', rowId: row.id })))) {
      this.#handle.say(`${rows.length === 1 ? `Baris '${rows[0].label}'` : `${rows.length} baris`} dihapus. ${keyName('Ctrl+Z')} mengembalikannya.`);
    }
  }

  /** @param {1 | -1} step  Down or up. */
  moveRows(step) {
    const { top, bottom, left, right } = this.#selection.block ?? {};
    const rows = this.#selectedRows();
    if (rows.length === 0 || top + step < 0 || bottom + step > this.#selection.lastRow) {
      return;
    }

    // Moving past a hidden row would give that row another number, which nobody would see.
    const numbers = range(Math.min(top, top + step), Math.max(bottom, bottom + step)).map(row => this.#sheet.numberOf(this.#sheet.shown.rows[row].id));
    if (numbers.at(-1) - numbers[0] >= numbers.length) {
      this.#handle.say(`Tidak dipindahkan: ada baris tersembunyi di antaranya. Hapus saringan dahulu (${keyName('Ctrl+Shift+L')}).`);
      return;
    }

    // Each row moves past the one beyond the block, so the row at the leading edge goes first.
    const order = step < 0 ? rows : rows.toReversed();
    const edits = order.map(row => ({ kind: 'move', rowId: row.id, index: this.#sheet.numberOf(row.id) - 1 + step }));
    if (this.#session.perform(rows.length === 1 ? 'pindahkan baris' : `pindahkan ${rows.length} baris`, edits)) {
      const first = this.#sheet.numberOf(rows[0].id);
      this.#handle.select({ top: top + step, bottom: bottom + step, left, right });
      this.#handle.say(rows.length === 1 ? `Dipindahkan ke baris ${first}.` : `Dipindahkan ke baris ${first} s.d. ${first + rows.length - 1}.`);
    }
  }

  async chooseRegion() {
    const rows = this.#selectedRows();
    if (rows.length === 0 || !this.#session.canEdit) {
      return;
    }

    const answer = await this.#handle.askCity(rows[0].region?.city ?? null, rows.length);
    if (answer) {
      const { shown } = this.#session;
      const edits = rows
        .filter(row => shown.row(row.id) && (shown.row(row.id).region?.city ?? null) !== answer.city)
        .map(row => ({ kind: 'region', rowId: row.id, city: answer.city }));
      if (this.#session.perform(answer.city ? 'jadikan baris wilayah' : 'jadikan baris bergilir', edits)) {
        this.#handle.say(answer.city ? 'Menjadi baris wilayah.' : 'Menjadi baris bergilir.');
      }
    }
  }

  /** Writes texts at places as one unit. Cells that cannot take them are left out, and the message says so. */
  #write(places, what, done) {
    const { conflicts, failed, canEdit } = this.#session;
    const { shown } = this.#sheet;
    if (!canEdit) {
      this.#handle.say('Rancangan ini hanya dapat dibaca.');
      return false;
    }

    const register = this.#handle.register();
    const edits = [];
    const skipped = { region: 0, label: 0, conflict: 0 };
    for (const { row, column, text } of places) {
      const { id, region, label, cells: texts } = shown.rows[row];
      const month = column === 0 ? null : shown.months[column - 1].key;
      const written = column === 0 ? tidy(text) : register.spell(text);
      if (written.length > (column === 0 ? LABEL_LENGTH : CELL_LENGTH)) {
        const most = column === 0 ? `Jabatan paling panjang ${LABEL_LENGTH}` : `Isi sel paling panjang ${CELL_LENGTH}`;
        this.#handle.say(`Tidak ada yang diubah. ${this.#handle.placeOf(id, month)}: ${most} huruf; yang ini ${written.length} huruf.`);
        return false;
      }

      const expected = column === 0 ? label : texts[column - 1];
      if (column > 0 && region) {
        skipped.region += column === 1 ? 1 : 0;
      } else if (conflicts.has(cellKey(id, month))) {
        skipped.conflict++;
      } else if (column === 0 && written === '') {
        skipped.label++;
      } else if (written !== expected || failed.has(cellKey(id, month))) {
        edits.push(textEdit(id, month, expected, written));
      }
    }

    const isDone = this.#session.perform(`${what} ${cells(edits.length)}`, edits);
    this.#sayAll(isDone ? `${done}: ${cells(edits.length)}` : 'Tidak ada yang berubah', [
      skipped.region > 0 ? `${skipped.region} baris wilayah dilewati` : null,
      skipped.label > 0 ? 'jabatan tidak boleh kosong; untuk menghapus baris, pakai Hapus baris' : null,
      skipped.conflict > 0 ? `${cells(skipped.conflict)} yang menunggu pilihan Anda dilewati` : null,
    ]);
    return isDone;
  }

  #sayAll(message, remarks) {
    this.#handle.say(`${[message, ...remarks].filter(Boolean).join('; ')}.`);
  }

  #step(direction, done, refused, nothing) {
    const step = this.#session.step(direction);
    if (!step) {
      this.#handle.say(nothing);
    } else if (step.answer) {
      this.#handle.say(`${step.what}: menunggu jawaban…`);
      step.answer.then(whyNot => this.#handle.say(whyNot === null ? `${done}: ${step.what}` : `${refused}: ${whyNot}`));
    } else if (step.stale) {
      this.#handle.say(`${refused}: sel sudah diubah oleh orang lain.`);
    } else {
      this.#handle.say(`${done}: ${step.what}`);
      this.#show(step.edits);
    }
  }

  /** Goes to what was taken back or repeated; rows that a filter hides come into view. */
  #show(edits) {
    this.#sheet.reveal(edits.map(edit => edit.rowId));
    const { shown } = this.#sheet;
    const places = edits
      .filter(edit => shown.indexOf(edit.rowId) >= 0)
      .map(edit => ({ row: shown.indexOf(edit.rowId), column: edit.kind === 'cell' ? shown.monthIndexes.get(edit.month) + 1 : 0 }));
    if (places.length > 0) {
      const rows = places.map(place => place.row);
      const columns = places.map(place => place.column);
      this.#handle.select({ top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) });
    }
  }

  #textAt(row, column) {
    const { region, label, cells: texts } = this.#sheet.shown.rows[row];
    if (column === 0) {
      return label;
    }

    return region ? (column === 1 ? region.name : '') : texts[column - 1];
  }

  #selectedRows() {
    const block = this.#selection.block;
    return block ? this.#sheet.shown.rows.slice(block.top, block.bottom + 1) : [];
  }
}

/** The remainder that is never negative: a block is filled upwards too. */
const mod = (value, size) => ((value % size) + size) % size;

const range = (first, last) => Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
