// What a person does with the selected cells and rows. Every command makes edits as one unit and says what it did.

import { newUuid } from './dom.js';
import { parseBlock } from './clipboard.js';
import { cellKey } from './model.js';
import { textEdit } from './session.js';
import { CELL_LENGTH, LABEL_LENGTH, tidy } from './text.js';

const cells = count => `${count} sel`;

export class Commands {
  #session;
  #selection;
  #handle;

  /**
   * @param {import('./session.js').DraftSession} session
   * @param {import('./selection.js').Selection} selection
   * @param {{ say: (text: string) => void, spell: (text: string) => string, placeOf: (rowId: string, month: string | null) => string,
   *           select: (block: import('./selection.js').Block) => void, askCity: (current: string | null, count: number) => Promise<{ city: string | null } | null> }} handle
   */
  constructor(session, selection, handle) {
    this.#session = session;
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

  fillDown() {
    const { top, bottom, left, right } = this.#selection.block;
    const source = top === bottom ? top - 1 : top;
    const places = range(Math.max(source + 1, top), bottom).flatMap(row => range(left, right).map(column => ({ row, column, text: this.#textAt(source, column) })));
    return source >= 0 && this.#write(places, 'isi ke bawah', 'Diisi ke bawah');
  }

  fillRight() {
    const { top, bottom, left, right } = this.#selection.block;
    const source = left === right ? left - 1 : left;
    const places = range(top, bottom).flatMap(row => range(Math.max(source + 1, left), right).map(column => ({ row, column, text: this.#textAt(row, source) })));
    return source >= 1 && this.#write(places, 'isi ke kanan', 'Diisi ke kanan');
  }

  /** Writes a block from a spreadsheet at the selection. One cell fills the selection; a block that fits a whole number of times is repeated. */
  paste(text) {
    if (text === '') {
      this.#handle.say('Papan klip tidak berisi teks; tidak ada yang ditempel.');
      return;
    }

    const block = parseBlock(text);
    const { top, bottom, left, right } = this.#selection.block;
    const height = block.length;
    const width = Math.max(...block.map(row => row.length));
    const repeats = (bottom - top + 1) % height === 0 && (right - left + 1) % width === 0;
    const rows = repeats ? bottom - top + 1 : height;
    const columns = repeats ? right - left + 1 : width;
    const lastRow = Math.min(top + rows - 1, this.#selection.lastRow);
    const lastColumn = Math.min(left + columns - 1, this.#selection.lastColumn);
    const places = range(top, lastRow).flatMap(row => range(left, lastColumn)
      .map(column => ({ row, column, text: block[(row - top) % height][(column - left) % width] ?? '' })));
    const cut = [
      top + rows - 1 > lastRow ? `${top + rows - 1 - lastRow} baris` : null,
      left + columns - 1 > lastColumn ? `${left + columns - 1 - lastColumn} kolom` : null,
    ].filter(Boolean);
    this.#write(places, 'tempel', 'Ditempel', cut.length > 0 ? `${cut.join(' dan ')} di luar tabel tidak ditempel` : null);
    this.#handle.select({ top, bottom: lastRow, left, right: lastColumn });
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
    const index = (this.#selection.block?.bottom ?? -1) + 1;
    if (this.#session.perform('tambah baris', [{ kind: 'add', rowId: newUuid(), index, text: '', positionId: null }])) {
      this.#handle.select({ top: index, bottom: index, left: 0, right: 0 });
      this.#handle.say(`Baris ${index + 1} ditambahkan. Ketik jabatannya.`);
    }
  }

  removeRows() {
    const rows = this.#selectedRows();
    const what = rows.length === 1 ? `hapus baris '${rows[0].label}'` : `hapus ${rows.length} baris`;
    if (rows.length > 0 && this.#session.perform(what, rows.map(row => ({ kind: 'remove', rowId: row.id })))) {
      this.#handle.say(`${rows.length === 1 ? `Baris '${rows[0].label}'` : `${rows.length} baris`} dihapus. Ctrl+Z mengembalikannya.`);
    }
  }

  /** @param {1 | -1} step  Down or up. */
  moveRows(step) {
    const { top, bottom, left, right } = this.#selection.block ?? {};
    const rows = this.#selectedRows();
    if (rows.length === 0 || top + step < 0 || bottom + step > this.#selection.lastRow) {
      return;
    }

    // Each row moves past the one beyond the block, so the row at the leading edge goes first.
    const order = step < 0 ? rows : rows.toReversed();
    const { shown } = this.#session;
    const edits = order.map(row => ({ kind: 'move', rowId: row.id, index: shown.indexOf(row.id) + step }));
    if (this.#session.perform(rows.length === 1 ? 'pindahkan baris' : `pindahkan ${rows.length} baris`, edits)) {
      this.#handle.select({ top: top + step, bottom: bottom + step, left, right });
      this.#handle.say(rows.length === 1 ? `Dipindahkan ke baris ${top + step + 1}.` : `Dipindahkan ke baris ${top + step + 1} s.d. ${bottom + step + 1}.`);
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
  #write(places, what, done, remark = null) {
    const { shown, conflicts, failed, canEdit } = this.#session;
    if (!canEdit) {
      this.#handle.say('Rancangan ini hanya dapat dibaca.');
      return false;
    }

    const remarks = [remark];
    const edits = [];
    const skipped = { region: 0, label: 0, conflict: 0 };
    for (const { row, column, text } of places) {
      const { id, region, label, cells: texts } = shown.rows[row];
      const month = column === 0 ? null : shown.months[column - 1].key;
      const written = column === 0 ? tidy(text) : this.#handle.spell(text);
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

    remarks.push(
      skipped.region > 0 ? `${skipped.region} baris wilayah dilewati` : null,
      skipped.label > 0 ? 'jabatan tidak boleh kosong; untuk menghapus baris, pakai Hapus baris' : null,
      skipped.conflict > 0 ? `${cells(skipped.conflict)} yang menunggu pilihan Anda dilewati` : null);
    const isDone = this.#session.perform(`${what} ${cells(edits.length)}`, edits);
    const message = [isDone ? `${done}: ${cells(edits.length)}` : 'Tidak ada yang berubah', ...remarks].filter(Boolean).join('; ');
    this.#handle.say(`${message}.`);
    return isDone;
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

  /** Goes to what was taken back or repeated. */
  #show(edits) {
    const { shown } = this.#session;
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
    const { region, label, cells: texts } = this.#session.shown.rows[row];
    if (column === 0) {
      return label;
    }

    return region ? (column === 1 ? region.name : '') : texts[column - 1];
  }

  #selectedRows() {
    const block = this.#selection.block;
    return block ? this.#session.shown.rows.slice(block.top, block.bottom + 1) : [];
  }
}

const range = (first, last) => Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
